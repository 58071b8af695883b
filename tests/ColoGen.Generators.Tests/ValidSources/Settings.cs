using ColoGen;

namespace Settings;

[FileSource(Format = DiskFormat.Qcow2)]
public sealed record Image(string File);

[BlockSource(Format = DiskFormat.Raw)]
public sealed record Medium
{
    public required string Dev { get; init; }
}

[Topology]
[Domain(Machine = "pc", MemoryMiB = 2048, Vcpus = 4, Type = DomainType.Qemu, Emulator = "/usr/bin/qemu", Uuid = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
public sealed partial record OnPc(
    string Name,
    [Disk("vda", Serial = "S 1", BootOrder = 1, IoThread = 1)] Image Virtio,
    [Disk("sda", Vendor = "ACME", Product = "Disk", Wwn = "5000c50015ea71ac")] Image Scsi,
    [Disk("sdi", Bus = DiskBus.Scsi, Device = DiskDevice.Cdrom)] Medium? ScsiDrive,
    [Disk("hda", Bus = DiskBus.Ide)] Image Ide,
    [Disk("hdc", Device = DiskDevice.Cdrom)] Medium? IdeDrive,
    [Disk("sdk", Bus = DiskBus.Usb)] Image? Usb,
    [Disk("fda", Device = DiskDevice.Floppy)] Image? Floppy);

[Topology, Domain]
public sealed partial record OnQ35(
    [Disk("vda")] Image Virtio,
    [Disk("sda", Bus = DiskBus.Sata)] Image Sata,
    [Disk("sdh", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] Medium? SataDrive,
    [Disk("sdb", Bus = DiskBus.Scsi)] Image Scsi,
    [Disk("fdb", Bus = DiskBus.Fdc, Device = DiskDevice.Floppy, ReadOnly = true)] Image Floppy,
    [Serial("vda")] string? VirtioSerial,
    [BootOrder("vda")] int? First,
    [BootOrder("sda")] byte Second,
    [Vendor("sdb")] string Vendor,
    [Product("sdb")] string? Product,
    [Serial("sdb")] string ScsiSerial)
{
    public const string Name = "q35";

    public string? Uuid { get; init; }

    public long MemoryMiB { get; init; }

    public required uint Vcpus { get; init; }

    public DomainType Type { get; init; }

    public string? Emulator { get; init; }
}
