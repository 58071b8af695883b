using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Checks;

/// <summary>Checks a disk's block graph on the secondary. With a wrong one COLO never finishes its start, and QEMU reports no error.</summary>
internal sealed class SecondaryCheck(ColoDisk disk, LiveBlockGraph graph, IReadOnlySet<string> exportedNodes)
{
    private const string Declaration = "Start the secondary with the arguments of the pair's declaration.";

    /// <returns>The first failure; null if there is none.</returns>
    public Failure? FindFailure() => FindReplicationFailure() ?? FindChainFailure() ?? FindExportFailure();

    private Failure? FindReplicationFailure()
    {
        if (FindDriverFailure(disk.Root, Drivers.Quorum, "the root") is { } root) return root;
        if (graph.Parents(disk.Root).FirstOrDefault() is { } parent) return HasParent(parent);
        if (FindDriverFailure(disk.SecondaryReplica, Drivers.Replication, "the replication") is { } replication) return replication;

        LiveBlockNode replica = graph.Find(disk.SecondaryReplica)!;
        if (!graph.Subtree(disk.Root).Contains(replica)) return NotInSubtree();
        if (replica.Option(NodeOptions.Mode) is { } mode && mode != ReplicationModes.Secondary) return OtherMode(mode);
        return replica.Option(NodeOptions.TopId) is { } topId && topId != disk.Root ? OtherTopId(topId) : null;
    }

    private Failure? FindChainFailure() =>
        FindChildFailure(disk.SecondaryReplica, NodeOptions.File, disk.ActiveDisk, "active disk")
        ?? FindChildFailure(disk.ActiveDisk, NodeOptions.Backing, disk.HiddenDisk, "hidden disk")
        ?? FindChildFailure(disk.HiddenDisk, NodeOptions.Backing, disk.SecondaryDisk, "secondary disk")
        ?? FindDriverFailure(disk.ActiveDisk, Drivers.Qcow2, "the active disk")
        ?? FindDriverFailure(disk.HiddenDisk, Drivers.Qcow2, "the hidden disk");

    private Failure? FindExportFailure()
    {
        if (graph.Find(disk.SecondaryDisk) is not { } secondaryDisk) return NoNode(disk.SecondaryDisk);
        if (secondaryDisk.IsReadOnly) return ReadOnlyDisk();
        if (!exportedNodes.Contains(disk.SecondaryDisk)) return NotExported();
        return graph.HasWriter(disk.SecondaryDisk) ? null : ReadOnlyExport();
    }

    private Failure? FindDriverFailure(string node, string driver, string role)
    {
        if (graph.Find(node) is not { } found) return NoNode(node);
        return found.Driver == driver ? null : Fail($"{role} '{node}' is of the driver {found.Driver} and not {driver}.");
    }

    private Failure? FindChildFailure(string parent, string name, string child, string role)
    {
        string? found = graph.Child(parent, name)?.Name;
        if (found == child) return null;
        return Fail(found is null
            ? $"'{parent}' has no {name} child, which should be its {role} '{child}'."
            : $"the {name} child of '{parent}' is '{found}', and should be its {role} '{child}'.");
    }

    private Failure NoNode(string node) => Fail($"it has no node '{node}'.");

    private Failure HasParent(string parent) =>
        Fail($"its node '{disk.Root}' has the parent '{parent}', and the replication starts only below a node without a parent.");

    private Failure NotInSubtree() => Fail($"its replication '{disk.SecondaryReplica}' is not below '{disk.Root}'.");

    private Failure OtherMode(string mode) => Fail($"its replication '{disk.SecondaryReplica}' is in the mode {mode}.");

    private Failure OtherTopId(string topId) =>
        Fail($"its replication '{disk.SecondaryReplica}' has the top-id '{topId}' and not '{disk.Root}'.");

    private Failure ReadOnlyDisk() => Fail($"its secondary disk '{disk.SecondaryDisk}' is read-only, so nothing could be replicated to it.");

    private Failure NotExported() => Fail(
        $"its secondary disk '{disk.SecondaryDisk}' is not exported over NBD.", "PrepareAsync exports it. Something has removed the export since.");

    private Failure ReadOnlyExport() => Fail(
        $"the NBD export of '{disk.SecondaryDisk}' is read-only.", "PrepareAsync exports it writable. Something has replaced the export since.");

    private Failure Fail(string cause, string fix = Declaration) => new(ColoSide.Secondary, cause, fix, disk.Dev);
}
