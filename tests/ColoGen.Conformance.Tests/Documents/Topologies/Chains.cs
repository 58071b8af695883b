namespace ColoGen.Conformance.Tests.Documents.Topologies;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Chain2(string File, RawFile Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Chain3(string File, Chain2 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Chain4(string File, Chain3 Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Chain5(string File, Chain4 Backing);

/// <summary>Chains of one to five layers.</summary>
[Topology, Domain("chains", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record Chains(
    [Disk("vda")] RawFile One,
    [Disk("vdb")] Chain2 Two,
    [Disk("vdc")] Chain3 Three,
    [Disk("vdd")] Chain4 Four,
    [Disk("vde")] Chain5 Five);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Qcow2OverQcow(string File, QcowFile Backing);

[FileSource(Format = DiskFormat.Qcow)]
public sealed record QcowOverVdi(string File, VdiFile Backing);

[FileSource(Format = DiskFormat.Qed)]
public sealed record QedOverVpc(string File, VpcFile Backing);

[FileSource(Format = DiskFormat.Vmdk)]
public sealed record VmdkOverVmdk(string File, VmdkFile Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Qcow2OverDmg(string File, DmgFile Backing);

/// <summary>A backing layer of another format under each format that can have one.</summary>
[Topology, Domain("mixed-chains", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record MixedChains(
    [Disk("vda")] Qcow2OverQcow Qcow2,
    [Disk("vdb")] QcowOverVdi Qcow,
    [Disk("vdc")] QedOverVpc Qed,
    [Disk("vdd")] VmdkOverVmdk Vmdk,
    [Disk("vde")] Qcow2OverDmg Dmg);

[BlockSource(Format = DiskFormat.Qcow2)]
public sealed record VolumeOverExport(string Dev, TcpRaw Backing);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record FileOverVolume(string File, VolumeOverExport Backing);

/// <summary>A file over a block device over an export.</summary>
[Topology, Domain("mixed-sources", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record MixedSources([Disk("vda")] FileOverVolume Disk);

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record FileOverExport(string File, UnixRaw Backing);

/// <summary>A file over an export.</summary>
[Topology, Domain("file-over-export", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record OverExport([Disk("vda")] FileOverExport Disk);

/// <summary>A layer whose type says what is below it.</summary>
[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Overlay<TBacking>(string File, TBacking Backing)
    where TBacking : class;

[Topology, Domain("generic-chain", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record GenericChain([Disk("vda")] Overlay<Overlay<RawFile>> Disk);
