namespace ColoGen;

/// <summary>The bus that the guest finds the disk on: the <c>bus</c> of a libvirt <c>&lt;target&gt;</c>.</summary>
public enum DiskBus
{
    /// <summary>
    /// Follows from the prefix of the target's dev as libvirt has it:
    /// <c>vd</c> virtio, <c>sd</c> scsi, <c>hd</c> ide, <c>fd</c> fdc.
    /// </summary>
    Unspecified = 0,

    /// <summary>QEMU <c>virtio-blk-pci</c>.</summary>
    Virtio,

    /// <summary>QEMU <c>scsi-hd</c>, <c>scsi-cd</c> or <c>scsi-block</c> on a <c>virtio-scsi-pci</c> controller.</summary>
    Scsi,

    /// <summary>QEMU <c>ide-hd</c> or <c>ide-cd</c> on an <c>ahci</c> controller.</summary>
    Sata,

    /// <summary>QEMU <c>ide-hd</c> or <c>ide-cd</c> on the machine's own IDE controller. Machine <c>pc</c> has one, <c>q35</c> has not.</summary>
    Ide,

    /// <summary>QEMU <c>usb-storage</c> on a <c>qemu-xhci</c> controller.</summary>
    Usb,

    /// <summary>QEMU <c>floppy</c> on the floppy controller.</summary>
    Fdc,
}
