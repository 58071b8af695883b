using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>An error far from a topology, made and mended while somebody types, leaves nothing behind.</summary>
public sealed class FarErrorTests
{
    private const string Image = "[FileSource(Format = DiskFormat.Qcow2)] public sealed record Img(string File);";

    private const string Clash = "namespace Demo; public static class B { public static string Root => \"\"; }";

    [Fact]
    public void A_member_of_a_class_that_is_imported_too() => AssertClean(
    [
        ["A.cs", "namespace Demo; public static class A { public const string Root = \"vda\"; }"],
        [
            "Host.cs",
            $"using ColoGen; using static Demo.A; using static Demo.B; namespace Shop; {Image} "
            + "[Topology] public sealed partial record Host([Disk(Root)] Img Main);",
        ],
        ["B.cs", Clash, Clash.Replace("Root", "Other")],
    ]);

    [Fact]
    public void A_second_member_of_the_same_name() => AssertClean(
    [
        ["A.cs", "namespace Demo; public static partial class A { public const string Root = \"vda\"; }"],
        ["Host.cs", $"using ColoGen; namespace Demo; {Image} [Topology] public sealed partial record Host([Disk(A.Root)] Img Main);"],
        [
            "B.cs",
            "namespace Demo; partial class A { }",
            "namespace Demo; partial class A { public static string Root => \"\"; }",
            "namespace Demo; partial class A { }",
        ],
    ]);

    [Fact]
    public void The_name_of_an_assembly_that_becomes_a_friend()
    {
        CSharpCompilation library = Compile.Trees(Compile.Parse(
            $"using ColoGen; [assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop\")] namespace Lib; {Image} "
            + "[FileSource(Format = DiskFormat.Qcow2)] public record Overlay(string File) { internal Img Backing => new(\"b\"); }",
            "Lib.cs")).WithAssemblyName("Lib");
        CSharpCompilation compilation =
            Compile.Trees(Compile.Parse("[ColoGen.Topology] public sealed partial record Host([ColoGen.Disk(\"vda\")] Lib.Overlay Main);", "Host.cs"))
            .AddReferences(library.ToMetadataReference()).WithAssemblyName("Other");
        GeneratorDriver driver = Compile.Driver(compilation).RunGenerators(compilation);
        Assert.Contains("COLO0009", Text(driver));
        CSharpCompilation renamed = compilation.WithAssemblyName("Shop");
        driver = driver.RunGenerators(renamed);
        Assert.DoesNotContain("COLO0009", Text(driver));
        Assert.Equal(Compile.Generate(renamed).Files.Values.Single(), Text(driver));
    }

    /// <summary>Makes each version of the files in turn. The last one has no error, and the outcome is that of a clean build.</summary>
    private static void AssertClean(string[][] files)
    {
        CSharpCompilation compilation = Compile.Trees(files.Select(file => Compile.Parse(file[1], file[0])));
        GeneratorDriver driver = Compile.Driver(compilation).RunGenerators(compilation);
        foreach (string[] file in files)
        {
            foreach (string version in file.Skip(2))
            {
                compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees.Single(tree => tree.FilePath == file[0]), Compile.Parse(version, file[0]));
                driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
                Assert.Equal(Compile.Generate(compilation).Files.Values.Single(), Text(driver));
                Compile.Diagnose(output);
            }
        }

        driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation last, out _);
        Assert.DoesNotContain(Compile.Diagnose(last), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Contains("vda-0", Text(driver));
    }

    private static string Text(GeneratorDriver driver) => driver.GetRunResult().Results.Single().GeneratedSources.Single().SourceText.ToString();
}
