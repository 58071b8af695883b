namespace ColoGen;

/// <summary>The side of a COLO pair that a replication layer is on. QEMU: <c>mode</c> (QAPI <c>ReplicationMode</c>).</summary>
public enum ReplicationMode
{
    /// <summary>QEMU <c>primary</c>: the host whose writes are replicated. The child is an NBD client of the secondary's export.</summary>
    Primary = 0,

    /// <summary>QEMU <c>secondary</c>: the host that receives the writes. The child is the active disk. <c>top-id</c> is generated.</summary>
    Secondary,
}
