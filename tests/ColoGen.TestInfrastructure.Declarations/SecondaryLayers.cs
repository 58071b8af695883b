namespace ColoGen.TestInfrastructure.Declarations;

#pragma warning disable MA0048 // One layer is a few lines; the file is named after all of them.

[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record Qcow2Image(string File);

/// <summary>
/// Keeps the data that the primary overwrites until the next checkpoint. Its backing layer is the secondary disk, which the attachment names.
/// </summary>
[FileSource(Format = DiskFormat.Qcow2), BackingReference]
public sealed partial record HiddenDisk(string File);

/// <summary>Takes what the secondary's own guest writes until the next checkpoint.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
public sealed partial record ActiveDisk(string File, HiddenDisk Backing);

[Replication(ReplicationMode.Secondary)]
public sealed partial record SecondaryReplica(ActiveDisk Active);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record SecondaryRoot(SecondaryReplica Local);
