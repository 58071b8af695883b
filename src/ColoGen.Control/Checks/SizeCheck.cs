using ColoGen.Control.Hosts;

namespace ColoGen.Control.Checks;

/// <summary>
/// Checks that all images of a replicated disk have the same size. With a smaller one COLO never finishes its start, or a write aborts the
/// primary's QEMU.
/// </summary>
internal static class SizeCheck
{
    private const string Declaration = "Start it with the arguments of the pair's declaration.";

    /// <returns>The first failure; null if there is none.</returns>
    public static Failure? FindFailure(ColoDisk disk, LiveBlockGraph primary, LiveBlockGraph secondary)
    {
        if (primary.Find(disk.Root) is not { } root) return NoNode(ColoSide.Primary, disk.Root, disk);
        return Compare("secondary", disk.SecondaryDisk) ?? Compare("active", disk.ActiveDisk) ?? Compare("hidden", disk.HiddenDisk);

        Failure? Compare(string role, string name)
        {
            if (secondary.Find(name) is not { } node) return NoNode(ColoSide.Secondary, name, disk);
            return node.Size == root.Size ? null : OtherSize(role, node, root, disk);
        }
    }

    private static Failure NoNode(ColoSide side, string node, ColoDisk disk) => new(side, $"it has no node '{node}'.", Declaration, disk.Dev);

    private static Failure OtherSize(string role, LiveBlockNode node, LiveBlockNode root, ColoDisk disk) => new(
        ColoSide.Secondary,
        $"its {role} disk '{node.Name}' has {node.Size} bytes, and the primary's '{root.Name}' has {root.Size}.",
        "All three images of the secondary must have exactly the size of the primary's disk.",
        disk.Dev);
}
