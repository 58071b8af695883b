namespace ColoGen;

/// <summary>
/// Attaches a tree of layers to the host only: the guest has no device for it. Other trees can use its layers through
/// <see cref="BackingReferenceAttribute"/>, and <see cref="NbdExportAttribute"/> exports it. COLO's secondary disk is a host disk.
/// Tree XML: <c>&lt;hostdisk&gt;</c>. QEMU: nodes without a <c>-device</c>.
/// </summary>
/// <param name="dev">
/// The name of the tree in the topology, which references use: a letter, then letters, digits, <c>.</c>, <c>_</c> or <c>-</c>. Node names begin with it.
/// </param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class HostDiskAttribute(string dev) : Attribute
{
    /// <summary>The name of the tree in the topology.</summary>
    public string Dev { get; } = dev;

    /// <summary>Whether the tree can only be read. Default: <see langword="false"/>. QEMU: <c>read-only</c> (QAPI <c>BlockdevOptions</c>).</summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Host cache mode of all layers of the tree. Default: <see cref="DiskCache.Default"/>. libvirt: <c>&lt;driver cache&gt;</c>. QEMU: <c>cache.direct</c> and
    /// <c>cache.no-flush</c> (QAPI <c>BlockdevCacheOptions</c>) of each node.
    /// </summary>
    /// <remarks>
    /// A host disk has no device that flushes each write: <see cref="DiskCache.Writethrough"/> is <see cref="DiskCache.Writeback"/>, and
    /// <see cref="DiskCache.Directsync"/> is <see cref="DiskCache.None"/>, which COLO0610 reports.
    /// </remarks>
    public DiskCache Cache { get; set; }

    /// <summary>
    /// The asynchronous I/O of the tree's files and block devices. Default: <see cref="DiskIo.Default"/>. libvirt: <c>&lt;driver io&gt;</c>. QEMU: <c>aio</c>
    /// (QAPI <c>BlockdevOptionsFile.aio</c>).
    /// </summary>
    public DiskIo Io { get; set; }

    /// <summary>
    /// Whether discard requests are passed on to the image. Default: <see cref="DiskDiscard.Default"/>. libvirt: <c>&lt;driver discard&gt;</c>.
    /// QEMU: <c>discard</c> (QAPI <c>BlockdevOptions</c>).
    /// </summary>
    /// <remarks>
    /// They free space of raw and qcow2 images (of parallels images in QEMU 11, not in QEMU 7.2); over NBD, if the server takes them. Other formats, a quorum
    /// and a replica ignore them in QEMU 7.2 and QEMU 11, which COLO0609 reports.
    /// </remarks>
    public DiskDiscard Discard { get; set; }

    /// <summary>
    /// What QEMU does with writes of zeroes. Default: <see cref="DiskDetectZeroes.Default"/>. libvirt: <c>&lt;driver detect_zeroes&gt;</c>.
    /// QEMU: <c>detect-zeroes</c> of the top node (QAPI <c>BlockdevOptions</c>).
    /// </summary>
    /// <remarks>
    /// A quorum passes zeroes on. A replica, and formats other than raw, qcow2, qed and vmdk, write them as data (parallels in QEMU 7.2 only), which COLO0609
    /// reports. vmdk does so, too, unless the image was created with <c>zeroed_grain=on</c>.
    /// </remarks>
    public DiskDetectZeroes DetectZeroes { get; set; }
}
