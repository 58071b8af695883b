using System.Collections.Immutable;
using System.Diagnostics;
using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the analyzer costs over one that does nothing.</summary>
internal static class AnalyzerCost
{
    private const int Topologies = 200;

    public static string Report()
    {
        CSharpCompilation compilation = Declarations.Compilation(Topologies);
        var nothing = new List<double>();
        var ours = new List<double>();
        for (int round = 0; round < 7; round++)
        {
            nothing.Add(Run(compilation, new AnalyzerBenchmarks.EmptyAnalyzer()));
            ours.Add(Run(compilation, new TopologyAnalyzer()));
        }

        double over = (ours.Order().ElementAt(3) - nothing.Order().ElementAt(3)) * 1000 / Topologies;
        return $"Analyzers: {over:F0} µs a topology with its five layers over an empty analyzer, all diagnostics of a fresh compilation of {Topologies} (bound 50).\n";
    }

    /// <summary>Processor time of the whole process: analyzers run on threads of their own.</summary>
    private static double Run(CSharpCompilation compilation, DiagnosticAnalyzer analyzer)
    {
        CompilationWithAnalyzers fresh = compilation.Clone().WithAnalyzers(
            [analyzer], new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false));
        GC.Collect();
        TimeSpan start = Process.GetCurrentProcess().TotalProcessorTime;
        fresh.GetAllDiagnosticsAsync().GetAwaiter().GetResult();
        return (Process.GetCurrentProcess().TotalProcessorTime - start).TotalMilliseconds;
    }
}
