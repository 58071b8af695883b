namespace ColoGen.Conformance.Tests.Documents.Mail;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Image(string File);

[FileSource(Format = DiskFormat.Raw)]
public sealed record RawImage(string File);

/// <summary>Stands on the top layer of the disk vda.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
[BackingReference("vda", 0)]
public sealed record OverVda(string File);

/// <summary>
/// The mail's first answer: one disk, and another that refers to it. What another disk stands on, the guest may only read.
/// </summary>
[Topology]
public sealed partial record Referring(
    [Disk("vda", ReadOnly = true)] Image Secondary,
    [Disk("vdb")] OverVda Replica);

[Quorum(VoteThreshold = 2)]
public sealed record Three(Image First, Image Second, RawImage Third);

/// <summary>Several layers below one.</summary>
[Topology]
public sealed partial record Voting([Disk("vda")] Three Disk);

[FileSource(Format = DiskFormat.Qcow2)]
[BackingReference("colo1")]
public sealed record Hidden(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Active(string File, Hidden Backing);

[Replication(ReplicationMode.Secondary)]
public sealed record Secondary(Active Active);

/// <summary>The mail's two command lines.</summary>
[Topology]
public sealed partial record Wiki(
    [HostDisk("colo1"), NbdExport(Writable = true)] RawImage SecondaryDisk,
    [Disk("vda")] Secondary Disk);
