using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Core.Analysis;

/// <summary>
/// Who has QEMU's permission to write to the node of a layer. A layer whose backing is the node does not share that
/// permission: it has only what differs from its backing, which must not change.
/// </summary>
/// <param name="Name">The writer, for messages.</param>
/// <param name="At">The argument or property that lets it write.</param>
internal sealed record NodeWriter(NodeWriterKind Kind, string Name, Place At)
{
    /// <summary>Who writes to the layer that a reference names; null where nobody does.</summary>
    public static NodeWriter? Of(TopologyContext index, BackingReference reference)
    {
        Attachment tree = reference.Disk!;
        Layer? replica = null;
        Layer? rewriting = null;
        Layer? primary = null;
        bool isWritten = false;
        foreach (OpenedLayer opened in index.Opened)
        {
            if (!ReferenceEquals(opened.Attachment, tree)) continue;
            isWritten |= opened.Writes && ReferenceEquals(opened.Layer, reference.Backing);
            if (opened.Layer.IsReplication(ReplicationMode.Secondary)) replica ??= opened.Layer;
            if (opened.IsRewriting && IsBelow(opened.Layer, reference.Backing!)) rewriting ??= opened.Layer;
            if (opened.Layer.IsReplication(ReplicationMode.Primary) && IsBelow(opened.Layer, reference.Backing!)) primary ??= opened.Layer;
        }

        return (tree.IsHostDisk, replica, isWritten) switch
        {
            (false, _, true) => new NodeWriter(NodeWriterKind.Guest, tree.Path, new Place(tree.Path, nameof(DiskAttribute.Dev))),
            (true, not null, _) => new NodeWriter(NodeWriterKind.Replication, replica.TypeName, replica.Path),
            (true, null, true) when primary is not null => new NodeWriter(NodeWriterKind.Replication, primary.TypeName, primary.Path),
            (true, null, true) when tree.IsExportedWritable => new NodeWriter(
                NodeWriterKind.Export, tree.Dev, Place.Of<NbdExportAttribute>(tree.Path, nameof(NbdExportAttribute.Writable))),
            (true, null, true) when rewriting is not null => new NodeWriter(
                NodeWriterKind.Quorum, rewriting.TypeName, new Place(rewriting.Path, nameof(QuorumAttribute.RewriteCorrupted))),
            _ => null,
        };
    }

    private static bool IsBelow(Layer above, Layer layer)
    {
        foreach (Edge edge in above.Edges)
        {
            if (ReferenceEquals(edge.Layer, layer) || IsBelow(edge.Layer, layer)) return true;
        }

        return false;
    }
}

internal enum NodeWriterKind
{
    /// <summary>The guest, through the device over the tree.</summary>
    Guest,

    /// <summary>A client of the tree's writable export.</summary>
    Export,

    /// <summary>A quorum that rewrites corrupted children.</summary>
    Quorum,

    /// <summary>
    /// A replication. A secondary's empties its active and hidden disk, and its tree can't be a backing; a primary's has the permission to write to what is
    /// below it, whether or not something is above it.
    /// </summary>
    Replication,
}
