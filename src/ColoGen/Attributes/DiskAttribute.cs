namespace ColoGen;

/// <summary>
/// Attaches a tree of layers to the guest as a disk, a CD-ROM drive or a floppy drive. On a property, or a positional parameter, of a topology.
/// libvirt: a <c>&lt;disk&gt;</c>. QEMU: a <c>-device</c> whose <c>drive</c> is the tree's top node.
/// </summary>
/// <remarks>
/// The settings are constants. <see cref="BootOrderAttribute"/>, <see cref="SerialAttribute"/>, <see cref="VendorAttribute"/> and
/// <see cref="ProductAttribute"/> give a setting a value that is known at run time.
/// </remarks>
/// <param name="dev">
/// The name of the disk in the topology, which references use: <c>vd</c>, <c>sd</c>, <c>hd</c> or <c>fd</c> and one to four small letters, such as
/// <c>vda</c>. libvirt: <c>&lt;target dev&gt;</c>. QEMU: the <c>id</c> of the device, and the beginning of the node names.
/// </param>
/// <seealso href="https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms">libvirt: disks</seealso>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class DiskAttribute(string dev) : Attribute
{
    /// <summary>The name of the disk in the topology. libvirt: <c>&lt;target dev&gt;</c>.</summary>
    public string Dev { get; } = dev;

    /// <summary>The kind of device that the guest sees. Default: <see cref="DiskDevice.Disk"/>. libvirt: <c>&lt;disk device&gt;</c>.</summary>
    public DiskDevice Device { get; set; }

    /// <summary>
    /// The bus of the disk. Default: by the prefix of the dev (<c>vd</c> virtio, <c>sd</c> scsi, <c>hd</c> ide, <c>fd</c> fdc).
    /// libvirt: <c>&lt;target bus&gt;</c>. QEMU: the driver of the <c>-device</c>.
    /// </summary>
    public DiskBus Bus { get; set; }

    /// <summary>
    /// Position in the boot order, from 1, different for each disk. Not for a floppy drive. Default: not in the boot order.
    /// libvirt: <c>&lt;boot order&gt;</c>. QEMU: <c>bootindex</c>.
    /// </summary>
    public int BootOrder { get; set; }

    /// <summary>
    /// Serial number: letters, digits, <c>_ . + -</c> and space; on scsi at most 36 characters, on usb 20. On virtio, ide and sata the guest sees the first
    /// 20 characters only. Not for a floppy drive or a LUN. Default: none. libvirt: <c>&lt;serial&gt;</c>. QEMU: <c>serial</c>.
    /// </summary>
    public string? Serial { get; set; }

    /// <summary>
    /// World Wide Name: 16 hexadecimal digits, not all zero, with or without <c>0x</c>. Only on scsi and ide, not for a LUN. Default: none.
    /// libvirt: <c>&lt;wwn&gt;</c>. QEMU: <c>wwn</c>.
    /// </summary>
    public string? Wwn { get; set; }

    /// <summary>
    /// Vendor: 1 to 8 printable ASCII characters. Only on scsi, not for a LUN. Default: QEMU's own. libvirt: <c>&lt;vendor&gt;</c>. QEMU: <c>vendor</c>.
    /// </summary>
    public string? Vendor { get; set; }

    /// <summary>
    /// Product: 1 to 16 printable ASCII characters. Only on scsi, not for a LUN. Default: QEMU's own. libvirt: <c>&lt;product&gt;</c>. QEMU: <c>product</c>.
    /// </summary>
    public string? Product { get; set; }

    /// <summary>
    /// Whether the guest can only read the disk. A CD-ROM drive is always read-only; a hard disk on ide or sata cannot be. Default:
    /// <see langword="false"/>. libvirt: <c>&lt;readonly/&gt;</c>. QEMU: <c>read-only</c> (QAPI <c>BlockdevOptions</c>).
    /// </summary>
    public bool ReadOnly { get; set; }

    /// <summary>
    /// Host cache mode of all layers of the tree. Default: <see cref="DiskCache.Default"/>. libvirt: <c>&lt;driver cache&gt;</c>. QEMU: <c>cache.direct</c> and
    /// <c>cache.no-flush</c> (QAPI <c>BlockdevCacheOptions</c>) of each node, and <c>write-cache</c> of the device.
    /// </summary>
    /// <remarks>
    /// On usb, QEMU 7.2 ignores <c>write-cache</c>, so that <see cref="DiskCache.Writethrough"/> and <see cref="DiskCache.Directsync"/> do not flush each
    /// write; QEMU 11 does. Layers on the network ignore <c>cache.direct</c> and <c>cache.no-flush</c>. COLO0609 and COLO0610 report both.
    /// </remarks>
    public DiskCache Cache { get; set; }

    /// <summary>
    /// The asynchronous I/O of the tree's files and block devices. Default: <see cref="DiskIo.Default"/>. libvirt: <c>&lt;driver io&gt;</c>. QEMU: <c>aio</c>
    /// (QAPI <c>BlockdevOptionsFile.aio</c>).
    /// </summary>
    public DiskIo Io { get; set; }

    /// <summary>
    /// Whether the guest's discard requests (trim, unmap) are passed on to the image. Default: <see cref="DiskDiscard.Default"/>.
    /// libvirt: <c>&lt;driver discard&gt;</c>. QEMU: <c>discard</c> (QAPI <c>BlockdevOptions</c>).
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

    /// <summary>
    /// Number of the I/O thread that serves the disk, from 1. Only on virtio. Disks with the same number share the thread. Default: QEMU's main thread.
    /// libvirt: <c>&lt;driver iothread&gt;</c> and <c>&lt;iothreads&gt;</c>. QEMU: <c>iothread</c> and an object <c>iothread</c>, both of which are generated.
    /// </summary>
    public int IoThread { get; set; }

    /// <summary>
    /// The model of the device. Only on virtio. Default: <see cref="DiskModel.Virtio"/>. libvirt: <c>&lt;disk model&gt;</c>. QEMU: the driver of the
    /// <c>-device</c>.
    /// </summary>
    public DiskModel Model { get; set; }

    /// <summary>
    /// What happens when a write fails. Not for a floppy drive. Default: <see cref="DiskErrorPolicy.Default"/>. libvirt: <c>&lt;driver error_policy&gt;</c>.
    /// QEMU: <c>werror</c>.
    /// </summary>
    public DiskErrorPolicy ErrorPolicy { get; set; }

    /// <summary>
    /// What happens when a read fails. Not for a floppy drive. Default: as <see cref="ErrorPolicy"/>, unless that is
    /// <see cref="DiskErrorPolicy.Enospace"/>. libvirt: <c>&lt;driver rerror_policy&gt;</c>. QEMU: <c>rerror</c>.
    /// </summary>
    public DiskReadErrorPolicy ReadErrorPolicy { get; set; }

    /// <summary>
    /// What libvirt does with the disk when it takes a snapshot of the domain. Default: <see cref="DiskSnapshot.Default"/>.
    /// libvirt: <c>&lt;disk snapshot&gt;</c>. QEMU has no such setting.
    /// </summary>
    public DiskSnapshot Snapshot { get; set; }

    /// <summary>
    /// Number of the request queues, from 1 to 1,024. Only on virtio. Default: one for each processor of the guest. libvirt: <c>&lt;driver queues&gt;</c>.
    /// QEMU: <c>num-queues</c>.
    /// </summary>
    public int Queues { get; set; }

    /// <summary>
    /// Number of the requests that a queue holds: a power of two from 4 to 1,024. Only on virtio. Default: 256 in QEMU.
    /// libvirt: <c>&lt;driver queue_size&gt;</c>. QEMU: <c>queue-size</c>.
    /// </summary>
    public int QueueSize { get; set; }

    /// <summary>
    /// Whether the host is told of requests by an event and goes on to run the guest. Only on virtio. A disk with <see cref="IoThread"/> needs it.
    /// Default: on. libvirt: <c>&lt;driver ioeventfd&gt;</c>. QEMU: <c>ioeventfd</c>.
    /// </summary>
    public OnOff IoEventFd { get; set; }

    /// <summary>
    /// Whether the device and the driver tell each other after which request they want to be notified (<c>VIRTIO_F_EVENT_IDX</c>). Only on virtio.
    /// Default: on. libvirt: <c>&lt;driver event_idx&gt;</c>. QEMU: <c>event_idx</c>.
    /// </summary>
    public OnOff EventIdx { get; set; }

    /// <summary>
    /// Whether the device uses addresses that an IOMMU translates (<c>VIRTIO_F_ACCESS_PLATFORM</c>). Only with <see cref="DiskModel.VirtioNonTransitional"/>.
    /// Default: off. libvirt: <c>&lt;driver iommu&gt;</c>. QEMU: <c>iommu_platform</c>.
    /// </summary>
    public OnOff Iommu { get; set; }

    /// <summary>
    /// Whether the device has the Address Translation Service of PCI Express. Only on virtio. Default: off. libvirt: <c>&lt;driver ats&gt;</c>.
    /// QEMU: <c>ats</c>.
    /// </summary>
    public OnOff Ats { get; set; }

    /// <summary>
    /// Whether the device has packed queues (<c>VIRTIO_F_RING_PACKED</c>). Only on virtio. Default: off. libvirt: <c>&lt;driver packed&gt;</c>.
    /// QEMU: <c>packed</c>.
    /// </summary>
    public OnOff Packed { get; set; }

    /// <summary>
    /// Whether each queue has a page of its own for its notifications. Only on virtio. Default: off. libvirt: <c>&lt;driver page_per_vq&gt;</c>.
    /// QEMU: <c>page-per-vq</c>.
    /// </summary>
    public OnOff PagePerVq { get; set; }

    /// <summary>
    /// Size of a block as the guest addresses it, in bytes: a power of two from 512 to 2,097,152, not more than <see cref="PhysicalBlockSize"/>. On ide, sata
    /// and fdc it is 512. Not for a LUN. Default: 512. libvirt: <c>&lt;blockio logical_block_size&gt;</c>. QEMU: <c>logical_block_size</c>.
    /// </summary>
    public int LogicalBlockSize { get; set; }

    /// <summary>
    /// Size of a block that the disk writes at once, in bytes: a power of two from 512 to 2,097,152. On fdc it is 512. Not for a LUN. Default: 512.
    /// libvirt: <c>&lt;blockio physical_block_size&gt;</c>. QEMU: <c>physical_block_size</c>.
    /// </summary>
    public int PhysicalBlockSize { get; set; }

    /// <summary>
    /// Revolutions a minute, from 1 to 65,534: 1 for a disk that does not rotate, or at least 1,025. Only for hard disks on scsi, sata and ide. Default: the
    /// guest is not told. libvirt: <c>&lt;target rotation_rate&gt;</c>. QEMU: <c>rotation_rate</c>.
    /// </summary>
    public int RotationRate { get; set; }

    /// <summary>
    /// Whether the guest sees the disk as removable. Only on usb. Default: <see langword="false"/>. libvirt: <c>&lt;target removable&gt;</c>.
    /// QEMU: <c>removable</c>.
    /// </summary>
    public bool Removable { get; set; }

    /// <summary>
    /// Number of cylinders that the guest sees, from 1 to 65,535, with <see cref="Heads"/> and <see cref="Secs"/>. Only for hard disks on virtio, scsi, sata
    /// and ide. Default: QEMU chooses by the size of the disk. libvirt: <c>&lt;geometry cyls&gt;</c>. QEMU: <c>cyls</c>.
    /// </summary>
    public int Cyls { get; set; }

    /// <summary>
    /// Number of heads that the guest sees, from 1 to 255; on sata and ide to 16. With <see cref="Cyls"/> and <see cref="Secs"/>.
    /// libvirt: <c>&lt;geometry heads&gt;</c>. QEMU: <c>heads</c>.
    /// </summary>
    public int Heads { get; set; }

    /// <summary>
    /// Number of sectors of a track that the guest sees, from 1 to 255. With <see cref="Cyls"/> and <see cref="Heads"/>.
    /// libvirt: <c>&lt;geometry secs&gt;</c>. QEMU: <c>secs</c>.
    /// </summary>
    public int Secs { get; set; }

    /// <summary>
    /// How the BIOS translates <see cref="Cyls"/>, <see cref="Heads"/> and <see cref="Secs"/>, which it needs. Only on ide.
    /// Default: <see cref="DiskTranslation.Default"/>. libvirt: <c>&lt;geometry trans&gt;</c>. QEMU: <c>bios-chs-trans</c>.
    /// </summary>
    public DiskTranslation Trans { get; set; }

    /// <summary>
    /// Whether other virtual machines, or other disks of this one, may write the image, too. The guests need a file system or a protocol for that. Only for a
    /// raw image. Default: <see langword="false"/>. libvirt: <c>&lt;shareable&gt;</c>. QEMU: <c>share-rw</c>.
    /// </summary>
    /// <remarks>
    /// Without <see cref="Cache"/>, what a disk writes bypasses the page cache of the host (<see cref="DiskCache.None"/>), as libvirt has it.
    /// </remarks>
    public bool Shareable { get; set; }

    /// <summary>
    /// What libvirt does where the image is not there when the domain starts. Only where libvirt opens the whole tree, and its top is a file or a block device.
    /// Default: <see cref="DiskStartupPolicy.Default"/>. libvirt: <c>&lt;source startupPolicy&gt;</c>. QEMU has no such setting.
    /// </summary>
    public DiskStartupPolicy StartupPolicy { get; set; }

    /// <summary>
    /// The name of the device in libvirt's events and commands: <c>ua-</c>, then letters, digits, <c>_</c> and <c>-</c>; different for each disk. Nothing in
    /// ColoGen depends on it. Default: libvirt's own. libvirt: <c>&lt;alias name&gt;</c>. QEMU's documents do not have it.
    /// </summary>
    public string? Alias { get; set; }

    /// <summary>
    /// The number by which an operating system of the guest can name the PCI device, from 1 to 16,383; different for each disk. Only on virtio. Default: none.
    /// libvirt: <c>&lt;acpi index&gt;</c>. QEMU: <c>acpi-index</c>.
    /// </summary>
    public int AcpiIndex { get; set; }
}
