namespace ColoGen.Control.Tests;

#pragma warning disable MA0048 // One layer is a few lines; the file is named after all of them.

[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record Qcow2Image(string File);

[FileSource(Format = DiskFormat.Raw)]
public sealed partial record RawImage(string File);

[FileSource(Format = DiskFormat.Qcow2)]
[BackingReference]
public sealed partial record HiddenDisk(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record ActiveDisk(string File, HiddenDisk Backing);

[Replication(ReplicationMode.Secondary)]
public sealed partial record SecondaryReplica(ActiveDisk Active);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record SecondaryRoot(SecondaryReplica Local);

[NbdSource(Format = DiskFormat.Raw)]
public sealed partial record SecondaryExport(string Host, int Port, string Export);

[Replication(ReplicationMode.Primary)]
public sealed partial record PrimaryReplica(SecondaryExport Remote);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record PrimaryRoot(Qcow2Image Local, PrimaryReplica? Replica);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record RawPrimaryRoot(RawImage Local, PrimaryReplica? Replica);
