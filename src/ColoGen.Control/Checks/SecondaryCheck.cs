namespace ColoGen.Control;

/// <summary>What a secondary must look like; otherwise COLO starts for ever, without a word from QEMU.</summary>
internal static class SecondaryCheck
{
    /// <exception cref="ColoException">The replication of the disk would not start.</exception>
    public static void Check(ColoStep step, ColoDisk disk, BlockGraph graph, IReadOnlySet<string> exportedNodes)
    {
        const string declaration = "Start the secondary with the arguments of the pair's declaration.";

        BlockNode root = Require(disk.Root, "quorum", "the root");
        if (graph.NodesAbove(disk.Root).FirstOrDefault() is { } above)
        {
            throw Refuse($"its node '{disk.Root}' has '{above}' above it, and the replication starts only below a root.", declaration);
        }

        BlockNode replica = Require(disk.SecondaryReplica, "replication", "the replication");
        if (!graph.Below(disk.Root).Contains(replica))
        {
            throw Refuse($"its replication '{disk.SecondaryReplica}' is not below '{disk.Root}'.", declaration);
        }

        if (replica.Option("mode") is { } mode && mode != "secondary")
        {
            throw Refuse($"its replication '{disk.SecondaryReplica}' is of the mode {mode}.", declaration);
        }

        if (replica.Option("top-id") is { } top && top != root.Name)
        {
            throw Refuse($"its replication '{disk.SecondaryReplica}' has the top-id '{top}' and not '{root.Name}'.", declaration);
        }

        RequireChild(disk.SecondaryReplica, "file", disk.ActiveDisk, "active disk");
        RequireChild(disk.ActiveDisk, "backing", disk.HiddenDisk, "hidden disk");
        RequireChild(disk.HiddenDisk, "backing", disk.SecondaryDisk, "secondary disk");
        Require(disk.ActiveDisk, "qcow2", "the active disk");
        Require(disk.HiddenDisk, "qcow2", "the hidden disk");

        if (Find(disk.SecondaryDisk).IsReadOnly)
        {
            throw Refuse($"its secondary disk '{disk.SecondaryDisk}' is read-only, so nothing could be replicated to it.", declaration);
        }

        if (!exportedNodes.Contains(disk.SecondaryDisk))
        {
            throw Refuse($"its secondary disk '{disk.SecondaryDisk}' is not exported over NBD.", "PrepareAsync exports it; somebody has taken it back.");
        }

        if (!graph.HasWriter(disk.SecondaryDisk))
        {
            throw Refuse($"the NBD export of '{disk.SecondaryDisk}' is read-only.", "PrepareAsync exports it writable; somebody has exported it anew.");
        }

        ColoException Refuse(string cause, string fix) => new(step, ColoSide.Secondary, cause, fix, disk.Dev);

        BlockNode Find(string name) => graph.Find(name) ?? throw Refuse($"it has no node '{name}'.", declaration);

        BlockNode Require(string name, string driver, string role)
        {
            BlockNode node = Find(name);
            return node.Driver == driver
                ? node
                : throw Refuse($"{role} '{name}' is of the driver {node.Driver} and not {driver}.", declaration);
        }

        void RequireChild(string parent, string edge, string child, string role)
        {
            string? found = graph.Child(parent, edge)?.Name;
            if (found == child) return;
            throw Refuse(
                found is null
                    ? $"'{parent}' has no {edge} child, where its {role} '{child}' should be."
                    : $"the {edge} child of '{parent}' is '{found}', where its {role} '{child}' should be.",
                declaration);
        }
    }
}
