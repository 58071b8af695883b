namespace ColoGen;

/// <summary>
/// COLO's block replication over the one layer below it: QEMU's driver <c>replication</c>. On the secondary QEMU wants
/// <c>top-id</c>, the root above this layer; it is derived.
/// </summary>
/// <example><code>
/// [Replication(ReplicationMode.Secondary)]
/// public sealed partial record SecondaryReplica(ActiveDisk Active);
/// </code></example>
/// <param name="mode">Which side of the pair this is: QEMU's <c>mode</c>.</param>
public sealed class ReplicationAttribute(ReplicationMode mode) : LayerAttribute
{
    /// <summary>Which side of the pair this is: QEMU's <c>mode</c>.</summary>
    public ReplicationMode Mode { get; } = mode;
}
