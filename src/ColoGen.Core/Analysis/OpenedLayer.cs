using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>A layer as QEMU opens it.</summary>
/// <param name="Writes">Its nodes are opened for writing, whether or not somebody writes.</param>
/// <param name="Above">The layer above it; null at the top.</param>
/// <param name="UnderSecondary">The secondary replication above it, for its active and hidden disk, too.</param>
internal sealed record OpenedLayer(Attachment Attachment, Layer Layer, bool Writes, Layer? Above, Layer? UnderSecondary)
{
    /// <summary>The layer that takes what the secondary's guest writes: right below the replication.</summary>
    public bool IsActive => UnderSecondary is not null && Above is not null && Above.Path == UnderSecondary.Path;

    /// <summary>The layer replication keeps the old data in: the backing of the active disk.</summary>
    public bool IsHidden => UnderSecondary is not null && Above is not null && Above.Path == UnderSecondary.Edges[0].Layer.Path;

    /// <summary>A quorum that writes to its children when they differ.</summary>
    public bool IsRewriting => Layer.Is<QuorumAttribute>() && !Layer.IsFifo() && Layer.Settings.GetBoolean(nameof(QuorumAttribute.RewriteCorrupted));

    /// <summary>Every layer of a topology.</summary>
    public static EquatableArray<OpenedLayer> Of(Topology topology)
    {
        var opened = new List<OpenedLayer>();
        foreach (Attachment attachment in topology.Attachments) Add(opened, attachment, attachment.Top, null, null, !attachment.IsReadOnly);
        return new([.. opened]);
    }

    private static void Add(List<OpenedLayer> opened, Attachment attachment, Layer layer, Layer? above, Layer? secondary, bool writes)
    {
        opened.Add(new OpenedLayer(attachment, layer, writes, above, secondary));
        if (layer.Edges.Count == 0) return;
        bool isActive = above is not null && ReferenceEquals(above, secondary);
        bool writesBelow = LayerKinds.Find(layer.Kind) is { IsSource: true } ? writes && isActive : writes;
        Layer? secondaryBelow = layer.IsReplication(ReplicationMode.Secondary) ? layer : secondary;
        foreach (Edge edge in layer.Edges) Add(opened, attachment, edge.Layer, layer, secondaryBelow, writesBelow);
    }
}
