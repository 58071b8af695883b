namespace ColoGen;

/// <summary>
/// Attaches a tree of layers that only the host sees: QEMU nodes without a <c>-device</c>, the <c>&lt;hostdisk&gt;</c> of the tree XML.
/// COLO's secondary disk is one: replication writes it, and the guest sees it only through its own disk.
/// </summary>
/// <param name="dev">The handle of this tree in references: a letter, then letters, digits, <c>.</c>, <c>_</c> or <c>-</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class HostDiskAttribute(string dev) : Attribute
{
    /// <summary>The handle of this tree in references.</summary>
    public string Dev { get; } = dev;

    /// <summary>Nothing may write: QEMU's <c>read-only</c>.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>Host caching of the whole tree: libvirt's <c>cache</c>.</summary>
    public DiskCache Cache { get; set; }

    /// <summary>How the images are read and written: libvirt's <c>io</c>, QEMU's <c>aio</c>.</summary>
    public DiskIo Io { get; set; }

    /// <summary>What happens to discards: libvirt's <c>discard</c>, QEMU's <c>discard</c>.</summary>
    public DiskDiscard Discard { get; set; }

    /// <summary>What happens to zeroes that are written: libvirt's <c>detect_zeroes</c>, QEMU's <c>detect-zeroes</c>.</summary>
    public DiskDetectZeroes DetectZeroes { get; set; }
}
