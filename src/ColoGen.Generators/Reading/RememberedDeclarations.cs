using ColoGen.Generators.Model;
using ColoGen.Generators.Reading.Syntax;

namespace ColoGen.Generators.Reading;

/// <summary>The declarations of each kind that the generator and the analyzer read.</summary>
internal static class RememberedDeclarations
{
    public static readonly Remembered<Topology> Topologies = new(
        static (names, parts, trees) => names.Record(parts) is { } record ? SyntaxTopologyReader.Read(names, record, Access.Itself, trees) : null,
        static (compilation, type, declaration, cancellation) =>
            KnownAttributes.IsFirst(type, declaration, "TopologyAttribute") ? TopologyReader.Read(compilation, type, cancellation) : null);

    public static readonly Remembered<Pair> Pairs = new(
        static (names, parts, trees) => names.Record(parts) is { } record ? SyntaxPairReader.Read(names, record, trees) : null,
        static (compilation, type, declaration, cancellation) =>
            KnownAttributes.IsFirst(type, declaration, "ColoPairAttribute") ? PairReader.Read(compilation, type, cancellation) : null);

    public static readonly Remembered<Layer> Layers = new(
        static (names, parts, trees) => new SyntaxLayerReader(names, trees).ReadAlone(parts),
        static (compilation, type, _, cancellation) => TreeReader.ReadAlone(compilation, type, cancellation));
}
