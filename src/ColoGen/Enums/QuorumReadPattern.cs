namespace ColoGen;

/// <summary>How a quorum reads. QEMU: <c>read-pattern</c> (QAPI <c>QuorumReadPattern</c>).</summary>
public enum QuorumReadPattern
{
    /// <summary>QEMU <c>quorum</c>, its default: reads all children and votes.</summary>
    Quorum = 0,

    /// <summary>QEMU <c>fifo</c>: reads the first child, and the next one only if a child fails. COLO needs it.</summary>
    Fifo,
}
