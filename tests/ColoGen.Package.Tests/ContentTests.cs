using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ContentTests(PackageFixture package)
{
    [Fact]
    public void The_package_holds_these_files_and_no_other()
    {
        Assert.Equal(
            [
                "ColoGen.nuspec",
                "README.md",
                "analyzers/dotnet/roslyn4.8/cs/ColoGen.CodeFixes.dll",
                "analyzers/dotnet/roslyn4.8/cs/ColoGen.Core.dll",
                "analyzers/dotnet/roslyn4.8/cs/ColoGen.Generators.dll",
                "analyzers/dotnet/roslyn4.8/cs/ColoGen.dll",
                "icon.png",
                "lib/net8.0/ColoGen.Core.dll",
                "lib/net8.0/ColoGen.Validation.dll",
                "lib/net8.0/ColoGen.dll",
                "lib/net8.0/ColoGen.xml",
                "schemas/tree.rng",
            ],
            package.Files.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("README.md", "README.md")]
    [InlineData("schemas/tree.rng", "docs/schemas/tree.rng")]
    public void A_file_is_the_one_of_the_checkout(string packed, string original) =>
        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, original)), package.Files[packed]);

    [Fact]
    public void Two_folders_give_the_same_bytes()
    {
        foreach ((string name, byte[] bytes) in package.Files)
        {
            Assert.True(bytes.AsSpan().SequenceEqual(package.FilesOfOtherClone[name]), $"{name} differs.");
        }
    }

    [Fact]
    public async Task A_build_alone_makes_no_package()
    {
        (_, string value) = await Command.DotnetAsync(
            Path.Combine(Repository.Root, "src", "ColoGen"), "msbuild", "-getProperty:GeneratePackageOnBuild");

        Assert.Equal("false", value.Trim());
    }
}
