using ColoGen.Core.Devices;
using ColoGen.Core.Formats.Qemu;

namespace ColoGen.Generators.Tests.Rules;

public sealed class TargetTests
{
    [Theory]
    [InlineData("""[Disk("vda")] Image A, [Disk("vdb")] Image B""", "")]
    [InlineData("""[Disk("vda")] Image A, [Disk("vda")] Image B""", "COLO0301")]
    [InlineData("""[HostDisk("vda")] Image A, [Disk("vda")] Image B, [HostDisk("vda")] Image C""", "COLO0301 COLO0301")]
    [InlineData("""[Disk("")] Image A""", "COLO0302")]
    [InlineData("""[Disk("vd")] Image A""", "COLO0302")]
    [InlineData("""[Disk("vdA")] Image A""", "COLO0302")]
    [InlineData("""[Disk("xda")] Image A""", "COLO0302")]
    [InlineData("""[Disk("vda1")] Image A""", "COLO0302")]
    [InlineData("""[Disk("vdaaaa")] Image A""", "")]
    [InlineData("""[Disk("vdaaaaa")] Image A""", "COLO0302")]
    [InlineData("""[HostDisk("a.b_c-1")] Image A""", "")]
    [InlineData("""[HostDisk("1a")] Image A""", "COLO0302")]
    [InlineData("""[HostDisk("a b")] Image A""", "COLO0302")]
    [InlineData("""[HostDisk("ä")] Image A""", "COLO0302")]
    [InlineData("""[HostDisk("")] Image A""", "COLO0302")]
    [InlineData("""[HostDisk("a123456789012345678901")] Image A""", "COLO0305")]
    [InlineData("""[HostDisk("a12345678901234567890")] Image A""", "")]
    [InlineData("""[Disk("fda")] Image A""", "COLO0303")]
    [InlineData("""[Disk("fda", Device = DiskDevice.Floppy)] Image A""", "")]
    [InlineData("""[Disk("fdc", Device = DiskDevice.Floppy)] Image A""", "COLO0303")]
    [InlineData("""[Disk("vda", Device = DiskDevice.Cdrom)] Image A""", "COLO0303")]
    [InlineData("""[Disk("sda", Bus = DiskBus.Usb, Device = DiskDevice.Cdrom)] Image? A""", "COLO0303")]
    [InlineData("""[Disk("sda", Device = DiskDevice.Lun)] Volume A""", "")]
    [InlineData("""[Disk("sda", Device = DiskDevice.Lun)] Image A""", "COLO0303")]
    [InlineData("""[Disk("hda")] Image A""", "")]
    [InlineData("""[Disk("hde")] Image A""", "COLO0303")]
    [InlineData("""[Disk("hda", ReadOnly = true)] Image A""", "COLO0303")]
    [InlineData("""[Disk("sdhb")] Image A""", "")]
    [InlineData("""[Disk("sdhb")] Image A, [Disk("vda")] Image B""", "COLO0315")]
    [InlineData("""[Disk("sdhc")] Image A""", "COLO0315")]
    [InlineData("""[Disk("sdhp")] Image A""", "COLO0315")]
    [InlineData("""[Disk("sdhq")] Image A""", "COLO0303")]
    [InlineData("""[Disk("sdfx", Bus = DiskBus.Sata)] Image A""", "")]
    [InlineData("""[Disk("sdfy", Bus = DiskBus.Sata)] Image A""", "COLO0315")]
    [InlineData("""[Disk("sdgj", Bus = DiskBus.Sata)] Image A""", "COLO0315")]
    [InlineData("""[Disk("sdgk", Bus = DiskBus.Sata)] Image A""", "COLO0303")]
    [InlineData("""[Disk("vda")] Image A, [Serial("vdb")] string Serial""", "COLO0304")]
    [InlineData("""[HostDisk("vda")] Image A, [Serial("vda")] string Serial""", "COLO0304")]
    [InlineData("""[Disk("vda")] Image A, [Disk("sda", Bus = DiskBus.Virtio)] Image B""", "COLO0306")]
    [InlineData("""[Disk("vda", Bus = DiskBus.Scsi)] Image A""", "COLO0307")]
    [InlineData("""[Disk("sda", Bus = DiskBus.Sata)] Image A""", "")]
    [InlineData("""[Disk("vda", BootOrder = 1)] Image A, [Disk("vdb", BootOrder = 1)] Image B""", "COLO0308")]
    [InlineData("""[Disk("vda", Serial = "aB0_.+- ")] Image A""", "")]
    [InlineData("""[Disk("vda", Serial = "a,b")] Image A""", "COLO0309")]
    [InlineData("""[Disk("vda", Serial = "")] Image A""", "COLO0309")]
    [InlineData("""[Disk("sda", Wwn = "0x0123456789abcdef")] Image A""", "")]
    [InlineData("""[Disk("sda", Wwn = "0123456789abcde")] Image A""", "COLO0310")]
    [InlineData("""[Disk("vda", Wwn = "0123456789abcdef")] Image A""", "COLO0310")]
    [InlineData("""[Disk("sda", Vendor = "12345678", Product = "1234567890123456")] Image A""", "")]
    [InlineData("""[Disk("sda", Vendor = "123456789", Product = "12345678901234567")] Image A""", "COLO0311 COLO0311")]
    [InlineData("""[Disk("vda", Vendor = "V")] Image A""", "COLO0311")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("A")] Image B""", "COLO0312")]
    public void Of_a_target(string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters));

    [Theory]
    [InlineData("Virtio", 30, "")]
    [InlineData("Virtio", 31, "COLO0315")]
    [InlineData("Usb", 15, "")]
    [InlineData("Usb", 16, "COLO0303")]
    public void Of_many_disks(string bus, int count, string ids)
    {
        string prefix = bus == "Virtio" ? "vd" : "sd";
        IEnumerable<string> disks = Enumerable.Range(0, count).Select(number => $"""[Disk("{prefix}{Targets.Letters(number)}", Bus = DiskBus.{bus})] Image D{number}""");
        Assert.Equal(ids, Ids.OfHost(string.Join(", ", disks)));
    }
}
