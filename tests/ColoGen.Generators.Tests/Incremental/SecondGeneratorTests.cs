using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>Another generator in the project costs this one nothing.</summary>
public sealed class SecondGeneratorTests
{
    [Fact]
    public void An_edit_in_a_body_parses_nothing_again_though_another_generator_adds_files_and_the_analyzer_sees_them()
    {
        CSharpCompilation compilation = Compile.Trees(TwentyHosts.Files.Select(file => Compile.Parse(file.Value, file.Key)));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ColoGenGenerator().AsSourceGenerator(), new CountGenerator().AsSourceGenerator()],
            parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        for (int edit = 0; edit < 3; edit++)
        {
            SyntaxTree tree = compilation.SyntaxTrees.Single(tree => tree.FilePath == "Unrelated.cs");
            compilation = compilation.ReplaceSyntaxTree(tree, Compile.Parse(tree.ToString().Replace("\"Hello", "\"Hello, hello"), tree.FilePath));
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
            Assert.Contains(output.SyntaxTrees, file => file.FilePath.EndsWith("Count.g.cs", StringComparison.Ordinal));
            Assert.DoesNotContain(Compile.Analyze(output), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
            if (edit == 0) continue;
            IEnumerable<IncrementalStepRunReason> reasons =
                driver.GetRunResult().Results[0].TrackedSteps[TrackingNames.Parse].SelectMany(step => step.Outputs).Select(parsed => parsed.Reason);
            Assert.All(reasons, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        }
    }

#pragma warning disable RS1036, RS1038, RS1041 // It ships nowhere.
    /// <summary>Adds a file that is new after each edit.</summary>
    [Generator(LanguageNames.CSharp)]
    private sealed class CountGenerator : IIncrementalGenerator
    {
        private int _count;

        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.CompilationProvider, (output, _) =>
                output.AddSource("Count.g.cs", $"namespace Counted; public static class Count {{ public const int Value = {++_count}; }}"));
    }
#pragma warning restore RS1036, RS1038, RS1041
}
