using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests;

#pragma warning disable MA0048 // One layer is a few lines; the file is named after all of them.

[FileSource(Format = DiskFormat.Raw)]
public sealed partial record RawImage(string File);

[NbdSource(Format = DiskFormat.Raw)]
public sealed partial record SecondaryExport(string Host, int Port, string Export);

[Replication(ReplicationMode.Primary)]
public sealed partial record PrimaryReplica(SecondaryExport Remote);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record PrimaryRoot(Qcow2Image Local, PrimaryReplica? Replica);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed partial record RawPrimaryRoot(RawImage Local, PrimaryReplica? Replica);
