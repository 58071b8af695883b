namespace ColoGen.Conformance.Tests.Documents.Topologies;

/// <summary>The registered port, and the export without a name.</summary>
[NbdSource(Format = DiskFormat.Raw)]
public sealed record DefaultPort(string Host);

[NbdSource(Format = DiskFormat.Raw, Socket = "/run/nbd.sock")]
public sealed record NamelessExport;

[NbdSource(Format = DiskFormat.Raw)]
public sealed record MaybeExport(string Host, int Port, string? Export);

/// <summary>Folder of certificates and name of the server as libvirt has them by itself.</summary>
[NbdSource(Format = DiskFormat.Raw, Host = "nbd.example.org", Export = "e", Tls = true)]
public sealed record DefaultTls;

[Topology, Domain("nbd-defaults", Machine = "pc", Type = DomainType.Qemu)]
public sealed partial record NbdDefaults(
    [Disk("vda")] DefaultPort Port,
    [Disk("vdb")] NamelessExport Nameless,
    [Disk("vdc")] MaybeExport Export,
    [Disk("vdd")] DefaultTls Tls);
