using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>A disk of a pair that is replicated.</summary>
/// <param name="Replica">The edge of the primary's quorum to its replica.</param>
/// <param name="Client">The NBD source below it.</param>
/// <param name="SecondaryReplica">The secondary's replica.</param>
/// <param name="SecondaryDisk">The host disk that is the backing of the hidden disk.</param>
internal sealed record ReplicatedDisk(
    PairedDisk Disk, Edge Replica, Layer Client, Layer SecondaryReplica, Layer Active, Layer Hidden, Attachment SecondaryDisk)
{
    public string Dev => Disk.Dev;

    public string ExportName => SecondaryDisk.ExportName;

    /// <summary>The replicated disks of a pair, in the order of the primary.</summary>
    public static IEnumerable<ReplicatedDisk> Of(Pair pair) => PairedDisk.Of(pair).Select(disk => Of(pair, disk)).OfType<ReplicatedDisk>();

    /// <summary>Null where something of it is missing.</summary>
    private static ReplicatedDisk? Of(Pair pair, PairedDisk disk)
    {
        Edge? replica = disk.Primary.Top.Edges.FirstOrDefault(edge => edge.Layer.IsReplication(ReplicationMode.Primary));
        Layer? secondary = disk.Secondary.Top.Edges.Select(edge => edge.Layer).FirstOrDefault(layer => layer.IsReplication(ReplicationMode.Secondary));
        return replica?.Layer.Edges is [{ Layer: var client }]
            && secondary?.Edges is [{ Layer: { Edges: [{ Layer: var hidden }] } active }]
            && disk.Secondary.Bind(hidden) is { Dev: { } dev } && pair.Secondary!.Find(dev) is { } secondaryDisk
            ? new ReplicatedDisk(disk, replica, client, secondary, active, hidden, secondaryDisk)
            : null;
    }
}
