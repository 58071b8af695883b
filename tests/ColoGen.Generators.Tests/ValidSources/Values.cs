using ColoGen;

namespace Values;

[FileSource(Format = DiskFormat.Qcow2, File = "/images/a&b<c>\"d'e,f\\g h\ti磁盘🦊\u00A0\u200B.qcow2")]
public sealed record Awkward;

[FileSource(Format = DiskFormat.Raw, File = @"/images/""""""\{0}.raw")]
public sealed record Quoted;

[NbdSource(Format = DiskFormat.Raw, Host = "::1", Export = "a,b='c'\n\r\"\"\"")]
public sealed record Remote;

[FileSource(Format = DiskFormat.Qcow2, File = "/images/a&b<c>\"d'e,f\\g h\u0085i磁盘🦊\u00A0\u200B.qcow2")]
public sealed record AwkwardOption;

[Topology(Documents = TopologyDocuments.All & ~TopologyDocuments.DriveArguments), Domain("näme & co \"x\"", Emulator = "/opt/'q', \"e\"")]
public sealed partial record Host(
    [Disk("vda", Serial = "S_1 +a-b.c")] Awkward Root,
    [Disk("vdb")] Quoted Data,
    [HostDisk("remote"), NbdExport(Name = "x\ty")] Remote Remote);

[Topology]
public sealed partial record Constant([Disk("vda")] AwkwardOption Root);
