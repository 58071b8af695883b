namespace ColoGen;

/// <summary>
/// COLO's block replication over one child. QEMU: the driver <c>replication</c> (QAPI <c>BlockdevOptionsReplication</c>). Its <c>top-id</c>, which QEMU
/// requires on the secondary, is generated: the tree's top node. libvirt has no replication.
/// </summary>
/// <example><code>
/// [Replication(ReplicationMode.Secondary)]
/// public sealed partial record SecondaryReplica(ActiveDisk Active);
/// </code></example>
/// <param name="mode">The side of the pair that this layer is on, as a constant. QEMU: <c>mode</c>.</param>
public sealed class ReplicationAttribute(ReplicationMode mode) : LayerAttribute
{
    /// <summary>The side of the pair that this layer is on, as a constant. Required. QEMU: <c>mode</c>.</summary>
    public ReplicationMode Mode { get; } = mode;
}
