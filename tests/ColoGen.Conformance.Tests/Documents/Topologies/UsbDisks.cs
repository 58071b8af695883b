namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>More than four ports, which a controller has unless it is told otherwise; the first in order is declared last.</summary>
[Topology, Domain("usb-disks", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record UsbDisks(
    [Disk("sdb", Bus = DiskBus.Usb)] RawFile B,
    [Disk("sdc", Bus = DiskBus.Usb, ReadOnly = true)] RawFile C,
    [Disk("sdd", Bus = DiskBus.Usb, Serial = "USB1")] RawFile D,
    [Disk("sdf", Bus = DiskBus.Usb, Cache = DiskCache.Writeback)] RawFile F,
    [Disk("sdg", Bus = DiskBus.Usb, Device = DiskDevice.Cdrom)] RawFile Medium,
    [Disk("sda", Bus = DiskBus.Usb)] Qcow2File A);

[Topology, Domain("usb-disks-q35", Type = DomainType.Qemu)]
public sealed partial record UsbDisksOnQ35(
    [Disk("vda")] Qcow2File Root,
    [Disk("sda", Bus = DiskBus.Usb)] RawFile? Stick);
