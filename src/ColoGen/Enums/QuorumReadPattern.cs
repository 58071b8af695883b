namespace ColoGen;

/// <summary>QEMU's <c>read-pattern</c> of a quorum node.</summary>
public enum QuorumReadPattern
{
    /// <summary>Reads all children and votes. QEMU <c>quorum</c>, its default.</summary>
    Quorum = 0,

    /// <summary>Reads the first child that answers. QEMU <c>fifo</c>. What COLO uses.</summary>
    Fifo,
}
