using System.Collections.Immutable;

namespace ColoGen.Conformance.Tests.Documents.Topologies;

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record ArrayMirror(Qcow2File[] Children);

[Topology]
public sealed partial record ArrayOfLayers([Disk("vda")] ArrayMirror Root);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record ImmutableMirror(ImmutableArray<RawStruct> Children);

[Topology]
public sealed partial record ImmutableArrayOfLayers([Disk("vda")] ImmutableMirror Root);

[Quorum(VoteThreshold = 1)]
public sealed record ListMirror(IReadOnlyList<MaybeOverlay> Children);

/// <summary>Each item is a chain, some shorter than others.</summary>
[Topology]
public sealed partial record ListOfChains([Disk("vda")] ListMirror Root);

#pragma warning disable MA0016 // The children of a quorum may be a list of this type, too.
[Quorum(VoteThreshold = 2)]
public sealed record LocalAndRemotes(RawFile Local, List<TcpRaw> Remotes);
#pragma warning restore MA0016

/// <summary>A child of its own before a list.</summary>
[Topology, Domain("list-after-child", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ListAfterChild([Disk("vda")] LocalAndRemotes Root);

[Quorum(VoteThreshold = 1)]
public sealed record MirrorOfMirror(RawFile Key, ArrayMirror Inner);

/// <summary>A list below another layer.</summary>
[Topology, Domain("list-below", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record ListBelow([HostDisk("mirror")] MirrorOfMirror Mirror);
