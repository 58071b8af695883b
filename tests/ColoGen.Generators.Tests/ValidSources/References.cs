using ColoGen;

namespace References;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Image(string File);

[FileSource(Format = DiskFormat.Qcow2)]
[BackingReference]
public sealed record Hidden(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Active(string File, Hidden Backing);

[Replication(ReplicationMode.Secondary)]
public sealed record SecondaryReplica(Active Active);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record SecondaryRoot(SecondaryReplica Local);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record Remote(string Host, int Port, string Export);

[Replication(ReplicationMode.Primary)]
public sealed record PrimaryReplica(Remote Remote);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record PrimaryRoot(Image Local, PrimaryReplica? Replica);

[FileSource(Format = DiskFormat.Qcow2), BackingReference("vdd", 1)]
public sealed record Snapshot(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Overlay(string File, Image Backing);

[Topology]
public sealed partial record Secondary(
    [Disk("vda"), BackingReference("parent1")] SecondaryRoot Root,
    [HostDisk("parent1"), NbdExport(Writable = true)] Image Parent1,
    [HostDisk("parent2"), NbdExport(Name = "two", Writable = true)] Image Parent2,
    [Disk("vdb"), BackingReference("parent2", 0)] SecondaryRoot Data,
    [HostDisk("snapshot")] Snapshot Snapshot,
    [Disk("vdd", ReadOnly = true)] Overlay Shared);

[Topology]
public sealed partial record Primary([Disk("vda")] PrimaryRoot Root, [Disk("vdb")] PrimaryRoot Data);
