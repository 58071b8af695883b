using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

/// <summary>
/// Who has QEMU's permission to write to the node of a layer. A layer that stands on the node does not share that permission:
/// it holds what differs from its backing, which must stay as it is.
/// </summary>
/// <param name="Name">Whoever writes, for messages.</param>
/// <param name="At">What lets it write.</param>
internal sealed record Writer(WriterKind Kind, string Name, Place At)
{
    /// <summary>Who writes to the layer that a reference names; null where nobody does.</summary>
    public static Writer? Of(TopologyIndex index, Reference reference)
    {
        Attachment tree = index.Topology.Find(reference.Dev!)!;
        Layer layer = index.Find(reference)!;
        OpenedLayer[] opened = [.. index.Opened.Where(item => item.Attachment.Path == tree.Path)];
        bool isWritten = opened.Any(item => item.Writes && item.Layer.Path == layer.Path);
        if (!tree.IsHostDisk) return isWritten ? new Writer(WriterKind.Guest, tree.Path, new Place(tree.Path, "Dev")) : null;
        if (opened.FirstOrDefault(item => IsSecondary(item.Layer)) is { } replica) return new Writer(WriterKind.Replication, replica.Layer.TypeName, replica.Layer.Path);
        if (!isWritten) return null;
        if (tree.IsExportedWritable) return new Writer(WriterKind.Export, tree.Dev, new Place(tree.Path, "NbdExport.Writable"));
        return opened.FirstOrDefault(item => item.IsRewriting && item.Layer.PreOrder().Skip(1).Any(below => below.Path == layer.Path)) is { } quorum
            ? new Writer(WriterKind.Quorum, quorum.Layer.TypeName, new Place(quorum.Layer.Path, "RewriteCorrupted"))
            : null;
    }

    private static bool IsSecondary(Layer layer) => layer.Kind == "Replication" && layer.Settings.GetMember("Mode") == "Secondary";
}

internal enum WriterKind
{
    /// <summary>The guest, through the device over the tree.</summary>
    Guest,

    /// <summary>A client of the tree's writable export.</summary>
    Export,

    /// <summary>A quorum that mends its children.</summary>
    Quorum,

    /// <summary>A secondary's replication, which empties its active and hidden disk and lets nothing stand on its tree.</summary>
    Replication,
}
