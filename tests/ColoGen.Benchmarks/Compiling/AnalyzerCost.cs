using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the analyzer costs over one that does nothing: the time that the compiler spends in each, in turns, medians.</summary>
/// <remarks>
/// A whole analysis is mostly the compiler's own work, which differs more from run to run than the analyzers cost. What the analyzer has the
/// compiler bind counts as its own here, even where the compiler would bind it anyway.
/// </remarks>
internal static class AnalyzerCost
{
    private const int Topologies = 200;
    private const int WarmUps = 10;
    private const int Rounds = 15;

    public static string Report()
    {
        var read = new double[Rounds];
        var remembered = new double[Rounds];
        int types = 0;
        for (int round = -WarmUps; round < Rounds; round++)
        {
            // New trees, that nothing has been remembered of.
            CSharpCompilation compilation = Declarations.Compilation(Topologies);
            types = compilation.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>().Count());
            double nothing = Run(compilation, new AnalyzerBenchmarks.EmptyAnalyzer());
            double first = Run(compilation, new TopologyAnalyzer()) - nothing;
            double second = Run(compilation, new TopologyAnalyzer()) - nothing;
            if (round >= 0) (read[round], remembered[round]) = (first, second);
        }

        return $"Analyzers, over an empty one: {Each(remembered, types)} µs a declared type, {Each(remembered, Topologies)} µs a topology with its layers, where the generator has read them before, as in any build; "
            + $"{Each(read, types)} µs and {Each(read, Topologies)} µs where nothing has (bound 50 a declaration; {Topologies} topologies, {types} types).\n";
    }

    private static string Each(double[] milliseconds, int count) => $"{Interleaved.Median(milliseconds) * 1000 / count:F0}";

    private static double Run(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        CompilationWithAnalyzers fresh = compilation.Clone().WithAnalyzers(
            [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true));
        GC.Collect();
        AnalysisResult result = fresh.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return result.AnalyzerTelemetryInfo[analyzer].ExecutionTime.TotalMilliseconds;
    }
}
