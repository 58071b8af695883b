using System.Runtime.CompilerServices;
using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>What the generator remembers between edits holds on to no compilation.</summary>
public sealed class MemoryTests
{
    [Theory]
    [MemberData(nameof(ValidSources.Names), MemberType = typeof(ValidSources))]
    public void No_step_gives_a_compilation_a_symbol_or_syntax(string name)
    {
        GeneratorRunResult result = Compile.Generate(Compile.Sources(ValidSources.All[name])).Result;
        object[] outputs = [
            .. EditTests.Steps.SelectMany(step => result.TrackedSteps.GetValueOrDefault(step, []))
                .SelectMany(step => step.Outputs)
                .Select(output => output.Value)];
        IReadOnlyCollection<object> reachable = ReachableObjects.From(outputs);
        Assert.True(reachable.Count > outputs.Length, "The walk found nothing.");
        Assert.DoesNotContain(reachable, IsOfRoslyn);
    }

    [Fact]
    public void The_walk_would_find_them()
    {
        Compilation compilation = Compile.Sources("class C;");
        ISymbol symbol = compilation.GetTypeByMetadataName("C")!;
        Func<string> closure = () => symbol.Name;
        Assert.Contains(ReachableObjects.From([(1, new List<object> { closure })]), IsOfRoslyn);
    }

    [Fact]
    public void Compilations_before_the_last_are_collected()
    {
        var project = new EditedProject(TwentyHosts.Files);
        List<WeakReference> before = Edit(project, 100);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.DoesNotContain(before, compilation => compilation.IsAlive);
        Assert.Equal(TwentyHosts.Count, project.Generated.Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference> Edit(EditedProject project, int times)
    {
        var compilations = new List<WeakReference>();
        for (int edit = 0; edit < times; edit++)
        {
            compilations.Add(new WeakReference(project.Compilation));
            project.Edit("Host7.cs", "[Topology]", "/**/ [Topology]");
            project.Edit("Unrelated.cs", "Hello", "Hello, hello");
        }

        return compilations;
    }

    private static bool IsOfRoslyn(object item) => item
        is Compilation or ISymbol or SyntaxNode or SyntaxTree or SemanticModel or Location or AttributeData or SyntaxReference or SourceText;
}
