using ColoGen;

namespace Network;

[NbdSource(Format = DiskFormat.Raw, Host = "storage.example", Port = 10810, Export = "a", Tls = true, TlsDir = "/pki", TlsHostname = "other.example")]
public sealed record Fixed;

[NbdSource(Format = DiskFormat.Qcow2)]
public sealed record Open(string Host, ushort Port, string? Export);

[NbdSource(Format = DiskFormat.Qcow2, Tls = true)]
public sealed record Encrypted(string Host, string? TlsDir, string? TlsHostname, Local? Backing);

[NbdSource(Format = DiskFormat.Raw, Export = "b")]
public sealed record Local(string Socket);

[BlockSource(Format = DiskFormat.Raw, Dev = "/dev/mapper/vg-lun")]
public sealed record Lun;

[BlockSource(Format = DiskFormat.Qcow2)]
public sealed record Volume(string Dev, Open Backing);

[Topology]
public sealed partial record Host(
    [Disk("vda")] Fixed Fixed,
    [Disk("sda", Device = DiskDevice.Lun, Bus = DiskBus.Scsi)] Lun? Lun,
    [Disk("sdb", Bus = DiskBus.Sata)] Volume Volume,
    [HostDisk("encrypted"), NbdExport(Name = "e", Writable = true)] Encrypted Encrypted,
    [HostDisk("local"), NbdExport] Local Local);
