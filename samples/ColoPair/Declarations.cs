using ColoGen;

namespace ColoPair;

/// <summary>A qcow2 image in a file.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record Qcow2Image(string File);

/// <summary>The hidden disk: keeps the data that the primary overwrites until the next checkpoint. Its backing layer is the secondary disk.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
[BackingReference("parent0")]
public sealed partial record HiddenDisk(string File);

/// <summary>Takes what the secondary's own guest writes until the next checkpoint.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record ActiveDisk(string File, HiddenDisk Backing);

/// <summary>The replica as the secondary has it.</summary>
[Replication(ReplicationMode.Secondary)]
public sealed partial record SecondaryReplica(ActiveDisk Active);

/// <summary>What the secondary's guest sees.</summary>
[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record SecondaryRoot(SecondaryReplica Local);

/// <summary>The secondary's disk, over the network.</summary>
[NbdSource(Format = DiskFormat.Raw, Export = "parent0")]
public sealed partial record SecondaryExport(string Host, int Port);

/// <summary>The replica as the primary has it.</summary>
[Replication(ReplicationMode.Primary)]
public sealed partial record PrimaryReplica(SecondaryExport Remote);

/// <summary>What the primary's guest sees; the replica is attached when the secondary is up.</summary>
[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record PrimaryRoot(Qcow2Image Local, PrimaryReplica? Replica);

/// <summary>The host that runs the guest.</summary>
[Topology, Domain("shop-primary", MemoryMiB = 512, Vcpus = 2, Machine = "pc")]
public sealed partial record PrimaryHost(
    [Disk("vda", Bus = DiskBus.Virtio, BootOrder = 1)] PrimaryRoot Root,
    DomainType Type);

/// <summary>The host that follows.</summary>
[Topology, Domain("shop-secondary", MemoryMiB = 512, Vcpus = 2, Machine = "pc")]
public sealed partial record SecondaryHost(
    [HostDisk("parent0"), NbdExport(Writable = true)] Qcow2Image Parent,
    [Disk("vda", Bus = DiskBus.Virtio, BootOrder = 1)] SecondaryRoot Root,
    DomainType Type);

/// <summary>The two hosts, and how they reach each other.</summary>
[ColoPair]
public sealed partial record ShopPair(
    PrimaryHost Primary,
    SecondaryHost Secondary,
    QemuVersion Qemu,
    string NbdHost,
    int NbdPort,
    string MigrationHost,
    int MigrationPort,
    int? CheckpointDelay);
