namespace ColoGen.Conformance.Tests.Documents.Topologies;

[FileSource(Format = DiskFormat.Raw)]
public sealed record Deep30(string File);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep29(string File, Deep30 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep28(string File, Deep29 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep27(string File, Deep28 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep26(string File, Deep27 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep25(string File, Deep26 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep24(string File, Deep25 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep23(string File, Deep24 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep22(string File, Deep23 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep21(string File, Deep22 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep20(string File, Deep21 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep19(string File, Deep20 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep18(string File, Deep19 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep17(string File, Deep18 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep16(string File, Deep17 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep15(string File, Deep16 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep14(string File, Deep15 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep13(string File, Deep14 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep12(string File, Deep13 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep11(string File, Deep12 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep10(string File, Deep11 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep9(string File, Deep10 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep8(string File, Deep9 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep7(string File, Deep8 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep6(string File, Deep7 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep5(string File, Deep6 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep4(string File, Deep5 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep3(string File, Deep4 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep2(string File, Deep3 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Deep1(string File, Deep2 Backing);

/// <summary>A chain of thirty layers.</summary>
[Topology, Domain("deep-chain", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record DeepChain([Disk("vda")] Deep1 Disk);
