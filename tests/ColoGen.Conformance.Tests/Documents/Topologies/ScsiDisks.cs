namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>More than one controller's worth.</summary>
[Topology, Domain("scsi-disks", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ScsiDisks(
    [Disk("sda", Serial = "SN_1.2+3-4")] Qcow2File A,
    [Disk("sdb", Wwn = "5000c50015ea71ac", Vendor = "SEAGATE", Product = "ST3146707LC")] RawFile B,
    [Disk("sdc", ReadOnly = true)] RawFile C,
    [Disk("sdd", Cache = DiskCache.Writethrough)] RawFile D,
    [Disk("sde")] RawFile E,
    [Disk("sdf")] RawFile F,
    [Disk("sdg")] RawFile G,
    [Disk("sdh")] RawFile H,
    [Disk("sdi")] RawFile I);

/// <summary>A place on the third controller, and none on the first two.</summary>
[Topology, Domain("far-scsi-disk", Type = DomainType.Qemu)]
public sealed partial record FarScsiDisk([Disk("sdq")] RawFile Disk);

/// <summary>CD-ROM drives with and without a medium.</summary>
[Topology, Domain("scsi-cdroms", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ScsiCdroms(
    [Disk("sda")] RawFile Disk,
    [Disk("sdb", Device = DiskDevice.Cdrom)] RawFile Medium,
    [Disk("sdc", Device = DiskDevice.Cdrom)] RawFile? MaybeMedium,
    [Disk("sdd", Device = DiskDevice.Cdrom)] Qcow2File? OtherMedium);

/// <summary>A block device for the guest's own SCSI commands.</summary>
[Topology, Domain("scsi-lun", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ScsiLun(
    [Disk("sda", Device = DiskDevice.Lun, Cache = DiskCache.Writeback)] RawVolume Volume);
