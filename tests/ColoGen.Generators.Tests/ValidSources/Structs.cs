using ColoGen;
using Picture = Structs.Image;

namespace Structs;

[FileSource(Format = DiskFormat.Qcow2)]
public readonly record struct Image(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public record struct Overlay(string File, Picture? Backing);

[Quorum(VoteThreshold = 2)]
public record struct Vote
{
    public Image First { get; set; }

    public Overlay Second { readonly get; set; }

    [NotInDocuments]
    public Image[] Others;

    public Picture? Third { get; init; }

    public Overlay[]? NoLayers() => null;

    public Overlay this[int index] => Second;
}

[Quorum(VoteThreshold = 1)]
public readonly record struct Votes(System.Collections.Generic.IReadOnlyList<Overlay> Children);

[Topology]
public readonly partial record struct Host(
    [Disk("vda")] Overlay Root,
    [field: System.NonSerialized] [property: Disk("vdb")] Vote Data,
    [Disk("vdc")] Vote? Other,
    [Disk("vdd")] Votes? Many,
    [Disk("sda", Device = DiskDevice.Cdrom)] Image? Drive,
    [Serial("vda")] string? Serial);
