namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>The settings of virtio devices, and of those with block sizes and error policies.</summary>
[Topology, Domain("device-options", Type = DomainType.Qemu)]
public sealed partial record DeviceOptions(
    [Disk(
        "vda",
        Model = DiskModel.VirtioNonTransitional,
        Queues = 4,
        QueueSize = 256,
        IoThread = 1,
        IoEventFd = OnOff.On,
        EventIdx = OnOff.Off,
        Iommu = OnOff.On,
        Ats = OnOff.On,
        Packed = OnOff.On,
        PagePerVq = OnOff.On,
        ErrorPolicy = DiskErrorPolicy.Stop,
        Snapshot = DiskSnapshot.No,
        Cyls = 1024,
        Heads = 255,
        Secs = 63,
        StartupPolicy = DiskStartupPolicy.Optional)] Qcow2File All,
    [Disk("vdb", Model = DiskModel.Virtio, IoEventFd = OnOff.Off, EventIdx = OnOff.On, Iommu = OnOff.Off, LogicalBlockSize = 4096, PhysicalBlockSize = 4096,
        ErrorPolicy = DiskErrorPolicy.Enospace, Snapshot = DiskSnapshot.External, Cache = DiskCache.None, Serial = "S")] RawFile Blocks,
    [Disk("sda", RotationRate = 1, PhysicalBlockSize = 4096, Wwn = "5000c50015ea71aa", Vendor = "ACME", Product = "DISK",
        ErrorPolicy = DiskErrorPolicy.Report, ReadErrorPolicy = DiskReadErrorPolicy.Ignore)] RawFile Scsi,
    [Disk("sdb", Bus = DiskBus.Sata, RotationRate = 7200, PhysicalBlockSize = 4096, ErrorPolicy = DiskErrorPolicy.Ignore,
        Snapshot = DiskSnapshot.Internal, Cyls = 100, Heads = 16, Secs = 63, StartupPolicy = DiskStartupPolicy.Mandatory)] Qcow2File Sata,
    [Disk("sdc", Bus = DiskBus.Usb, Removable = true, ReadErrorPolicy = DiskReadErrorPolicy.Stop, Snapshot = DiskSnapshot.Manual)] RawFile Stick,
    [Disk("sdd", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom, ReadErrorPolicy = DiskReadErrorPolicy.Report,
        StartupPolicy = DiskStartupPolicy.Requisite)] RawFile? Medium);

[Topology, Domain("ide-geometry", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record IdeGeometry([Disk("hda", Cyls = 100, Heads = 16, Secs = 63, Trans = DiskTranslation.Lba)] RawFile Disk);

/// <summary>Two disks may open one image.</summary>
[Topology, Domain("shared", Type = DomainType.Qemu)]
public sealed partial record SharedDisks(
    [Disk("vda", Shareable = true)] RawFile Default,
    [Disk("sda", Shareable = true, Cache = DiskCache.Writeback, Serial = "S", PhysicalBlockSize = 4096)] RawFile Cached,
    [Disk("vdb", Shareable = true, ReadOnly = true)] RawFile Read);

[Topology, Domain("transitional", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Transitional([Disk("vda", Model = DiskModel.VirtioTransitional, Queues = 1)] RawFile Disk);
