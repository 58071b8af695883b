using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_quorumSizes = new(
        "COLO0409", "The children of a quorum have different sizes", "'{0}' stands on '{1}' with {2} bytes and on '{3}' with {4}: QEMU refuses them, or aborts at the first write past the end of the smaller", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfLayer = layer => layer.Kind == "Quorum" && Sized(layer) is { } first
            ? Findings.OfEach((layer, first), layer.Edges, static (quorum, edge) => SizeOf(edge.Layer) is { } size && size != SizeOf(quorum.first.Layer)
                ? new Finding(
                    edge.Source.Path, quorum.layer.TypeName, quorum.first.Source.Path, Text(SizeOf(quorum.first.Layer)!.Value), edge.Source.Path, Text(size))
                {
                    Related = quorum.first.Source.Path,
                }
                : null)
            : [],
    };

    private static readonly Rule s_replicationSizes = new(
        "COLO0532", "The disks of a secondary have different sizes", "'{0}' of '{1}' has {2} bytes and '{3}' has {4}: replication starts only when active, hidden and secondary disk are equal", RuleSeverity.Error, RuleCategory.Replication)
    {
        OfBackingReference = (_, overlay) => overlay.Replication is { } replication ? ReplicationSizes(replication, [overlay.Disk!.Top, replication.Edges[0].Layer, overlay.Layer]) : [],
    };

    private static IEnumerable<Finding> ReplicationSizes(Layer replication, EquatableArray<Layer> layers)
    {
        Layer? first = null;
        List<Finding>? findings = null;
        foreach (Layer layer in layers)
        {
            if (SizeOf(layer) is not { } size) continue;
            first ??= layer;
            if (SizeOf(first) is { } other && size != other)
            {
                (findings ??= []).Add(new Finding(new Place(layer.Path, "Size"), layer.TypeName, replication.TypeName, Text(size), first.TypeName, Text(other))
                {
                    Related = new Place(first.Path, "Size"),
                });
            }
        }

        return Findings.OrNone(findings);
    }

    /// <summary>The first edge to a layer whose size is known.</summary>
    private static Edge? Sized(Layer layer)
    {
        foreach (Edge edge in layer.Edges)
        {
            if (SizeOf(edge.Layer) is not null) return edge;
        }

        return null;
    }

    /// <summary>The size that a layer is declared to have; null where nothing is said, or only at run time.</summary>
    private static long? SizeOf(Layer layer)
    {
        if (LayerKinds.Find(layer.Kind) is { IsSource: true }) return layer.Settings.GetNumber("Size");
        foreach (Edge edge in layer.Edges)
        {
            if (SizeOf(edge.Layer) is { } size) return size;
        }

        return null;
    }
}
