namespace ColoGen.Control;

/// <summary>All images of a replicated disk are of one length: with a shorter one COLO starts for ever, or a write aborts the primary's QEMU.</summary>
internal static class SizeCheck
{
    /// <exception cref="ColoException">They differ.</exception>
    public static void Check(ColoStep step, ColoDisk disk, BlockGraph primary, BlockGraph secondary)
    {
        BlockNode root = primary.Find(disk.Root)
            ?? throw new ColoException(step, ColoSide.Primary, $"it has no node '{disk.Root}'.", "Start it with the arguments of the pair's declaration.", disk.Dev);

        foreach ((string role, string name) in new[] { ("secondary", disk.SecondaryDisk), ("active", disk.ActiveDisk), ("hidden", disk.HiddenDisk) })
        {
            long size = secondary.Find(name)?.Size
                ?? throw new ColoException(step, ColoSide.Secondary, $"it has no node '{name}'.", "Start it with the arguments of the pair's declaration.", disk.Dev);
            if (size == root.Size) continue;
            throw new ColoException(
                step,
                ColoSide.Secondary,
                $"its {role} disk '{name}' has {size} bytes, and the primary's '{disk.Root}' has {root.Size}.",
                "All three images of the secondary must be as long as the primary's disk, to the byte.",
                disk.Dev);
        }
    }
}
