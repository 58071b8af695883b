namespace ColoGen.Conformance.Tests.Documents.Topologies;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record MaybeOverlay(string File, Qcow2File? Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record MaybeChain(string File, MaybeOverlay? Backing);

/// <summary>Disks and backing layers that may be absent.</summary>
[Topology, Domain("optional-layers", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record OptionalLayers(
    [Disk("vda")] MaybeChain Root,
    [Disk("vdb")] MaybeOverlay? Data,
    [Disk("vdc")] Qcow2File? Scratch);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record MaybeMirror(Qcow2File First, MaybeOverlay? Second, Qcow2File? Third);

[Quorum(VoteThreshold = 1)]
public sealed record LateMirror(Qcow2File? First, Qcow2File? Second, RawFile Third);

/// <summary>Children of a quorum that may be absent, before the one that is always there.</summary>
[Topology, Domain("late-children", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record LateChildren(
    [Disk("vda")] Qcow2File Root,
    [Disk("vdb")] LateMirror Data);

/// <summary>Children of a quorum that may be absent, before others.</summary>
[Topology, Domain("optional-children", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record OptionalChildren(
    [Disk("vda")] MaybeMirror Root,
    [Disk("vdb")] Qcow2File? Data);

[FileSource(Format = DiskFormat.Qcow2)]
public readonly record struct MaybeStruct(string File, RawStruct? Backing);

[FileSource(Format = DiskFormat.Raw)]
public readonly record struct RawStruct(string File);

/// <summary>Records that are structs, as topology and as layers.</summary>
[Topology, Domain("structs", Machine = "pc", Type = DomainType.Qemu)]
public readonly partial record struct Structs(
    [Disk("vda")] MaybeStruct Root,
    [Disk("vdb")] RawStruct? Data);
