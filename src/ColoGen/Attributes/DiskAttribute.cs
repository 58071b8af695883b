namespace ColoGen;

/// <summary>
/// Attaches a tree of layers to what the guest sees: a libvirt <c>&lt;disk&gt;</c> with its <c>&lt;target&gt;</c>, a QEMU
/// <c>-device</c> over the tree's top node. On a property of a topology, or a positional parameter of it.
/// </summary>
/// <param name="dev">libvirt's <c>&lt;target dev&gt;</c>: <c>vd</c>, <c>sd</c>, <c>hd</c> or <c>fd</c> and letters, such as <c>vda</c>. The handle of this disk in references.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DiskAttribute(string dev) : Attribute
{
    /// <summary>libvirt's <c>&lt;target dev&gt;</c>.</summary>
    public string Dev { get; } = dev;

    /// <summary>What the guest sees: libvirt's <c>device</c>.</summary>
    public DiskDevice Device { get; set; }

    /// <summary>The bus: libvirt's <c>&lt;target bus&gt;</c>. Left out, it follows from the dev.</summary>
    public DiskBus Bus { get; set; }

    /// <summary>Place in the boot order, from 1, different for each device: libvirt's <c>&lt;boot order&gt;</c>, QEMU's <c>bootindex</c>.</summary>
    public int BootOrder { get; set; }

    /// <summary>Serial number, up to 20 characters on virtio, of <c>A-Z a-z 0-9 _ . + -</c> and space: libvirt's <c>&lt;serial&gt;</c>, QEMU's <c>serial</c>.</summary>
    public string? Serial { get; set; }

    /// <summary>World wide name, 16 hexadecimal digits, on scsi and ide: libvirt's <c>&lt;wwn&gt;</c>, QEMU's <c>wwn</c>.</summary>
    public string? Wwn { get; set; }

    /// <summary>Vendor, up to 8 printable characters, on scsi: libvirt's <c>&lt;vendor&gt;</c>, QEMU's <c>vendor</c>.</summary>
    public string? Vendor { get; set; }

    /// <summary>Product, up to 16 printable characters, on scsi: libvirt's <c>&lt;product&gt;</c>, QEMU's <c>product</c>.</summary>
    public string? Product { get; set; }

    /// <summary>The guest may not write: libvirt's <c>&lt;readonly/&gt;</c>, QEMU's <c>read-only</c>. Always so for a CD-ROM.</summary>
    public bool ReadOnly { get; set; }

    /// <summary>Host caching of the whole tree: libvirt's <c>cache</c>.</summary>
    public DiskCache Cache { get; set; }

    /// <summary>How the images are read and written: libvirt's <c>io</c>, QEMU's <c>aio</c>.</summary>
    public DiskIo Io { get; set; }

    /// <summary>What happens to the guest's discards: libvirt's <c>discard</c>, QEMU's <c>discard</c>.</summary>
    public DiskDiscard Discard { get; set; }

    /// <summary>What happens to zeroes that the guest writes: libvirt's <c>detect_zeroes</c>, QEMU's <c>detect-zeroes</c>.</summary>
    public DiskDetectZeroes DetectZeroes { get; set; }

    /// <summary>
    /// Number of the I/O thread that serves the disk, from 1, on virtio: libvirt's <c>iothread</c>, QEMU's object
    /// <c>iothread</c>, which is emitted with it.
    /// </summary>
    public int IoThread { get; set; }
}
