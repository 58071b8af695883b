namespace ColoGen;

/// <summary>The model of a virtio disk. libvirt: <c>&lt;disk model&gt;</c>. QEMU: the driver of the <c>-device</c>.</summary>
public enum DiskModel
{
    /// <summary>The documents have no such setting: that of <see cref="Virtio"/>.</summary>
    Default = 0,

    /// <summary>libvirt <c>virtio</c>, QEMU <c>virtio-blk-pci</c>: the place on the PCI bus decides whether the device has the legacy interface.</summary>
    Virtio,

    /// <summary>
    /// libvirt <c>virtio-transitional</c>, QEMU <c>virtio-blk-pci-transitional</c>: with the interface of virtio 1.0 and the legacy one. libvirt puts it on a
    /// conventional PCI bus.
    /// </summary>
    VirtioTransitional,

    /// <summary>libvirt <c>virtio-non-transitional</c>, QEMU <c>virtio-blk-pci-non-transitional</c>: with the interface of virtio 1.0 alone.</summary>
    VirtioNonTransitional,
}
