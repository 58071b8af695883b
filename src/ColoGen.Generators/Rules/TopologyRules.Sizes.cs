using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_quorumSizes = new(
        "COLO0409", "The children of a quorum have different sizes", "'{0}' stands on '{1}' with {2} bytes and on '{3}' with {4}: QEMU refuses them, or aborts at the first write past the end of the smaller", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfLayer = layer =>
            from first in layer.Kind == "Quorum" ? layer.Edges.Where(edge => SizeOf(edge.Layer) is not null).Take(1) : []
            from edge in layer.Edges
            let size = SizeOf(edge.Layer)
            where size is not null && size != SizeOf(first.Layer)
            select new Finding(edge.Source.Path, layer.TypeName, first.Source.Path, Text(SizeOf(first.Layer)!.Value), edge.Source.Path, Text(size.Value)) { Related = first.Source.Path },
    };

    private static readonly Rule s_replicationSizes = new(
        "COLO0532", "The disks of a secondary have different sizes", "'{0}' of '{1}' has {2} bytes and '{3}' has {4}: replication starts only when active, hidden and secondary disk are equal", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfTopology = index =>
            from item in SecondaryDisks(index)
            let active = item.Replication.Edges[0].Layer
            let layers = new[] { item.Disk.Top, active, item.Overlay.Layer }.Where(layer => SizeOf(layer) is not null).ToArray()
            from layer in layers.Skip(1)
            where SizeOf(layer) != SizeOf(layers[0])
            select new Finding(new Place(layer.Path, "Size"), layer.TypeName, item.Replication.TypeName, Text(SizeOf(layer)!.Value), layers[0].TypeName, Text(SizeOf(layers[0])!.Value))
            {
                Related = new Place(layers[0].Path, "Size"),
            },
    };

    /// <summary>The size that a layer is declared to have; null where nothing is said, or only at run time.</summary>
    private static long? SizeOf(Layer layer) => LayerKinds.Find(layer.Kind) is { IsSource: true }
        ? layer.Settings.GetNumber("Size")
        : layer.Edges.Select(edge => SizeOf(edge.Layer)).FirstOrDefault(size => size is not null);
}
