namespace ColoGen.Conformance.Tests.Documents.Topologies;

[FileSource(Format = DiskFormat.Raw)]
public sealed record RawFile(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Qcow2File(string File);

[FileSource(Format = DiskFormat.Qcow)]
public sealed record QcowFile(string File);

[FileSource(Format = DiskFormat.Qed)]
public sealed record QedFile(string File);

[FileSource(Format = DiskFormat.Vmdk)]
public sealed record VmdkFile(string File);

[FileSource(Format = DiskFormat.Vdi)]
public sealed record VdiFile(string File);

[FileSource(Format = DiskFormat.Vhdx)]
public sealed record VhdxFile(string File);

[FileSource(Format = DiskFormat.Vpc)]
public sealed record VpcFile(string File);

[FileSource(Format = DiskFormat.Parallels)]
public sealed record ParallelsFile(string File);

[FileSource(Format = DiskFormat.Bochs)]
public sealed record BochsFile(string File);

[FileSource(Format = DiskFormat.Cloop)]
public sealed record CloopFile(string File);

[FileSource(Format = DiskFormat.Dmg)]
public sealed record DmgFile(string File);

/// <summary>A file of each format.</summary>
[Topology, Domain("file-formats", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record FileFormats(
    [Disk("vda")] RawFile Raw,
    [Disk("vdb")] Qcow2File Qcow2,
    [Disk("vdc")] QcowFile Qcow,
    [Disk("vdd")] QedFile Qed,
    [Disk("vde")] VmdkFile Vmdk,
    [Disk("vdf")] VdiFile Vdi,
    [Disk("vdg")] VhdxFile Vhdx,
    [Disk("vdh")] VpcFile Vpc,
    [Disk("vdi")] ParallelsFile Parallels,
    [Disk("vdj", ReadOnly = true)] BochsFile Bochs,
    [Disk("vdk", ReadOnly = true)] CloopFile Cloop,
    [Disk("vdl", ReadOnly = true)] DmgFile Dmg);
