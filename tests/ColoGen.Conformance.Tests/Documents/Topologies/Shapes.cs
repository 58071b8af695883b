namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>Records inside other types.</summary>
public static partial class Outer
{
    [FileSource(Format = DiskFormat.Qcow2)]
    public sealed record Image(string File);

    public partial struct Inner
    {
        [Topology, Domain("nested", Machine = "pc", Type = DomainType.Qemu)]
        internal sealed partial record Host([Disk("vda")] Image Root);
    }
}

/// <summary>Required properties in place of positional parameters, and names that are keywords.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
public sealed record PropertyImage
{
    public required string File { get; init; }

#pragma warning disable IDE1006 // The name is a keyword.
    public required RawFile @base { get; init; }
#pragma warning restore IDE1006
}

[Topology, Domain("properties", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Properties
{
    [Disk("vda")]
    public required PropertyImage Root { get; init; }

#pragma warning disable IDE1006 // The name is a keyword.
    [Disk("vdb")]
    public RawFile? @class { get; init; }
#pragma warning restore IDE1006
}

/// <summary>A layer and a topology with bases.</summary>
public abstract record ImageBase(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record DerivedImage(string File, RawFile Backing) : ImageBase(File);

public abstract record HostBase([property: Disk("vda")] DerivedImage Root);

[Topology, Domain("derived", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record DerivedHost(DerivedImage Root, [Disk("vdb")] RawFile Data) : HostBase(Root);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record PinnedChain(string File, PinnedMiddle Backing);

[FileSource(Format = DiskFormat.Qcow2, Index = 7)]
public sealed record PinnedMiddle(string File, PinnedBase Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record PinnedBase(string File, PinnedLast Backing);

[FileSource(Format = DiskFormat.Raw, Index = 1)]
public sealed record PinnedLast(string File);

/// <summary>Layers with numbers of their own.</summary>
[Topology, Domain("pins", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Pins([Disk("vda")] PinnedChain Root);

[FileSource(Format = DiskFormat.Qcow2, Index = 5)]
public sealed record PinnedTop(string File, RawFile Backing);

[FileSource(Format = DiskFormat.Qcow2), BackingReference("spare", 5)]
public sealed record OverPinnedTop(string File);

[FileSource(Format = DiskFormat.Qcow2, Index = 3), BackingReference("spare")]
public sealed record OverUnnumberedTop(string File);

[FileSource(Format = DiskFormat.Qcow2), BackingReference("spare", 1)]
public sealed record BelowPinnedTop(string File);

/// <summary>Top layers with numbers of their own, one of them the backing of others by its number and by 0.</summary>
[Topology]
public sealed partial record PinnedTops(
    [Disk("vda")] BelowPinnedTop First,
    [Disk("vdb")] OverPinnedTop Second,
    [Disk("vdc")] OverUnnumberedTop Third,
    [Disk("vdd")] PinnedTop Last,
    [HostDisk("spare", ReadOnly = true)] PinnedTop Spare);

/// <summary>A top layer with a number of its own, which libvirt opens for the disk that refers to it.</summary>
[Topology, Domain("overlay-of-pinned-top", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record OverlayOfPinnedTop(
    [Disk("vda")] OverPinnedTop First,
    [HostDisk("spare", ReadOnly = true)] PinnedTop Spare);
