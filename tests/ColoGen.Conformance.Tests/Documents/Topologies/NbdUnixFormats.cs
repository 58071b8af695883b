namespace ColoGen.Conformance.Tests.Documents.Topologies;

[NbdSource(Format = DiskFormat.Raw)]
public sealed record UnixRaw(string Socket, string Export);

[NbdSource(Format = DiskFormat.Qcow2)]
public sealed record UnixQcow2(string Socket, string Export);

[NbdSource(Format = DiskFormat.Qcow)]
public sealed record UnixQcow(string Socket, string Export);

[NbdSource(Format = DiskFormat.Qed)]
public sealed record UnixQed(string Socket, string Export);

[NbdSource(Format = DiskFormat.Vmdk)]
public sealed record UnixVmdk(string Socket, string Export);

[NbdSource(Format = DiskFormat.Vdi)]
public sealed record UnixVdi(string Socket, string Export);

[NbdSource(Format = DiskFormat.Vhdx)]
public sealed record UnixVhdx(string Socket, string Export);

[NbdSource(Format = DiskFormat.Vpc)]
public sealed record UnixVpc(string Socket, string Export);

[NbdSource(Format = DiskFormat.Parallels)]
public sealed record UnixParallels(string Socket, string Export);

[NbdSource(Format = DiskFormat.Bochs)]
public sealed record UnixBochs(string Socket, string Export);

[NbdSource(Format = DiskFormat.Cloop)]
public sealed record UnixCloop(string Socket, string Export);

[NbdSource(Format = DiskFormat.Dmg)]
public sealed record UnixDmg(string Socket, string Export);

/// <summary>A unix socket's export of each format.</summary>
[Topology, Domain("nbd-unix-formats", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record NbdUnixFormats(
    [Disk("vda")] UnixRaw Raw,
    [Disk("vdb")] UnixQcow2 Qcow2,
    [Disk("vdc")] UnixQcow Qcow,
    [Disk("vdd")] UnixQed Qed,
    [Disk("vde")] UnixVmdk Vmdk,
    [Disk("vdf")] UnixVdi Vdi,
    [Disk("vdg")] UnixVhdx Vhdx,
    [Disk("vdh")] UnixVpc Vpc,
    [Disk("vdi")] UnixParallels Parallels,
    [Disk("vdj", ReadOnly = true)] UnixBochs Bochs,
    [Disk("vdk", ReadOnly = true)] UnixCloop Cloop,
    [Disk("vdl", ReadOnly = true)] UnixDmg Dmg);
