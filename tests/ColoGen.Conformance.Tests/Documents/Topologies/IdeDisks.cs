namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>All four places.</summary>
[Topology, Domain("ide-disks", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record IdeDisks(
    [Disk("hda", Wwn = "0x5000c50015ea71ad", Serial = "HD1")] Qcow2File A,
    [Disk("hdb")] Chain2 B,
    [Disk("hdc", Device = DiskDevice.Cdrom)] RawFile Medium,
    [Disk("hdd", Device = DiskDevice.Cdrom)] RawFile? MaybeMedium);
