using System.Collections.Immutable;
using ColoGen.Core.Layers;
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
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypesByMetadataName(KnownAttributes.Topology).IsEmpty) return;
            CheckedTopologies topologies = Start(start.Compilation);
            start.RegisterSymbolAction(context => Analyze(context, topologies), SymbolKind.NamedType);
        });
    }

    /// <summary>What the analysis of all types of a compilation shares.</summary>
    internal CheckedTopologies Start(Compilation compilation) => new(CompilationSymbols.Of(compilation), _rules);

    /// <summary>Reports what is wrong with the declaration of a type.</summary>
    internal void Analyze(SymbolAnalysisContext context, CheckedTopologies topologies)
    {
        CompilationSymbols symbols = topologies.Symbols;
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface)) return;
        if (DerivedLayers.Of(symbols, type) is { } derived) Report(context, symbols, RuleChecker.Check([derived], type.Name, _rules));
        if (DerivedTopologies.Of(symbols, type) is { } other) Report(context, symbols, RuleChecker.Check([other], type.Name, _rules));
        IReadOnlyList<KnownAttribute> attributes = symbols.AttributesOf(type);
        CancellationToken cancellation = context.CancellationToken;
        if (attributes.Count == 0)
        {
            Report(context, symbols, RuleChecker.Check(UnreadAttributes.OfNoTopology(symbols, type, cancellation), type.Name, _rules));
            return;
        }

        if (attributes.Has(nameof(TopologyAttribute))) Report(context, symbols, topologies.Of(type, cancellation));
        if (attributes.Has(nameof(ColoPairAttribute)))
        {
            Pair pair = PairParser.Parse(symbols, type, cancellation);
            Report(context, symbols, RuleChecker.Check(pair, _rules));
            Report(context, symbols, RuleChecker.Check(UnseenDeclarations.Of(topologies, type, pair, cancellation), type.Name, _rules));
        }

        Layer? layer = LayerTreeParser.ParseAlone(symbols, type, cancellation);
        if (layer is not null) Report(context, symbols, RuleChecker.Check(layer, _rules));
        if ((attributes.Has(nameof(BackingReferenceAttribute)) || layer?.Settings.Any(HasControlCharacter) == true)
            && LayerTreeParser.IsJudgedAlone(symbols, type))
        {
            ReportOfLayer(context, topologies);
        }

        Report(context, symbols, RuleChecker.Check(Beyond(symbols, symbols.RecordOf(type), cancellation), type.Name, _rules));
    }

    /// <summary>Reports what is wrong in a layer's declaration and only a topology shows, so that it is found in the file that is wrong.</summary>
    private static void ReportOfLayer(SymbolAnalysisContext context, CheckedTopologies topologies)
    {
        var layer = (INamedTypeSymbol)context.Symbol;
        var reported = new HashSet<(Rule, Location, string)>();
        foreach ((INamedTypeSymbol topology, RuleDiagnostic found) in topologies.OfLayer(layer, context.CancellationToken))
        {
            Location place = DiagnosticLocations.OfLayer(topologies.Symbols, layer, found.Result.At.Argument, context.CancellationToken);
            if (!reported.Add((found.Rule, place, found.Message))) continue;
            Report(context, topologies.Symbols, found, topology, place, new Place(Access.NamesOf(found.Result.At.Path)[0]));
        }
    }

    private static bool HasControlCharacter(Setting setting) => setting.Value is TextConstant constant && DocumentText.FirstControl(constant.Text) >= 0;

    /// <summary>What the generator can't find in a declaration, or need not, because the documents do not depend on it.</summary>
    private static IEnumerable<DeclarationError> Beyond(CompilationSymbols symbols, RecordSymbols record, CancellationToken cancellation) =>
        UnreadAttributes.Of(symbols, record)
            .Concat(InternalMembers.Of(record))
            .Concat(LostLayers.Of(symbols, record, cancellation))
            .Concat(UnusedMembers.Of(symbols, record, cancellation));

    private static void Report(SymbolAnalysisContext context, CompilationSymbols symbols, IEnumerable<RuleDiagnostic> diagnostics)
    {
        foreach (RuleDiagnostic found in diagnostics) Report(context, symbols, found);
    }

    private static void Report(SymbolAnalysisContext context, CompilationSymbols symbols, RuleDiagnostic found)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        Place at = found.Result.At;
        Report(context, symbols, found, type, DiagnosticLocations.Inside(symbols, type, at.Path, at.Argument, context.CancellationToken), at);
    }

    /// <param name="declaration">The declaration at which the paths begin.</param>
    /// <param name="other">The place that also has the problem, where it is not the location.</param>
    private static void Report(
        SymbolAnalysisContext context, CompilationSymbols symbols, RuleDiagnostic found, INamedTypeSymbol declaration, Location location, Place other)
    {
        RuleResult result = found.Result;
        IEnumerable<Location> others = new[] { other, result.Related }
            .OfType<Place>()
            .Select(place => DiagnosticLocations.Anywhere(symbols, declaration, place.Path, place.Argument, context.CancellationToken))
            .OfType<Location>()
            .Where(found => found != location)
            .Distinct();
        context.ReportDiagnostic(Diagnostic.Create(
            Descriptors.Get(found.Rule),
            location,
            others,
            FixProperties.Of(result),
            messageArgs: [.. result.Arguments]));
    }
}
