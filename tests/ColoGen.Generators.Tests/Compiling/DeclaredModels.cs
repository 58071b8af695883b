using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Compiling;

/// <summary>What a compilation declares, read into the model.</summary>
internal sealed record DeclaredModels(IReadOnlyList<Topology> Topologies, IReadOnlyList<Pair> Pairs, IReadOnlyList<Layer> Layers)
{
    public static DeclaredModels Of(Compilation compilation)
    {
        INamedTypeSymbol[] types = [.. Types(compilation.Assembly.GlobalNamespace)];
        return new(
            [
                .. types
                    .Where(type => CompilationSymbols.Of(compilation).AttributesOf(type).Has("TopologyAttribute"))
                    .Select(type => TopologyParser.Parse(CompilationSymbols.Of(compilation), type, CancellationToken.None)),
            ],
            [
                .. types
                    .Where(type => CompilationSymbols.Of(compilation).AttributesOf(type).Has("ColoPairAttribute"))
                    .Select(type => PairParser.Parse(CompilationSymbols.Of(compilation), type, CancellationToken.None)),
            ],
            [.. types.Select(type => LayerTreeParser.ParseAlone(CompilationSymbols.Of(compilation), type, CancellationToken.None)).OfType<Layer>()]);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol around) => around.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => Types(type).Prepend(type),
        INamespaceSymbol within => Types(within),
        _ => [],
    });
}
