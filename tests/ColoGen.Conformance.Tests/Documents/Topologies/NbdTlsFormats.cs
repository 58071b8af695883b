namespace ColoGen.Conformance.Tests.Documents.Topologies;

[NbdSource(Format = DiskFormat.Raw, Tls = true)]
public sealed record TlsRaw(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Qcow2, Tls = true)]
public sealed record TlsQcow2(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Qcow, Tls = true)]
public sealed record TlsQcow(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Qed, Tls = true)]
public sealed record TlsQed(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Vmdk, Tls = true)]
public sealed record TlsVmdk(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Vdi, Tls = true)]
public sealed record TlsVdi(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Vhdx, Tls = true)]
public sealed record TlsVhdx(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Vpc, Tls = true)]
public sealed record TlsVpc(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Parallels, Tls = true)]
public sealed record TlsParallels(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Bochs, Tls = true)]
public sealed record TlsBochs(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Cloop, Tls = true)]
public sealed record TlsCloop(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

[NbdSource(Format = DiskFormat.Dmg, Tls = true)]
public sealed record TlsDmg(string Host, int Port, string Export, string TlsDir, string? TlsHostname);

/// <summary>An encrypted export of each format.</summary>
[Topology, Domain("nbd-tls-formats", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record NbdTlsFormats(
    [Disk("vda")] TlsRaw Raw,
    [Disk("vdb")] TlsQcow2 Qcow2,
    [Disk("vdc")] TlsQcow Qcow,
    [Disk("vdd")] TlsQed Qed,
    [Disk("vde")] TlsVmdk Vmdk,
    [Disk("vdf")] TlsVdi Vdi,
    [Disk("vdg")] TlsVhdx Vhdx,
    [Disk("vdh")] TlsVpc Vpc,
    [Disk("vdi")] TlsParallels Parallels,
    [Disk("vdj", ReadOnly = true)] TlsBochs Bochs,
    [Disk("vdk", ReadOnly = true)] TlsCloop Cloop,
    [Disk("vdl", ReadOnly = true)] TlsDmg Dmg);
