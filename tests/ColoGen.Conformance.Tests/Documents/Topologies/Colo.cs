using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Two replicated disks on the following host, raw and qcow2.</summary>
[Topology, Domain("two-disks-secondary", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record TwoDisksSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] RawFile RootParent,
    [HostDisk("parent1"), NbdExport(Writable = true)] Qcow2File DataParent,
    [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root,
    [Disk("vdb"), BackingReference("parent1")] SecondaryRoot Data);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record RemoteDisk(string Socket, string Export);

[Replication(ReplicationMode.Primary)]
public sealed record RemoteReplica(RemoteDisk Remote);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record RawRoot(RawFile Local, RemoteReplica? Replica);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record Qcow2Root(Qcow2File Local, RemoteReplica? Replica);

/// <summary>Two replicated disks on the host that runs the guest.</summary>
[Topology, Domain("two-disks-primary", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record TwoDisksPrimary(
    [Disk("vda")] RawRoot Root,
    [Disk("vdb")] Qcow2Root Data);

/// <summary>A replicated disk among ordinary ones on every side of it, some of which may be absent.</summary>
[Topology, Domain("replica-among-others", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ReplicaAmongOthers(
    [Disk("sdb")] MaybeChain Scsi,
    [Disk("vdd")] Chain2? After,
    [HostDisk("parent0"), NbdExport(Writable = true)] Chain2 Parent,
    [Disk("vdb", BootOrder = 1, Cache = DiskCache.None), BackingReference("parent0")] SecondaryRoot Root,
    [Disk("vdc")] RawRoot Mirror,
    [Disk("hdc", Device = DiskDevice.Cdrom)] RawFile? Medium,
    [Disk("vda")] RawFile Before,
    [HostDisk("spare")] Qcow2File? Spare);

/// <summary>Replication without a quorum over it.</summary>
[Topology, Domain("replica-alone", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ReplicaAlone(
    [HostDisk("parent0"), NbdExport(Writable = true)] RawFile Parent,
    [Disk("sda"), BackingReference("parent0")] SecondaryReplica Root);

/// <summary>The guest sees an overlay of a disk of the host, below its top layer.</summary>
[Topology]
public sealed partial record OverlayOfHostDisk(
    [Disk("vda"), BackingReference("golden", 1)] HiddenDisk Overlay,
    [HostDisk("golden", ReadOnly = true)] Chain2 Golden);

/// <summary>The guest sees an overlay of a disk of the host that others may read too.</summary>
[Topology, Domain("overlay-of-golden", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record OverlayOfGolden(
    [Disk("vda"), BackingReference("golden")] HiddenDisk Overlay,
    [HostDisk("golden", ReadOnly = true, Cache = DiskCache.None)] Chain2 Golden);

/// <summary>Ways of caching that differ between a disk and the disk of the host below it.</summary>
[Topology, Domain("cached-overlays", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record CachedOverlays(
    [HostDisk("slow", Cache = DiskCache.None, Io = DiskIo.Native, Discard = DiskDiscard.Unmap, DetectZeroes = DiskDetectZeroes.Unmap)] RawFile Slow,
    [HostDisk("plain")] Qcow2File Plain,
    [Disk("vda", Cache = DiskCache.Writeback, DetectZeroes = DiskDetectZeroes.On), BackingReference("slow")] HiddenDisk Fast,
    [Disk("vdb", Cache = DiskCache.Writethrough, Discard = DiskDiscard.Unmap, IoThread = 1), BackingReference("plain")] HiddenDisk Other,
    [Disk("vdc", Cache = DiskCache.None, DetectZeroes = DiskDetectZeroes.On)] RawRoot Mirror);

/// <summary>A bus on which libvirt opens nothing for reading only.</summary>
[Topology]
public sealed partial record GoldenOnSata(
    [Disk("sda", Bus = DiskBus.Sata), BackingReference("golden")] HiddenDisk Overlay,
    [HostDisk("golden", ReadOnly = true)] RawFile Golden);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record ChainRoot(MaybeChain Local, RemoteReplica? Replica);

/// <summary>Chains of unknown length under a quorum, which libvirt counts before the disks in front of them.</summary>
[Topology, Domain("replicated-chains", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ReplicatedChains(
    [Disk("vda")] ChainRoot Root,
    [Disk("vdb")] ChainRoot? Data,
    [Disk("vdc")] ChainRoot Last);

/// <summary>Replicated disks on every bus.</summary>
[Topology, Domain("replicas-on-every-bus", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ReplicasOnEveryBus(
    [Disk("sda", Serial = "S1")] RawRoot Scsi,
    [Disk("sdb", Bus = DiskBus.Sata, Serial = "S2")] Qcow2Root Sata,
    [Disk("sdc", Bus = DiskBus.Usb)] RawRoot Usb,
    [Disk("hdd", BootOrder = 1, Wwn = "5000c50015ea71ac")] Qcow2Root Ide,
    [Disk("vda", IoThread = 2)] RawRoot Virtio);

/// <summary>A replicated disk that may be absent, and a disk of the host that stays.</summary>
[Topology, Domain("maybe-secondary", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record MaybeSecondary(
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2File Parent,
    [Disk("vda")] RawFile Root,
    [Disk("vdb"), BackingReference("parent0")] SecondaryRoot? Data);

/// <summary>Two overlays of a disk of the host, of which the first may be absent.</summary>
[Topology]
public sealed partial record MaybeOverlayOfGolden(
    [Disk("vda"), BackingReference("golden")] HiddenDisk? First,
    [Disk("vdb"), BackingReference("golden")] HiddenDisk Second,
    [HostDisk("golden", ReadOnly = true)] RawFile Golden);

/// <summary>A disk that may be absent, replicated.</summary>
[Topology, Domain("maybe-replicated", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record MaybeReplicated(
    [Disk("vda")] RawFile Root,
    [Disk("vdb")] RawRoot? Data);
