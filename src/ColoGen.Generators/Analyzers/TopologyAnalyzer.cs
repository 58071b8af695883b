using System.Collections.Immutable;
using ColoGen.Core.Rules;
using ColoGen.Generators.Diagnostics;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Generators.Analyzers;

/// <summary>Reports what the rules find in a topology, a pair or a layer, each in its own declaration.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TopologyAnalyzer : DiagnosticAnalyzer
{
    private readonly RuleSelection _rules;

    /// <summary>Knows every rule.</summary>
    public TopologyAnalyzer()
        : this(RuleSelection.All)
    {
    }

    /// <summary>Knows some of the rules.</summary>
    internal TopologyAnalyzer(IReadOnlyCollection<Rule> rules)
        : this(new RuleSelection(rules))
    {
    }

    private TopologyAnalyzer(RuleSelection rules) => _rules = rules;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.CreateRange(Descriptors.All);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KnownAttributes.Topology).IsEmpty) return;
            var symbols = CompilationSymbols.Of(start.Compilation);
            start.RegisterSymbolAction(context => Analyze(context, symbols), SymbolKind.NamedType);
        });
    }

    /// <summary>Reports what is wrong with the declaration of a type.</summary>
    internal void Analyze(SymbolAnalysisContext context, CompilationSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)) return;
        IReadOnlyList<KnownAttribute> attributes = symbols.AttributesOf(type);
        if (attributes.Count == 0) return;
        CancellationToken cancellation = context.CancellationToken;
        if (attributes.Has(nameof(TopologyAttribute))) Report(context, symbols, RuleChecker.Check(TopologyParser.Parse(symbols, type, cancellation), _rules));
        if (attributes.Has(nameof(ColoPairAttribute))) Report(context, symbols, RuleChecker.Check(PairParser.Parse(symbols, type, cancellation), _rules));
        if (LayerTreeParser.ParseAlone(symbols, type, cancellation) is { } layer) Report(context, symbols, RuleChecker.Check(layer, _rules));
    }

    private static void Report(SymbolAnalysisContext context, CompilationSymbols symbols, IEnumerable<RuleDiagnostic> diagnostics)
    {
        foreach (RuleDiagnostic found in diagnostics) Report(context, symbols, found);
    }

    private static void Report(SymbolAnalysisContext context, CompilationSymbols symbols, RuleDiagnostic found)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        RuleResult result = found.Result;
        Location primary = DiagnosticLocations.Inside(symbols, type, result.At.Path, result.At.Argument, context.CancellationToken);
        IEnumerable<Location> others = new[] { result.At, result.Related }
            .OfType<Place>()
            .Select(place => DiagnosticLocations.Anywhere(symbols, type, place.Path, place.Argument, context.CancellationToken))
            .OfType<Location>()
            .Where(location => location != primary)
            .Distinct();
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.Get(found.Rule),
            primary,
            others,
            FixProperties.Of(result.Fixes),
            messageArgs: [.. result.Arguments]));
    }
}
