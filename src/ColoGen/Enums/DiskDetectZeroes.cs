namespace ColoGen;

/// <summary>
/// What QEMU does with writes of zeroes. libvirt: <c>&lt;driver detect_zeroes&gt;</c>. QEMU: <c>detect-zeroes</c> (QAPI
/// <c>BlockdevDetectZeroesOptions</c>).
/// </summary>
public enum DiskDetectZeroes
{
    /// <summary>The documents have no such setting. QEMU's default is that of <see cref="Off"/>.</summary>
    Default = 0,

    /// <summary>libvirt and QEMU <c>off</c>: zeroes are written like other data.</summary>
    Off,

    /// <summary>
    /// libvirt and QEMU <c>on</c>: a write of zeroes becomes a write-zeroes request, which can be faster. It frees nothing (QEMU 7.2 and 11), but for a
    /// parallels image in QEMU 11.
    /// </summary>
    On,

    /// <summary>
    /// libvirt and QEMU <c>unmap</c>: a write of zeroes becomes a write-zeroes request that may free what is below, as it does in raw and qcow2 images, also
    /// through a quorum. Needs <see cref="DiskDiscard.Unmap"/>.
    /// </summary>
    Unmap,
}
