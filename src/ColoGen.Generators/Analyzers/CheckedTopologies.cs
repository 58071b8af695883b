using System.Collections.Concurrent;
using System.Collections.Immutable;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Analyzers;

/// <summary>What the rules find in the topologies of a compilation. Each is checked once, though its layers ask for it, too.</summary>
internal sealed class CheckedTopologies(CompilationSymbols symbols, RuleSelection rules)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<TopologyFinding>> _findings = new(SymbolEqualityComparer.Default);

    public CompilationSymbols Symbols => symbols;

    /// <summary>What belongs in the declaration of the topology.</summary>
    public IEnumerable<RuleDiagnostic> Of(INamedTypeSymbol topology, CancellationToken cancellation) =>
        FindingsIn(topology, cancellation).Where(static finding => finding.Layer is null).Select(static finding => finding.Diagnostic);

    /// <summary>What belongs in the declaration of a layer, and only a topology shows.</summary>
    public IEnumerable<(INamedTypeSymbol Topology, RuleDiagnostic Diagnostic)> OfLayer(INamedTypeSymbol layer, CancellationToken cancellation)
    {
        foreach (INamedTypeSymbol topology in symbols.Topologies)
        {
            foreach (TopologyFinding finding in FindingsIn(topology, cancellation))
            {
                if (SymbolEqualityComparer.Default.Equals(finding.Layer, layer)) yield return (topology, finding.Diagnostic);
            }
        }
    }

    /// <summary>Whether other generators add something to a topology, so that its documents lack it.</summary>
    public bool IsUnseen(INamedTypeSymbol topology, CancellationToken cancellation) =>
        !symbols.AddedTrees.IsEmpty
        && FindingsIn(topology, cancellation).Any(static finding => finding.Diagnostic.Rule == AuthoringRules.AddedByGenerator);

    private ImmutableArray<TopologyFinding> FindingsIn(INamedTypeSymbol topology, CancellationToken cancellation)
    {
        if (_findings.TryGetValue(topology, out ImmutableArray<TopologyFinding> known)) return known;
        Topology model = TopologyParser.Parse(symbols, topology, cancellation);
        IEnumerable<DeclarationError> unseen = UnseenDeclarations.Of(symbols, topology, model, cancellation);
        ImmutableArray<TopologyFinding> findings = ImmutableArray.CreateRange(RuleChecker.Check(model, rules)
            .Select(found => new TopologyFinding(found, LayerOf(topology, found)))
            .Concat(RuleChecker.Check(unseen, topology.Name, rules).Select(static found => new TopologyFinding(found, Layer: null))));
        return _findings.GetOrAdd(topology, findings);
    }

    /// <summary>The layer in whose own declaration a diagnostic of a topology belongs, or null.</summary>
    private INamedTypeSymbol? LayerOf(INamedTypeSymbol topology, RuleDiagnostic found) =>
        found.Result.IsOfLayer && DiagnosticLocations.LayerAt(symbols, topology, found.Result.At.Path) is { } layer
        && LayerTreeParser.IsJudgedAlone(symbols, layer)
            ? layer.OriginalDefinition
            : null;

    /// <param name="Layer">The layer in whose declaration it belongs; null for that of the topology.</param>
    private readonly record struct TopologyFinding(RuleDiagnostic Diagnostic, INamedTypeSymbol? Layer);
}
