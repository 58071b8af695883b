using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>A layer as QEMU opens it.</summary>
/// <param name="Writes">Its nodes are opened for writing, whether or not somebody writes.</param>
/// <param name="Above">The layer that it stands below; null at the top.</param>
/// <param name="UnderSecondary">The secondary replication that it stands below, active and hidden disk included.</param>
internal sealed record OpenedLayer(Attachment Attachment, Layer Layer, bool Writes, Layer? Above, Layer? UnderSecondary)
{
    /// <summary>The layer that takes what the secondary's guest writes: right below the replication.</summary>
    public bool IsActive => UnderSecondary is not null && Above is not null && Above.Path == UnderSecondary.Path;

    /// <summary>The layer replication keeps the old data in: the backing of the active disk.</summary>
    public bool IsHidden => UnderSecondary is not null && Above is not null && Above.Path == UnderSecondary.Edges[0].Layer.Path;

    /// <summary>A quorum that writes to its children when they differ.</summary>
    public bool IsRewriting => Layer.Kind == "Quorum" && Layer.Settings.GetMember("ReadPattern") != "Fifo" && Layer.Settings.GetBoolean("RewriteCorrupted");

    /// <summary>Every layer of a tree.</summary>
    public static IEnumerable<OpenedLayer> Of(Attachment attachment) => Below(attachment, attachment.Top, null, null, !attachment.IsReadOnly);

    private static IEnumerable<OpenedLayer> Below(Attachment attachment, Layer layer, Layer? above, Layer? secondary, bool writes)
    {
        var opened = new OpenedLayer(attachment, layer, writes, above, secondary);
        yield return opened;
        bool isSecondary = layer.Kind == "Replication" && layer.Settings.GetMember("Mode") == "Secondary";
        bool isSource = LayerKinds.Find(layer.Kind) is { IsSource: true };
        bool isActive = above is not null && above == secondary;
        foreach (OpenedLayer below in layer.Edges.SelectMany(edge =>
            Below(attachment, edge.Layer, layer, isSecondary ? layer : secondary, isSource ? writes && isActive : writes)))
        {
            yield return below;
        }
    }
}
