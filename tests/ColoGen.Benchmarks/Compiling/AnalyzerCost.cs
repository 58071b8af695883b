using System.Collections.Immutable;
using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the analyzer costs: the time that the compiler spends in it, medians.</summary>
/// <remarks>
/// The analyzer asks for members and attributes, which the compiler binds when they are first asked for. In a build the compiler itself asks for all of them.
/// Where the analyzer is the first to ask, the time of binding is counted for the analyzer.
/// </remarks>
internal static class AnalyzerCost
{
    private const int Topologies = 200;
    private const int WarmUps = 10;
    private const int Rounds = 15;

    public static string Report()
    {
        var own = new double[Rounds];
        var withBinding = new double[Rounds];
        int types = 0;
        for (int round = -WarmUps; round < Rounds; round++)
        {
            CSharpCompilation compilation = Declarations.Compilation(Topologies);
            types = compilation.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>().Count());
            double nothing = Run(compilation, new AnalyzerBenchmarks.EmptyAnalyzer());
            double bound = Run(compilation, new TopologyAnalyzer(), new BindingAnalyzer()) - nothing;
            double unbound = Run(compilation, new TopologyAnalyzer()) - nothing;
            if (round >= 0) (own[round], withBinding[round]) = (bound, unbound);
        }

        return $"Analyzers, over an empty one: {Each(own, types)} µs a declared type, "
            + $"{Each(own, Topologies)} µs a topology with its layers (bound 50 a declared type; {Topologies} topologies, {types} types); "
            + $"{Each(withBinding, types)} µs and {Each(withBinding, Topologies)} µs with what the compiler binds for them, where nothing is bound before.\n";
    }

    private static string Each(double[] milliseconds, int count) => $"{Interleaved.Median(milliseconds) * 1000 / count:F0}";

    private static double Run(CSharpCompilation compilation, DiagnosticAnalyzer analyzer, params ReadOnlySpan<DiagnosticAnalyzer> before)
    {
        CompilationWithAnalyzers fresh = compilation.Clone().WithAnalyzers(
            [.. before, analyzer], new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                onAnalyzerException: null,
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: true));
        GC.Collect();
        AnalysisResult result = fresh.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds;
    }

#pragma warning disable RS1012, RS1036, RS1038, RS1041, RS2008 // It ships nowhere.
    /// <summary>Has the compiler bind all declarations before any other analyzer is asked.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class BindingAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_never = new("NONE0001", "Never", "Never", "Never", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_never];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterCompilationStartAction(static start => start.Compilation.GetDeclarationDiagnostics());
        }
    }
#pragma warning restore RS1012, RS1036, RS1038, RS1041, RS2008
}
