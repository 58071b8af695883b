using ColoGen.Conformance.Tests.Agreement.Declarations;

namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

internal static partial class MistakeTable
{
    private static Mistake[] Quorums =>
    [
        new("a threshold of 0", "COLO0401", Bases.Quorum(2, 1), Top("VoteThreshold", "0")) { Message = "expects a value >= 1" },
        new("a threshold below 0", "COLO0401", Bases.Quorum(3, 2), Top("VoteThreshold", "-1")) { Message = "expects a value >= 1" },
        new("a threshold above the children", "COLO0401", Bases.Quorum(3, 2), Top("VoteThreshold", "4"))
        {
            Message = "threshold may not exceed children count",
        },
        new("a fifo threshold above the children", "COLO0401", Bases.Fifo(2), Top("VoteThreshold", "3"))
        {
            Message = "threshold may not exceed children count",
        },
        new("a fifo quorum that rewrites", "COLO0402", Bases.Fifo(3), Top("RewriteCorrupted", "true"))
        {
            AcceptedBecause = "QEMU reads RewriteCorrupted only when it votes",
        },
        new("a fifo quorum that verifies", "COLO0402", Bases.Fifo(3), Top("Blkverify", "true")) { AcceptedBecause = "QEMU reads Blkverify only when it votes" },
        new("a fifo quorum that no child may leave", "COLO0403", Bases.Fifo(2), Top("VoteThreshold", "2"))
        {
            AcceptedBecause = "the guest's writes fail when a child fails, and not before",
        },
        new("a verification of three", "COLO0404", Bases.Quorum(3, 2), Top("Blkverify", "true"))
        {
            Message = "blkverify=on can only be set if there are exactly two files",
        },
        new("a verification that one child decides", "COLO0404", Bases.Quorum(2, 1), Top("Blkverify", "true"))
        {
            Message = "blkverify=on can only be set if there are exactly two files",
        },
        new("a verification that rewrites", "COLO0405", Bases.Quorum(2, 2), Top(top => top.With("Blkverify", "true").With("RewriteCorrupted", "true")))
        {
            Message = "rewrite-corrupted=on cannot be used with blkverify=on",
        },
        new("children of different sizes", "COLO0409", Bases.Quorum(2, 1), Top(top => top with { Below = [Sized(1 << 20), Sized(2 << 20)] }))
        {
            Message = "Could not refresh total sector count",
        },
        new("a rewriting quorum that is only read", "COLO0406", Hosts.WithDisk(Layers.Over(Layers.Of("Qcow2"), Layers.Quorum(writes: false, depth: 1))),
            Top(top => top.WithBelow(below => below with
            {
                Settings = below.Settings.RemoveRange(["ReadPattern", "Blkverify"]).SetItem("RewriteCorrupted", "true"),
            })))
        {
            Message = "Block node is read-only",
        },
    ];
}
