namespace ColoGen;

/// <summary>
/// A layer that writes to all its children, and votes on what it reads from them. Its children are the properties of the record whose type is a layer, in
/// the order of declaration, or one array or list of layers. QEMU: the driver <c>quorum</c> (QAPI <c>BlockdevOptionsQuorum</c>). libvirt has no quorum.
/// </summary>
/// <example><code>
/// [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
/// public sealed partial record PrimaryRoot(Qcow2Image Local, PrimaryReplica? Replica);
/// </code></example>
public sealed class QuorumAttribute : LayerAttribute
{
    /// <summary>Makes a record a quorum over its child layers.</summary>
    public QuorumAttribute()
    {
    }

    /// <summary>
    /// The number of children that must agree: 1 to the number of children. Required. COLO needs 1. QEMU: <c>vote-threshold</c>.
    /// </summary>
    public int VoteThreshold { get; set; }

    /// <summary>
    /// How the quorum reads. COLO needs <see cref="QuorumReadPattern.Fifo"/>. Default: <see cref="QuorumReadPattern.Quorum"/>. QEMU: <c>read-pattern</c>.
    /// </summary>
    public QuorumReadPattern ReadPattern { get; set; }

    /// <summary>
    /// Whether a child whose data loses the vote is rewritten with the data that won. QEMU ignores it under <see cref="QuorumReadPattern.Fifo"/>.
    /// Default: <see langword="false"/>. QEMU: <c>rewrite-corrupted</c>.
    /// </summary>
    public bool RewriteCorrupted { get; set; }

    /// <summary>
    /// Whether the quorum fails on a difference instead of voting. Needs exactly two children and a <see cref="VoteThreshold"/> of 2; excludes
    /// <see cref="RewriteCorrupted"/>. QEMU ignores it under <see cref="QuorumReadPattern.Fifo"/>. Default: <see langword="false"/>. QEMU: <c>blkverify</c>.
    /// </summary>
    public bool Blkverify { get; set; }
}
