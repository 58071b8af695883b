namespace ColoGen;

/// <summary>The bus on which the guest sees a disk. libvirt: <c>&lt;target bus&gt;</c>. QEMU: the driver of the <c>-device</c>.</summary>
public enum DiskBus
{
    /// <summary>The bus that libvirt derives from the dev's prefix: <c>vd</c> virtio, <c>sd</c> scsi, <c>hd</c> ide, <c>fd</c> fdc.</summary>
    Unspecified = 0,

    /// <summary>libvirt <c>virtio</c>, QEMU <c>virtio-blk-pci</c>. Not for a CD-ROM drive.</summary>
    Virtio,

    /// <summary>
    /// libvirt <c>scsi</c>, QEMU <c>scsi-hd</c>, <c>scsi-cd</c> or <c>scsi-block</c> on a <c>virtio-scsi-pci</c> controller, which is generated. Seven disks
    /// per controller, up to 32 controllers.
    /// </summary>
    Scsi,

    /// <summary>
    /// libvirt <c>sata</c>, QEMU <c>ide-hd</c> or <c>ide-cd</c> on an AHCI controller. Six disks per controller, up to 32 controllers. The first controller of
    /// machine <c>q35</c> is built in; the others (<c>ahci</c>) are generated. A hard disk cannot be read-only.
    /// </summary>
    Sata,

    /// <summary>
    /// libvirt <c>ide</c>, QEMU <c>ide-hd</c> or <c>ide-cd</c> on the machine's built-in IDE controller, with four disks: <c>hda</c> to <c>hdd</c>. Machine
    /// <c>pc</c> has this controller, machine <c>q35</c> has not. A hard disk cannot be read-only.
    /// </summary>
    Ide,

    /// <summary>
    /// libvirt <c>usb</c>, QEMU <c>usb-storage</c> on a <c>qemu-xhci</c> controller, which is generated. Up to 15 disks. A CD-ROM drive cannot be empty.
    /// </summary>
    Usb,

    /// <summary>
    /// libvirt <c>fdc</c>, QEMU <c>floppy</c> on the floppy controller. Only for floppy drives, at most two: <c>fda</c> and <c>fdb</c>.
    /// </summary>
    Fdc,
}
