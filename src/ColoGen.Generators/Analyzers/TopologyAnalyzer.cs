using System.Collections.Immutable;
using ColoGen.Core.Model;
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
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownAttributes.Topology) is null) return;
            start.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        });
    }

    private void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        ImmutableArray<AttributeData> attributes = type.GetAttributes();
        if (!attributes.Any(KnownAttributes.IsColoGen)) return;
        if (RememberedDeclarations.Topologies.Read(context.Compilation, type, attributes.Find("TopologyAttribute"), context.CancellationToken) is { } topology)
        {
            foreach (RuleDiagnostic found in RuleChecker.Check(topology, _rules)) Report(context, type, found);
        }

        if (RememberedDeclarations.Pairs.Read(context.Compilation, type, attributes.Find("ColoPairAttribute"), context.CancellationToken) is { } pair)
        {
            foreach (RuleDiagnostic found in RuleChecker.Check(pair, _rules)) Report(context, type, found);
        }

        if (RememberedDeclarations.Layers.Read(context.Compilation, type, attributes.DerivedFrom("LayerAttribute").FirstOrDefault(), context.CancellationToken) is { } layer)
        {
            foreach (RuleDiagnostic found in RuleChecker.Check(layer, _rules)) Report(context, type, found);
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, RuleDiagnostic found)
    {
        RuleResult result = found.Result;
        Location primary = DiagnosticLocations.Inside(type, result.At.Path, result.At.Argument, context.CancellationToken);
        IEnumerable<Location> others = new[] { result.At, result.Related }
            .OfType<Place>()
            .Select(place => DiagnosticLocations.Anywhere(type, place.Path, place.Argument, context.CancellationToken))
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
