namespace ColoGen;

/// <summary>
/// A layer that writes to several layers and votes on what it reads: QEMU's driver <c>quorum</c>. Its children are the
/// record's properties whose type is a layer, in the order of declaration, or one array or list of layers.
/// </summary>
/// <example><code>
/// [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
/// public sealed partial record PrimaryRoot(Qcow2Image Local, PrimaryReplica? Replica);
/// </code></example>
public sealed class QuorumAttribute : LayerAttribute
{
    /// <summary>How many children must agree, 1 to the number of children: QEMU's <c>vote-threshold</c>. Required.</summary>
    public int VoteThreshold { get; set; }

    /// <summary>How it reads: QEMU's <c>read-pattern</c>. COLO uses <see cref="QuorumReadPattern.Fifo"/>.</summary>
    public QuorumReadPattern ReadPattern { get; set; }

    /// <summary>Writes the winning data over a child that differs: QEMU's <c>rewrite-corrupted</c>. QEMU ignores it under fifo.</summary>
    public bool RewriteCorrupted { get; set; }

    /// <summary>Fails on a difference instead of voting: QEMU's <c>blkverify</c>. Exactly two children, a threshold of 2.</summary>
    public bool Blkverify { get; set; }
}
