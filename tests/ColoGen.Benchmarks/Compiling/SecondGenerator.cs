using Microsoft.CodeAnalysis;

namespace ColoGen.Benchmarks.Compiling;

#pragma warning disable RS1036, RS1038, RS1041 // It ships nowhere.
/// <summary>Adds a small file that is new after each edit.</summary>
[Generator(LanguageNames.CSharp)]
internal sealed class SecondGenerator : IIncrementalGenerator
{
    private int _runs;

    public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
        context.CompilationProvider, (output, _) =>
            output.AddSource("Second.g.cs", $"namespace Second; public static class Runs {{ public const int Count = {++_runs}; }}"));
}
