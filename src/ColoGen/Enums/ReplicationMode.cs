namespace ColoGen;

/// <summary>QEMU's <c>mode</c> of a replication node.</summary>
public enum ReplicationMode
{
    /// <summary>The side that writes: its layer is the NBD client of the secondary's export. QEMU <c>primary</c>.</summary>
    Primary = 0,

    /// <summary>The side that follows: its layer is the active disk. QEMU <c>secondary</c>; <c>top-id</c> is derived.</summary>
    Secondary,
}
