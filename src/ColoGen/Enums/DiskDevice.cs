namespace ColoGen;

/// <summary>What the guest sees: the <c>device</c> of a libvirt <c>&lt;disk&gt;</c>, and which frontend QEMU gives it.</summary>
public enum DiskDevice
{
    /// <summary>A hard disk. QEMU <c>virtio-blk-pci</c>, <c>scsi-hd</c>, <c>ide-hd</c> or <c>usb-storage</c>, by bus.</summary>
    Disk = 0,

    /// <summary>A CD-ROM drive, read-only. QEMU <c>scsi-cd</c>, <c>ide-cd</c> or <c>usb-storage</c>. May be empty.</summary>
    Cdrom,

    /// <summary>A floppy drive. QEMU <c>floppy</c>. May be empty.</summary>
    Floppy,

    /// <summary>A block device passed through to the guest's SCSI bus. QEMU <c>scsi-block</c>. Needs a raw <c>[BlockSource]</c>.</summary>
    Lun,
}
