using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>What an edit costs in memory, which is exact where times are not.</summary>
[Collection(nameof(EditCostTests))]
public sealed class EditCostTests
{
    private const int Declarations = 200;

    [Theory]
    [InlineData("=> 1;", "=> 2;")]
    [InlineData("class Program", "class Program /* A comment. */")]
    public void An_edit_in_a_body_elsewhere_allocates_20_kilobytes_for_each_declaration_at_most(string text, string replacement)
    {
        AssertCheap(Topology, 1, 20, text, replacement);
        AssertCheap(Pair, 3, 20, text, replacement);
    }

    [Fact]
    public void Another_edit_elsewhere_allocates_no_more_than_parsing_takes()
    {
        AssertCheap(Topology, 1, 72, "=> 1;", "=> 1; public static int Walk() => 2;");
        AssertCheap(Pair, 3, 144, "=> 1;", "=> 1; public static int Walk() => 2;");
    }

    private static void AssertCheap(Func<int, string> declaration, int files, int kilobytes, string text, string replacement)
    {
        IEnumerable<string> sources =
            Enumerable.Range(0, Declarations).Select(declaration).Append("namespace Unrelated; public static class Program { public static int Run() => 1; }");
        CSharpCompilation compilation = Compile.Trees(sources.Select((source, number) => Compile.Parse(source, $"{number}.cs")));
        GeneratorDriver driver = Compile.Driver(compilation).RunGenerators(compilation);
        SyntaxTree unrelated = compilation.SyntaxTrees[^1];
        compilation = compilation.ReplaceSyntaxTree(unrelated, Compile.Parse(unrelated.ToString().Replace(text, replacement), unrelated.FilePath));

        long before = GC.GetAllocatedBytesForCurrentThread();
        driver = driver.RunGenerators(compilation);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(Declarations * files, driver.GetRunResult().Results.Single().GeneratedSources.Length);
        Assert.InRange(allocated / (Declarations * files), 0, kilobytes * 1024);
    }

    [Fact]
    public void After_200_edits_the_heap_is_as_before()
    {
        var project = new EditedProject(TwentyHosts.Files);
        Edit(project, 20);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Edit(project, 200);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, long.MinValue, 1 << 20);
        Assert.Equal(TwentyHosts.Count, project.Generated.Count);
    }

    private static void Edit(EditedProject project, int times)
    {
        for (int edit = 0; edit < times; edit += 4)
        {
            project.Edit("Unrelated.cs", "Hello", "Hallo");
            project.Edit("Unrelated.cs", "Hallo", "Hello");
            project.Edit("Host7.cs", "\"vda\"", "\"vdb\"");
            project.Edit("Host7.cs", "\"vdb\"", "\"vda\"");
        }
    }

    private static string Topology(int number) =>
        $"using ColoGen; namespace N{number}; [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File); "
        + "[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root);";

    private static string Pair(int number) => ValidSources.All["Declarations"].Replace("namespace ColoPair;", $"namespace N{number};");
}

/// <summary>The heap is everybody's: no other test runs meanwhile.</summary>
[CollectionDefinition(nameof(EditCostTests), DisableParallelization = true)]
public sealed class EditCostCollectionDefinition;
