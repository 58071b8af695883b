namespace ColoGen.Conformance.Tests.Documents.Topologies;

[Topology, Domain("floppy-drives", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record FloppyDrives(
    [Disk("fda", Device = DiskDevice.Floppy)] RawFile Medium,
    [Disk("fdb", Device = DiskDevice.Floppy, ReadOnly = true)] RawFile? MaybeMedium);

/// <summary>A drive without its controller in the machine.</summary>
[Topology, Domain("floppy-drives-q35", Type = DomainType.Qemu)]
public sealed partial record FloppyDrivesOnQ35(
    [Disk("fdb", Device = DiskDevice.Floppy)] RawFile? MaybeMedium);
