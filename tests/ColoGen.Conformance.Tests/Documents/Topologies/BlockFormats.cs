namespace ColoGen.Conformance.Tests.Documents.Topologies;

[BlockSource(Format = DiskFormat.Raw)]
public sealed record RawVolume(string Dev);

[BlockSource(Format = DiskFormat.Qcow2)]
public sealed record Qcow2Volume(string Dev);

[BlockSource(Format = DiskFormat.Qcow)]
public sealed record QcowVolume(string Dev);

[BlockSource(Format = DiskFormat.Qed)]
public sealed record QedVolume(string Dev);

[BlockSource(Format = DiskFormat.Vmdk)]
public sealed record VmdkVolume(string Dev);

[BlockSource(Format = DiskFormat.Vdi)]
public sealed record VdiVolume(string Dev);

[BlockSource(Format = DiskFormat.Vhdx)]
public sealed record VhdxVolume(string Dev);

[BlockSource(Format = DiskFormat.Vpc)]
public sealed record VpcVolume(string Dev);

[BlockSource(Format = DiskFormat.Parallels)]
public sealed record ParallelsVolume(string Dev);

[BlockSource(Format = DiskFormat.Bochs)]
public sealed record BochsVolume(string Dev);

[BlockSource(Format = DiskFormat.Cloop)]
public sealed record CloopVolume(string Dev);

[BlockSource(Format = DiskFormat.Dmg)]
public sealed record DmgVolume(string Dev);

/// <summary>Half of the formats on block devices of the host, of which a machine may have few.</summary>
[Topology, Domain("block-formats", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record BlockFormats(
    [Disk("vda")] RawVolume Raw,
    [Disk("vdb")] Qcow2Volume Qcow2,
    [Disk("vdc")] QcowVolume Qcow,
    [Disk("vdd")] QedVolume Qed,
    [Disk("vde")] VmdkVolume Vmdk,
    [Disk("vdf")] VdiVolume Vdi);

/// <summary>The other half.</summary>
[Topology, Domain("more-block-formats", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record MoreBlockFormats(
    [Disk("vda")] VhdxVolume Vhdx,
    [Disk("vdb")] VpcVolume Vpc,
    [Disk("vdc")] ParallelsVolume Parallels,
    [Disk("vdd", ReadOnly = true)] BochsVolume Bochs,
    [Disk("vde", ReadOnly = true)] CloopVolume Cloop,
    [Disk("vdf", ReadOnly = true)] DmgVolume Dmg);

/// <summary>A device that any machine has.</summary>
[Topology, Domain("character-device", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record RawDevice([Disk("vda", ReadOnly = true)] RawVolume Volume);
