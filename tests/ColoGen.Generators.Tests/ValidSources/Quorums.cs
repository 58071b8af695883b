using System.Collections.Generic;
using System.Collections.Immutable;
using ColoGen;

namespace Quorums;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Image(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Overlay(string File, Image Backing);

[Quorum(VoteThreshold = 2)]
public sealed record OfArray(Overlay[] Children);

[Quorum(VoteThreshold = 2, RewriteCorrupted = true)]
public sealed record OfImmutableArray(Image First, ImmutableArray<Overlay> Others);

[Quorum]
public sealed record OfReadOnlyList(int VoteThreshold, IReadOnlyList<Image> Children);

[Quorum(VoteThreshold = 1)]
public sealed record OfList(QuorumReadPattern? ReadPattern, bool RewriteCorrupted, bool? Blkverify, List<Image> Children);

[Quorum(VoteThreshold = 2, Blkverify = true)]
public sealed record Pair(Image First, Overlay Second);

[Quorum(VoteThreshold = 1)]
public sealed record OfImmutableList(QuorumReadPattern ReadPattern, ImmutableList<Pair> Children);

[Quorum(VoteThreshold = 3, ReadPattern = QuorumReadPattern.Quorum)]
public sealed record Mixed(Image First, Overlay Second, Image Third, OfInterface? Fourth);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record OfInterface(IList<Overlay> Children);

[Topology]
public sealed partial record Host(
    [Disk("vda")] OfArray A,
    [Disk("vdb")] OfImmutableArray B,
    [Disk("vdc")] OfReadOnlyList C,
    [Disk("vdd")] OfList D,
    [Disk("vde")] OfImmutableList E,
    [Disk("vdf")] Mixed F,
    [Disk("vdg")] Mixed? G);
