using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the analyzer costs over one that does nothing.</summary>
[MemoryDiagnoser]
public class AnalyzerBenchmarks
{
    private CSharpCompilation _compilation = null!;

    [Params(1000)]
    public int Topologies { get; set; }

    [GlobalSetup]
    public void Setup() => _compilation = Declarations.Compilation(Topologies);

    [Benchmark(Baseline = true)]
    public Task<ImmutableArray<Diagnostic>> Nothing() => RunAsync(new EmptyAnalyzer());

    [Benchmark]
    public Task<ImmutableArray<Diagnostic>> ColoGen() => RunAsync(new TopologyAnalyzer());

    /// <summary>A new compilation each time, as after an edit: nothing is bound yet.</summary>
    private Task<ImmutableArray<Diagnostic>> RunAsync(DiagnosticAnalyzer analyzer) => _compilation.Clone()
        .WithAnalyzers(
            [analyzer],
            new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
        .GetAllDiagnosticsAsync();

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // It ships nowhere.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    internal sealed class EmptyAnalyzer : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor s_never = new("NONE0000", "Never", "Never", "Never", DiagnosticSeverity.Warning, isEnabledByDefault: true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_never];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
        }
    }
#pragma warning restore RS1036, RS1038, RS1041, RS2008
}
