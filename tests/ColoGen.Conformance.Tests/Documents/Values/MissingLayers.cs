using System.Collections.Immutable;

namespace ColoGen.Conformance.Tests.Documents.Values;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Leaf(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Branch(string File, Leaf Backing);

[Quorum(VoteThreshold = 2)]
public sealed record ArrayOf(Branch[] Children);

[Quorum(VoteThreshold = 1)]
public sealed record ImmutableOf(ImmutableArray<Leaf> Children);

[NbdSource(Format = DiskFormat.Raw)]
public sealed record Server(string Host, int Port);

[Quorum(ReadPattern = QuorumReadPattern.Fifo)]
public sealed record Votes(int VoteThreshold, Leaf First, Server? Second);

[Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
public sealed record ListOfVotes(Votes[] Children);

/// <summary>Layers, lists and numbers that may be missing or wrong at run time.</summary>
[Topology, Domain("missing", Machine = "pc")]
public sealed partial record Missing(
    int MemoryMiB,
    DomainType Type,
    [Disk("vda")] Branch Root,
    [HostDisk("array")] ArrayOf Array,
    [Disk("vdb")] Votes Votes,
    [HostDisk("list")] ImmutableOf List,
    [BootOrder("vda")] int? Order,
    [BootOrder("vdb")] int OtherOrder,
    [Disk("vdc", BootOrder = 3)] Leaf? Third,
    [Disk("vdd")] Leaf? Fourth,
    [BootOrder("vdd")] int? FourthOrder,
    [Disk("sda", Device = DiskDevice.Cdrom)] Leaf? Medium,
    [BootOrder("sda")] int? MediumOrder,
    [HostDisk("nested")] ListOfVotes? Nested)
{
    /// <summary>A topology with nothing wrong.</summary>
    public static Missing Nothing { get; } = new(
        64,
        DomainType.Qemu,
        new("/a", new("/b")),
        new([new("/c", new("/d")), new("/e", new("/f"))]),
        new(1, new("/g"), new("h", 10809)),
        new([new("/i")]),
        1,
        2,
        new("/j"),
        new("/k"),
        4,
        new("/l"),
        5,
        new([new(1, new("/m"), null)]));
}
