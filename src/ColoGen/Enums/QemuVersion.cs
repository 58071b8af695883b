namespace ColoGen;

/// <summary>
/// The QEMU versions of a COLO pair. Both hosts must run a version of the same group: QEMU 10 and QEMU 11 do not accept each other's COLO migration.
/// </summary>
public enum QemuVersion
{
    /// <summary>No version. An error on a pair (COLO0701).</summary>
    Unspecified = 0,

    /// <summary>
    /// QEMU 7.2 to 10. The migration capability <c>return-path</c> must be off: with it, the migration fails with <c>Received invalid message 0x0000</c>.
    /// QEMU 10.0.2 never enters COLO; 10.0.13 does.
    /// </summary>
    Qemu7To10,

    /// <summary>QEMU 11 and newer. The migration capability <c>x-colo</c> requires <c>return-path</c> on both hosts.</summary>
    Qemu11,
}
