namespace ColoGen.Conformance.Tests.Documents.Topologies;

[NbdSource(Format = DiskFormat.Raw)]
public sealed record TcpRaw(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Qcow2)]
public sealed record TcpQcow2(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Qcow)]
public sealed record TcpQcow(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Qed)]
public sealed record TcpQed(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Vmdk)]
public sealed record TcpVmdk(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Vdi)]
public sealed record TcpVdi(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Vhdx)]
public sealed record TcpVhdx(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Vpc)]
public sealed record TcpVpc(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Parallels)]
public sealed record TcpParallels(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Bochs)]
public sealed record TcpBochs(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Cloop)]
public sealed record TcpCloop(string Host, int Port, string Export);

[NbdSource(Format = DiskFormat.Dmg)]
public sealed record TcpDmg(string Host, int Port, string Export);

/// <summary>A TCP export of each format.</summary>
[Topology, Domain("nbd-tcp-formats", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record NbdTcpFormats(
    [Disk("vda")] TcpRaw Raw,
    [Disk("vdb")] TcpQcow2 Qcow2,
    [Disk("vdc")] TcpQcow Qcow,
    [Disk("vdd")] TcpQed Qed,
    [Disk("vde")] TcpVmdk Vmdk,
    [Disk("vdf")] TcpVdi Vdi,
    [Disk("vdg")] TcpVhdx Vhdx,
    [Disk("vdh")] TcpVpc Vpc,
    [Disk("vdi")] TcpParallels Parallels,
    [Disk("vdj", ReadOnly = true)] TcpBochs Bochs,
    [Disk("vdk", ReadOnly = true)] TcpCloop Cloop,
    [Disk("vdl", ReadOnly = true)] TcpDmg Dmg);
