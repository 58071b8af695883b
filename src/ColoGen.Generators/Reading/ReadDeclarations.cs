using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;
using ColoGen.Generators.Reading.Syntax;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Reading;

/// <summary>All topologies and pairs of a project for which something can be generated.</summary>
internal sealed record ReadDeclarations(EquatableArray<Topology> Topologies, EquatableArray<Pair> Pairs)
{
    public static readonly Remembered<Topology> RememberedTopologies = new(
        static (names, parts, trees) => names.Record(parts) is { } record ? SyntaxTopologyReader.Read(names, record, Access.Itself, trees) : null,
        static (compilation, type, declaration, cancellation) =>
            KnownAttributes.IsFirst(type, declaration, "TopologyAttribute") ? TopologyReader.Read(compilation, type, cancellation) : null);

    public static readonly Remembered<Pair> RememberedPairs = new(
        static (names, parts, trees) => names.Record(parts) is { } record ? SyntaxPairReader.Read(names, record, trees) : null,
        static (compilation, type, declaration, cancellation) =>
            KnownAttributes.IsFirst(type, declaration, "ColoPairAttribute") ? PairReader.Read(compilation, type, cancellation) : null);

    public static readonly Remembered<Layer> RememberedLayers = new(
        static (names, parts, trees) => new SyntaxLayerReader(names, trees).ReadAlone(parts),
        static (compilation, type, _, cancellation) => TreeReader.ReadAlone(compilation, type, cancellation));

    public static ReadDeclarations Of(Compilation compilation, CancellationToken cancellation)
    {
        var project = SourceProject.Of(compilation);
        var topologies = new List<Topology>();
        foreach (SourceType declaration in project.Topologies)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RememberedTopologies.Read(compilation, declaration, null, cancellation) is { Type.CanBeExtended: true } topology) topologies.Add(topology);
        }

        var pairs = new List<Pair>();
        foreach (SourceType declaration in project.Pairs)
        {
            cancellation.ThrowIfCancellationRequested();
            if (RememberedPairs.Read(compilation, declaration, null, cancellation) is { Type.CanBeExtended: true } pair) pairs.Add(pair);
        }

        return new ReadDeclarations(topologies.ToEquatableArray(), pairs.ToEquatableArray());
    }
}
