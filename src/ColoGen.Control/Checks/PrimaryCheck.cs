using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Checks;

/// <summary>Checks a disk's block graph on the primary. With a wrong one COLO runs, and QEMU replicates nothing of the disk.</summary>
internal sealed class PrimaryCheck(ColoDisk disk, ColoInitialRole role, LiveBlockGraph graph)
{
    private const string Attach = "AttachAsync adds it. Something has changed the graph since.";

    private readonly string _replica = disk.Replica(role);
    private readonly string _child = disk.Child(role);

    /// <summary>Whether the replica of that role is attached.</summary>
    public bool HasReplica => graph.Find(_replica)?.Driver == Drivers.Replication && graph.Child(disk.Root, _child)?.Name == _replica;

    /// <summary>Checks that the replica, if there is one, is on the pair's secondary.</summary>
    /// <param name="declared">The NBD server of the pair; null if it is no TCP address.</param>
    /// <returns>The failure; null if there is none.</returns>
    public Failure? FindOtherServer(Endpoint? declared) =>
        declared is not null && HasReplica && graph.Find(_replica)!.FindServer() is { } server && server != declared ? OtherServer(server, declared) : null;

    /// <returns>The first failure; null if there is none.</returns>
    public Failure? FindFailure()
    {
        if (graph.Find(disk.Root) is not { Driver: Drivers.Quorum } root) return NoQuorum();
        if (graph.Child(disk.Root, _child) is not { } replica || replica.Name != _replica) return NotAttached();
        if (replica.Driver != Drivers.Replication) return NotPrimaryReplication();
        if (replica.Option(NodeOptions.Mode) is not (null or ReplicationModes.Primary)) return NotPrimaryReplication();
        if (graph.Subtree(_replica).All(node => node.Driver != Drivers.Nbd)) return NotOverNbd();
        if (replica.FindExport() is { } export && export != disk.Export) return OtherExport(export);
        return replica.Size == root.Size ? null : OtherSize(replica.Size, root.Size);
    }

    private Failure NoQuorum() => Fail($"it has no quorum '{disk.Root}'.", "Start it with the arguments of the pair's declaration.");

    private Failure NotAttached() =>
        Fail($"its replica '{_replica}' is not the child {_child} of '{disk.Root}', so COLO would not replicate the disk.", Attach);

    private Failure NotPrimaryReplication() => Fail($"its replica '{_replica}' is not a replication node in primary mode.", Attach);

    private Failure NotOverNbd() => Fail($"its replica '{_replica}' does not use NBD, so it is not on another host.", Attach);

    private Failure OtherExport(string export) =>
        Fail($"its replica '{_replica}' writes to the export '{export}' and not to '{disk.Export}'.", Attach);

    private Failure OtherServer(Endpoint server, Endpoint declared) => Fail(
        $"it is not of this pair: its replica '{_replica}' is on {server}, and this pair's on {declared}.",
        "Make the controller with the connections and the values of one pair.");

    private Failure OtherSize(long replica, long root) => Fail(
        $"its replica '{_replica}' has {replica} bytes, and '{disk.Root}' has {root}.",
        "Make them equal: a write past the end of the secondary's disk aborts the primary's QEMU.");

    private Failure Fail(string cause, string fix) => new(ColoSide.Primary, cause, fix, disk.Dev);
}
