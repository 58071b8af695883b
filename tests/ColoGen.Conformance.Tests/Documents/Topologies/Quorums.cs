namespace ColoGen.Conformance.Tests.Documents.Topologies;

[Quorum(VoteThreshold = 2)]
public sealed record Majority(RawFile First, Qcow2File Second, Chain2 Third);

[Quorum(VoteThreshold = 2, Blkverify = true)]
public sealed record Verified(RawFile Test, RawFile Reference);

[Quorum(VoteThreshold = 2, RewriteCorrupted = true)]
public sealed record Repaired(RawFile First, RawFile Second, RawFile Third);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record Nested(Majority Inner, RawFile Spare, Alone Other);

[Quorum(VoteThreshold = 1)]
public sealed record Alone(RawFile Only);

/// <summary>What a quorum has, known at run time.</summary>
[Quorum]
public sealed record RunTimeQuorum(
    int VoteThreshold, QuorumReadPattern ReadPattern, bool RewriteCorrupted, RawFile First, RawFile Second);

/// <summary>Every kind of quorum.</summary>
[Topology, Domain("quorums", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Quorums(
    [Disk("vda")] Majority Majority,
    [Disk("vdb")] Verified Verified,
    [Disk("vdc")] Repaired Repaired,
    [Disk("vdd")] Nested Nested,
    [Disk("vde")] RunTimeQuorum RunTime);

[Quorum(VoteThreshold = 1)]
public sealed record Mirror(Qcow2File First, Qcow2File Second);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record OverMirror(string File, Mirror Backing);

/// <summary>A disk over a quorum, whose images are opened for reading only.</summary>
[Topology, Domain("over-quorum", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record OverQuorum([Disk("vda")] OverMirror Root);

/// <summary>A quorum for the host alone.</summary>
[Topology, Domain("host-quorum", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record HostQuorum([HostDisk("mirror")] Majority Mirror);
