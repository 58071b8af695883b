using System.Collections.Immutable;
using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the analyzer costs over one that does nothing: the median of what they differ by, in turns.</summary>
internal static class AnalyzerCost
{
    private const int Topologies = 200;
    private const int WarmUps = 12;
    private const int Rounds = 21;

    public static string Report()
    {
        CSharpCompilation compilation = Declarations.Compilation(Topologies);
        int types = compilation.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>().Count());
        double[] over = new double[Rounds];
        for (int round = -WarmUps; round < Rounds; round++)
        {
            double nothing = Run(compilation, new AnalyzerBenchmarks.EmptyAnalyzer());
            double ours = Run(compilation, new TopologyAnalyzer());
            if (round >= 0) over[round] = (ours - nothing) * 1000;
        }

        double median = Interleaved.Median(over);
        return $"Analyzers: {median / types:F0} µs a declared type, {median / Topologies:F0} µs a topology with its layers, over an empty analyzer (bound 50 a declaration; all diagnostics of a fresh compilation of {Topologies} topologies, {types} types).\n";
    }

    /// <summary>Processor time of the whole process: analyzers run on threads of their own, if only on one at a time.</summary>
    private static double Run(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        CompilationWithAnalyzers fresh = compilation.Clone().WithAnalyzers(
            [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        GC.Collect();
        double start = ProcessorTime.OfProcess;
        fresh.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        return ProcessorTime.OfProcess - start;
    }
}
