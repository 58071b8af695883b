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
    private readonly SortedRules _rules;

    /// <summary>Knows every rule.</summary>
    public TopologyAnalyzer()
        : this(SortedRules.All)
    {
    }

    /// <summary>Knows some of the rules.</summary>
    internal TopologyAnalyzer(IReadOnlyCollection<Rule> rules)
        : this(new SortedRules(rules))
    {
    }

    private TopologyAnalyzer(SortedRules rules) => _rules = rules;

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
            foreach (Violation violation in TopologyRules.Check(topology, _rules)) Report(context, type, violation);
        }

        if (RememberedDeclarations.Pairs.Read(context.Compilation, type, attributes.Find("ColoPairAttribute"), context.CancellationToken) is { } pair)
        {
            foreach (Violation violation in TopologyRules.Check(pair, _rules)) Report(context, type, violation);
        }

        if (RememberedDeclarations.Layers.Read(context.Compilation, type, attributes.DerivedFrom("LayerAttribute").FirstOrDefault(), context.CancellationToken) is { } layer)
        {
            foreach (Violation violation in TopologyRules.Check(layer, _rules)) Report(context, type, violation);
        }
    }

    private static void Report(SymbolAnalysisContext context, INamedTypeSymbol type, Violation violation)
    {
        Finding finding = violation.Finding;
        Location primary = DiagnosticLocations.Inside(type, finding.At.Path, finding.At.Argument, context.CancellationToken);
        IEnumerable<Location> others = new[] { finding.At, finding.Related }
            .OfType<Place>()
            .Select(place => DiagnosticLocations.Anywhere(type, place.Path, place.Argument, context.CancellationToken))
            .OfType<Location>()
            .Where(location => location != primary)
            .Distinct();
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.Get(violation.Rule),
            primary,
            others,
            FixProperties.Of(finding.Fixes),
            messageArgs: [.. finding.Arguments]));
    }
}
