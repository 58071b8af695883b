namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Every kind of address on the machine pc, between disks whose places follow from their devs.</summary>
[Topology, Domain("addresses", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Addresses(
    [Disk("vda", AcpiIndex = 7)] Qcow2File Derived,
    [Disk("vdb", Alias = "ua-second_disk", AcpiIndex = 16_383), PciAddress(2)] RawFile Second,
    [Disk("vdc"), PciAddress(9)] RawFile Several,
    [Disk("vdd"), PciAddress(9, Function = 1)] RawFile Function,
    [Disk("vde"), PciAddress(31, Bus = 2, MultiFunction = OnOff.On)] RawFile Behind,
    [Disk("sda"), DriveAddress(3)] RawFile Unit,
    [Disk("sdb"), DriveAddress(16_383, Target = 99, Controller = 1)] RawFile Target,
    [Disk("sdc", Bus = DiskBus.Sata), DriveAddress(5, Controller = 1)] RawFile Port,
    [Disk("sdd", Bus = DiskBus.Usb)] RawFile Stick,
    [Disk("sde", Bus = DiskBus.Usb), UsbAddress(1)] RawFile First,
    [Disk("hda"), DriveAddress(1, Bus = 1)] RawFile Slave,
    [Disk("fda", Device = DiskDevice.Floppy), DriveAddress(1)] RawFile? Medium);

[Topology, Domain("addresses-q35", Machine = "q35", Type = DomainType.Qemu)]
public sealed partial record AddressesQ35(
    [Disk("vda")] Qcow2File Derived,
    [Disk("vdb"), PciAddress(1, MultiFunction = OnOff.Off)] RawFile Root,
    [Disk("vdc", Model = DiskModel.VirtioNonTransitional), PciAddress(0, Bus = 2)] RawFile Port,
    [Disk("vdd", Model = DiskModel.VirtioTransitional), PciAddress(6)] RawFile Legacy,
    [Disk("sda", Bus = DiskBus.Sata), DriveAddress(4)] RawFile Sata,
    [Disk("sdz", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom), DriveAddress(0)] RawFile? Cd);

/// <summary>What a running machine takes.</summary>
[Topology, Domain("plugged", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record PluggedAddresses(
    [Disk("vda", AcpiIndex = 1)] Qcow2File Derived,
    [Disk("vdb"), PciAddress(3)] RawFile Pci,
    [Disk("sda"), DriveAddress(2, Target = 1)] RawFile Scsi,
    [Disk("sdb", Bus = DiskBus.Usb), UsbAddress(15)] RawFile Usb);
