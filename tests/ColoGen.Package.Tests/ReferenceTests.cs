using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

[Collection(PackageCollection.Name)]
public sealed class ReferenceTests(PackageFixture package)
{
    private static readonly Version s_own = new(0, 1, 0, 0);

    /// <summary>
    /// The assemblies that the compiler of .NET SDK 8.0.100 has, and the package's own beside the generator. A generator that refers to
    /// anything newer is not loaded.
    /// </summary>
    private static readonly Dictionary<string, Version> s_oldestCompiler = new()
    {
        ["netstandard"] = new(2, 0, 0, 0),
        ["Microsoft.CodeAnalysis"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp"] = new(4, 8, 0, 0),
        ["System.Collections.Immutable"] = new(7, 0, 0, 0),
        ["System.Memory"] = new(4, 0, 1, 2),
        ["ColoGen"] = s_own,
        ["ColoGen.Core"] = s_own,
    };

    /// <summary>What the editor that goes with it has at hand beyond that.</summary>
    private static readonly Dictionary<string, Version> s_oldestEditor = new(s_oldestCompiler)
    {
        ["Microsoft.CodeAnalysis.Workspaces"] = new(4, 8, 0, 0),
        ["Microsoft.CodeAnalysis.CSharp.Workspaces"] = new(4, 8, 0, 0),
        ["ColoGen.Generators"] = s_own,
    };

    [Theory]
    [InlineData("ColoGen.Generators.dll")]
    [InlineData("ColoGen.Core.dll")]
    [InlineData("ColoGen.dll")]
    public void The_generator_needs_nothing_that_the_oldest_compiler_lacks(string library) =>
        AssertHas(s_oldestCompiler, References("analyzers/dotnet/roslyn4.8/cs/" + library));

    [Fact]
    public void The_code_fixes_need_nothing_that_the_oldest_editor_lacks() =>
        AssertHas(s_oldestEditor, References("analyzers/dotnet/roslyn4.8/cs/ColoGen.CodeFixes.dll"));

    [Fact]
    public void The_library_needs_the_base_library_only() =>
        Assert.All(References("lib/net8.0/ColoGen.dll"), reference =>
        {
            Assert.StartsWith("System.", reference.Name);
            Assert.Equal(new Version(8, 0, 0, 0), reference.Version);
        });

    private static void AssertHas(IReadOnlyDictionary<string, Version> host, IEnumerable<(string Name, Version Version)> references) =>
        Assert.All(references, reference =>
        {
            Assert.Contains(reference.Name, host.Keys);
            Assert.True(reference.Version <= host[reference.Name], $"{reference.Name} {reference.Version} is newer than the host's.");
        });

    private IEnumerable<(string Name, Version Version)> References(string library)
    {
        using var image = new PEReader(new MemoryStream(package.Files[library]));
        MetadataReader reader = image.GetMetadataReader();
        return
        [
            .. reader.AssemblyReferences.Select(reader.GetAssemblyReference)
                .Select(reference => (reader.GetString(reference.Name), reference.Version)),
        ];
    }
}
