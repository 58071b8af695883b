using System.Collections.Immutable;
using ColoGen.Generators.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>What the analyzer costs: the processor time that it takes for all declared types, medians.</summary>
/// <remarks>
/// The analyzer asks for members and attributes, which the compiler binds when they are first asked for. In a build the compiler itself asks for all of them.
/// Where the analyzer is the first to ask, the time of binding is counted for the analyzer.
/// </remarks>
internal static class AnalyzerCost
{
    private const int Topologies = 200;
    private const int WarmUps = 10;
    private const int Rounds = 15;

    private static readonly SyntaxTree s_ofOtherGenerator = CSharpSyntaxTree.ParseText("class Added;", path: "Other/Other.OtherGenerator/Added.g.cs");

    public static string Report()
    {
        var own = new double[Rounds];
        var withBinding = new double[Rounds];
        var withOther = new double[Rounds];
        int types = 0;
        for (int round = -WarmUps; round < Rounds; round++)
        {
            CSharpCompilation compilation = Declarations.Compilation(Topologies);
            types = compilation.SyntaxTrees.Sum(tree => tree.GetRoot().DescendantNodes().OfType<RecordDeclarationSyntax>().Count());
            double bound = Run(compilation, isBound: true);
            double unbound = Run(compilation, isBound: false);
            double other = Run(compilation.AddSyntaxTrees(s_ofOtherGenerator), isBound: true);
            if (round >= 0) (own[round], withBinding[round], withOther[round]) = (bound, unbound, other);
        }

        return $"Analyzers: {Each(own, types)} µs a declared type, "
            + $"{Each(own, Topologies)} µs a topology with its layers (bound 50 a declared type; {Topologies} topologies, {types} types);\n"
            + $"{Each(withBinding, types)} µs and {Each(withBinding, Topologies)} µs with what the compiler binds for them, where nothing is bound before;\n"
            + $"{Each(withOther, types)} µs and {Each(withOther, Topologies)} µs where another generator adds a file.\n";
    }

    private static string Each(double[] milliseconds, int count) => $"{Interleaved.Median(milliseconds) * 1000 / count:F0}";

    private static double Run(CSharpCompilation compilation, bool isBound)
    {
        Compilation fresh = compilation.Clone();
        if (isBound) fresh.GetDeclarationDiagnostics();
        var analyzer = new TimedAnalyzer();
        GC.Collect();
        fresh.WithAnalyzers(
                [analyzer],
                new CompilationWithAnalyzersOptions(
                    new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        return analyzer.Milliseconds;
    }

#pragma warning disable RS1036, RS1038, RS1041, RS2008 // It ships nowhere.
    /// <summary>Measures what the analyzer does with each type. The compiler's own measure is time on the clock, in which other processes count.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class TimedAnalyzer : DiagnosticAnalyzer
    {
        private readonly TopologyAnalyzer _analyzer = new();

        public double Milliseconds { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => _analyzer.SupportedDiagnostics;

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
            context.EnableConcurrentExecution();
            context.RegisterCompilationStartAction(start =>
            {
                CheckedTopologies topologies = _analyzer.Start(start.Compilation);
                start.RegisterSymbolAction(type => Measure(() => _analyzer.Analyze(type, topologies)), SymbolKind.NamedType);
            });
        }

        private void Measure(Action analyze)
        {
            double start = ProcessorTime.OfThread;
            analyze();
            Milliseconds += ProcessorTime.OfThread - start;
        }
    }
#pragma warning restore RS1036, RS1038, RS1041, RS2008
}
