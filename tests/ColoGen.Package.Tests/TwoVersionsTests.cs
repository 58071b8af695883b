using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

/// <summary>Projects of one build may have different versions of the package, and one compiler process loads both.</summary>
[Collection(PackageCollection.Name)]
public sealed class TwoVersionsTests(PackageFixture package)
{
    /// <summary>A build compiles by itself where the server does not answer within a second, and of two that start a server at once, one may.</summary>
    private const int Attempts = 3;

    [Fact]
    public async Task Each_project_is_generated_by_its_own_version_in_one_compiler_process()
    {
        // Of the same assembly version: the compiler can tell the assemblies apart by their paths alone.
        string otherVersion = package.Version + ".1";
        await package.PackAsync(otherVersion);
        Consumer first = Project("first-version", package.Version);
        Consumer second = Project("second-version", otherVersion);
        string folder = package.NewFolder("two-versions");
        await File.WriteAllTextAsync(Path.Combine(folder, "Both.proj"), $"""
            <Project DefaultTargets="Build">
              <Target Name="Restore">
                <MSBuild Projects="{first.Project};{second.Project}" Targets="Restore" BuildInParallel="false" />
              </Target>
              <Target Name="Build">
                <MSBuild Projects="{first.Project};{second.Project}" Targets="Rebuild" BuildInParallel="true" />
              </Target>
            </Project>
            """);

        using CompilerServer server = new(folder);
        int[] compilations = [];
        for (int attempt = 0; attempt < Attempts && !IsOneProcess(compilations); attempt++)
        {
            int before = server.Compilations.Count();
            (int exitCode, string output) = await Command.DotnetAsync(folder, server.Variables, ["build", "Both.proj", .. server.Properties]);
            Assert.True(exitCode == 0, output);
            compilations = [.. server.Compilations.Skip(before)];
        }

        Assert.True(IsOneProcess(compilations), string.Join(' ', compilations));
        Assert.Contains(Mark(package.Version), Assert.Single(first.Generated));
        Assert.Contains(Mark(otherVersion), Assert.Single(second.Generated));
    }

    private static bool IsOneProcess(int[] compilations) => compilations.Length == 2 && compilations[0] == compilations[1];

    private static string Mark(string version) => $"GeneratedCode(\"ColoGen\", \"{version}\")";

    private Consumer Project(string name, string version)
    {
        Consumer consumer = new(
            package,
            name,
            "<OutputType>Library</OutputType><EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>",
            version: version);
        consumer.Add("Host.cs", """
            using ColoGen;

            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed partial record Image(string File);

            [Topology]
            public sealed partial record Host([Disk("vda")] Image Root);
            """);
        return consumer;
    }
}
