namespace ColoGen;

/// <summary>
/// QEMU versions that can be the two hosts of one COLO pair. A host of one and a host of the other don't understand each other's
/// migration stream.
/// </summary>
public enum QemuVersion
{
    /// <summary>Nothing said; an error on a pair.</summary>
    Unspecified = 0,

    /// <summary>7.2 to 10: the migration capability <c>return-path</c> must be off, or the migration fails with <c>Received invalid message 0x0000</c>. 10.0.2 never enters COLO; 10.0.13 does.</summary>
    Qemu7To10,

    /// <summary>11 and newer: the migration capability <c>x-colo</c> requires <c>return-path</c>, on both hosts.</summary>
    Qemu11,
}
