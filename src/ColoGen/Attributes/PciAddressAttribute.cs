namespace ColoGen;

/// <summary>
/// The place of a virtio disk on the PCI bus. On a property with <see cref="DiskAttribute"/>. Without it, libvirt or QEMU chooses the place.
/// libvirt: <c>&lt;address type='pci'&gt;</c>. QEMU: <c>bus</c> and <c>addr</c> of the <c>-device</c>.
/// </summary>
/// <remarks>
/// Both hosts of a pair need the same places. QEMU's arguments have the devices with a declared place on the root bus first, so that QEMU gives it to no
/// other of them. Other arguments of the same command line can take the place before; QEMU then refuses to start.
/// </remarks>
/// <param name="slot">
/// The slot, from 0 to 31. On the root bus from 1, without those of the machine's own devices: 1 on pc, 31 on q35. On another bus of q35 it is 0, on another
/// bus of pc from 1.
/// </param>
/// <seealso href="https://libvirt.org/pci-addresses.html">libvirt: PCI addresses in domain XML and guest OS</seealso>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class PciAddressAttribute(int slot) : Attribute
{
    /// <summary>The slot. libvirt: <c>slot</c>.</summary>
    public int Slot { get; } = slot;

    /// <summary>
    /// The bus, from 0 to 255. Default: 0, the root bus. QEMU's arguments have a <c>pci-bridge</c> on pc, and a <c>pcie-root-port</c> on q35, for each other
    /// bus up to the highest one, named <c>pci.1</c> and so on; libvirt adds them to the domain. Without a <see cref="DomainAttribute"/>, and for a running
    /// QEMU, the bus <c>pci.N</c> must be there. libvirt: <c>bus</c>.
    /// </summary>
    public int Bus { get; set; }

    /// <summary>
    /// The function of the slot, from 0 to 7. Default: 0. A guest finds the other functions only where there is a function 0. libvirt: <c>function</c>.
    /// </summary>
    public int Function { get; set; }

    /// <summary>
    /// Whether the slot has several functions. Only for function 0. Default: on where another disk has a function of the slot.
    /// libvirt and QEMU: <c>multifunction</c>.
    /// </summary>
    public OnOff MultiFunction { get; set; }
}
