namespace ColoGen;

/// <summary>The kind of device that the guest sees. libvirt: <c>&lt;disk device&gt;</c>. QEMU: with the bus, the driver of the <c>-device</c>.</summary>
public enum DiskDevice
{
    /// <summary>libvirt <c>disk</c>: a hard disk. QEMU <c>virtio-blk-pci</c>, <c>scsi-hd</c>, <c>ide-hd</c> or <c>usb-storage</c>, by bus.</summary>
    Disk = 0,

    /// <summary>
    /// libvirt <c>cdrom</c>: a CD-ROM drive, always read-only. QEMU <c>scsi-cd</c>, <c>ide-cd</c> or <c>usb-storage</c>, by bus; not on virtio. If the property
    /// is nullable, the drive can be empty, except on usb.
    /// </summary>
    Cdrom,

    /// <summary>libvirt <c>floppy</c>: a floppy drive. QEMU <c>floppy</c>. If the property is nullable, the drive can be empty.</summary>
    Floppy,

    /// <summary>
    /// libvirt <c>lun</c>: a SCSI device of the host, passed through to the guest. QEMU <c>scsi-block</c>. Only on scsi, with a raw <c>[BlockSource]</c>.
    /// </summary>
    Lun,
}
