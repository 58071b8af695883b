using ColoGen;

namespace EncodedOnce;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Image(Utf8 File, Remote? Backing);

[NbdSource(Format = DiskFormat.Raw)]
public readonly record struct Remote(Utf8 Host, int Port, Utf8? Export);

[Quorum(VoteThreshold = 1)]
public sealed record Mirror(Image[] Children);

[Topology]
public sealed partial record Host([Disk("vda")] Image Root, [Serial("vda")] Utf8? RootSerial, [Disk("vdb")] Mirror Data, [Serial("vdb")] Utf8 DataSerial);
