namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>More than one controller's worth; the machine pc has none of its own.</summary>
[Topology, Domain("sata-disks", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record SataDisks(
    [Disk("sda", Bus = DiskBus.Sata)] Qcow2File A,
    [Disk("sdb", Bus = DiskBus.Sata, Serial = "S1", Cache = DiskCache.Unsafe)] RawFile B,
    [Disk("sdc", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] RawFile Medium,
    [Disk("sdd", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] RawFile? MaybeMedium,
    [Disk("sde", Bus = DiskBus.Sata)] RawFile E,
    [Disk("sdf", Bus = DiskBus.Sata)] RawFile F,
    [Disk("sdg", Bus = DiskBus.Sata)] RawFile G,
    [Disk("sdh", Bus = DiskBus.Sata)] RawFile H);

/// <summary>The machine q35 has the first controller by itself.</summary>
[Topology, Domain("sata-disks-q35", Type = DomainType.Qemu)]
public sealed partial record SataDisksOnQ35(
    [Disk("sda", Bus = DiskBus.Sata)] Qcow2File A,
    [Disk("sdb", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] RawFile? MaybeMedium,
    [Disk("sdf", Bus = DiskBus.Sata)] RawFile F,
    [Disk("sdg", Bus = DiskBus.Sata)] RawFile G);
