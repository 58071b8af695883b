namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Every bus, in an order that libvirt sorts anew.</summary>
[Topology, Domain("mixed-buses", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record MixedBuses(
    [Disk("sdc")] Chain3 ScsiThird,
    [Disk("vdb")] RawFile VirtioSecond,
    [Disk("hdd", Device = DiskDevice.Cdrom)] RawFile? IdeMedium,
    [Disk("fda", Device = DiskDevice.Floppy)] RawFile? FloppyMedium,
    [Disk("sda")] Chain2 ScsiFirst,
    [Disk("vda")] MaybeChain VirtioFirst,
    [Disk("sdb", Bus = DiskBus.Sata)] RawFile? SataSecond,
    [Disk("sdd", Bus = DiskBus.Usb)] Qcow2File UsbFourth,
    [Disk("hda")] Qcow2File IdeFirst);
