using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>The layers below a secondary replica: the active disk, and its backing, the hidden disk.</summary>
internal static class SecondaryChain
{
    public static Layer? ActiveDisk(Layer layer) => layer.IsReplication(ReplicationMode.Secondary) && layer.Edges.Count == 1 ? layer.Edges[0].Layer : null;

    /// <summary>The hidden disk; null also where the active disk is wrong.</summary>
    public static Layer? HiddenDisk(Layer layer) =>
        ActiveDisk(layer) is { Edges.Count: 1 } active && BufferProblem(active) is null ? active.Edges[0].Layer : null;

    /// <summary>Why a layer can't hold what replication writes to it until the next checkpoint.</summary>
    public static string? BufferProblem(Layer layer) => layer switch
    {
        _ when layer.Is<QuorumAttribute>() || layer.Is<ReplicationAttribute>() => "is no image: QEMU wants a qcow2 layer there",
        { Format: null } => null,
        { Format: not DiskFormat.Qcow2 } => "is not qcow2: QEMU can't empty most other formats at a checkpoint",
        { Edges.Count: 0, Reference: null } => "has no backing layer",
        { Edges: [{ Kind: EdgeKind.Optional }] } => "has a backing layer that may be absent",
        _ => null,
    };
}
