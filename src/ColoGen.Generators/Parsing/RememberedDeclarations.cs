using ColoGen.Core.Model;
using ColoGen.Generators.Parsing.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>The declarations of each kind that the generator and the analyzer read.</summary>
internal static class RememberedDeclarations
{
    public static readonly Remembered<Topology> Topologies = new(
        static (names, parts, trees) => names.Record(parts) is { } record ? SyntaxTopologyReader.Read(names, record, Access.Itself, trees) : null,
        static (compilation, type, declaration, cancellation) =>
            KnownAttributes.IsFirst(type, declaration, "TopologyAttribute") ? TopologyParser.Read(compilation, type, cancellation) : null);

    public static readonly Remembered<Pair> Pairs = new(
        static (names, parts, trees) => names.Record(parts) is { } record ? SyntaxPairReader.Read(names, record, trees) : null,
        static (compilation, type, declaration, cancellation) =>
            KnownAttributes.IsFirst(type, declaration, "ColoPairAttribute") ? PairParser.Read(compilation, type, cancellation) : null);

    public static readonly Remembered<Layer> Layers = new(
        static (names, parts, trees) => new SyntaxLayerReader(names, trees).ReadAlone(parts),
        static (compilation, type, _, cancellation) => LayerTreeParser.ReadAlone(compilation, type, cancellation));
}
