using System.Globalization;
using ColoGen.Core.Devices;

namespace ColoGen.Generators.Tests.Rules;

public sealed class TargetTests
{
    [Theory]
    [InlineData("two disks of two devs", """[Disk("vda")] Image A, [Disk("vdb")] Image B""", "")]
    [InlineData("two disks of one dev", """[Disk("vda")] Image A, [Disk("vda")] Image B""", "COLO0301")]
    [InlineData("three disks of one dev", """[HostDisk("vda")] Image A, [Disk("vda")] Image B, [HostDisk("vda")] Image C""", "COLO0301 COLO0301")]
    [InlineData("an empty dev", """[Disk("")] Image A""", "COLO0302")]
    [InlineData("a dev without a letter", """[Disk("vd")] Image A""", "COLO0302")]
    [InlineData("a dev with a capital letter", """[Disk("vdA")] Image A""", "COLO0302")]
    [InlineData("a dev with an unknown prefix", """[Disk("xda")] Image A""", "COLO0302")]
    [InlineData("a dev with a partition's number", """[Disk("vda1")] Image A""", "COLO0302")]
    [InlineData("a dev of four letters", """[Disk("vdaaaa")] Image A""", "")]
    [InlineData("a dev of five letters", """[Disk("vdaaaaa")] Image A""", "COLO0302")]
    [InlineData("a host disk's dev with a dot, an underscore and a hyphen", """[HostDisk("a.b_c-1")] Image A""", "")]
    [InlineData("a host disk's dev that starts with a digit", """[HostDisk("1a")] Image A""", "COLO0302")]
    [InlineData("a host disk's dev with a space", """[HostDisk("a b")] Image A""", "COLO0302")]
    [InlineData("a host disk's dev with a letter beyond ASCII", """[HostDisk("ä")] Image A""", "COLO0302")]
    [InlineData("a host disk's empty dev", """[HostDisk("")] Image A""", "COLO0302")]
    [InlineData("a host disk's dev that is too long for a node name", """[HostDisk("a123456789012345678901")] Image A""", "COLO0305")]
    [InlineData("a host disk's dev of the greatest length", """[HostDisk("a12345678901234567890")] Image A""", "")]
    [InlineData("a host disk's dev that is libvirt's", """[HostDisk("libvirt")] Image A""", "COLO0302")]
    [InlineData("a host disk's dev that begins with libvirt's", """[HostDisk("libvirt-1")] Image A""", "")]
    [InlineData("a host disk's dev that is an empty drive of pc", """[HostDisk("ide1-cd0")] Image A""", "COLO0316")]
    [InlineData("a host disk's dev that is a drive without an id", """[HostDisk("none0")] Image A""", "COLO0316")]
    [InlineData("a host disk's dev that is an interface alone", """[HostDisk("ide")] Image A""", "")]
    [InlineData("a host disk's dev that begins with an interface", """[HostDisk("ide1-base0")] Image A""", "")]
    [InlineData("a hard disk on virtio with a floppy drive's dev", """[Disk("fda", Bus = DiskBus.Virtio)] Image A""", "COLO0302")]
    [InlineData("a LUN with a floppy drive's dev", """[Disk("fda", Bus = DiskBus.Scsi, Device = DiskDevice.Lun)] Volume A""", "COLO0302")]
    [InlineData("a CD-ROM with a floppy drive's dev", """[Disk("fda", Bus = DiskBus.Scsi, Device = DiskDevice.Cdrom)] Image A""", "COLO0307")]
    [InlineData("a floppy with a hard disk's dev", """[Disk("vda", Bus = DiskBus.Fdc, Device = DiskDevice.Floppy)] Image A""", "COLO0302")]
    [InlineData("a floppy on virtio with a hard disk's dev", """[Disk("vda", Device = DiskDevice.Floppy)] Image A""", "COLO0303")]
    [InlineData("a hard disk on the floppy bus", """[Disk("fda")] Image A""", "COLO0303")]
    [InlineData("a floppy on the floppy bus", """[Disk("fda", Device = DiskDevice.Floppy)] Image A""", "")]
    [InlineData("a third floppy", """[Disk("fdc", Device = DiskDevice.Floppy)] Image A""", "COLO0303")]
    [InlineData("a CD-ROM on virtio", """[Disk("vda", Device = DiskDevice.Cdrom)] Image A""", "COLO0303")]
    [InlineData("a USB CD-ROM that may be absent", """[Disk("sda", Bus = DiskBus.Usb, Device = DiskDevice.Cdrom)] Image? A""", "COLO0303")]
    [InlineData("a LUN over a block device", """[Disk("sda", Device = DiskDevice.Lun)] Volume A""", "")]
    [InlineData("a LUN over a file", """[Disk("sda", Device = DiskDevice.Lun)] Image A""", "COLO0303")]
    [InlineData("an IDE disk in the first place", """[Disk("hda")] Image A""", "")]
    [InlineData("an IDE disk after the last place", """[Disk("hde")] Image A""", "COLO0303")]
    [InlineData("a read-only IDE disk", """[Disk("hda", ReadOnly = true)] Image A""", "COLO0303")]
    [InlineData("the last SCSI disk that needs no second controller", """[Disk("sdhb")] Image A""", "")]
    [InlineData("a disk beside the last SCSI disk that needs no second controller", """[Disk("sdhb")] Image A, [Disk("vda")] Image B""", "COLO0315")]
    [InlineData("a SCSI disk on a second controller that libvirt adds", """[Disk("sdhc")] Image A""", "COLO0315")]
    [InlineData("the last SCSI disk of the controllers that libvirt adds", """[Disk("sdhp")] Image A""", "COLO0315")]
    [InlineData("a SCSI disk after the last controller", """[Disk("sdhq")] Image A""", "COLO0303")]
    [InlineData("the last SATA disk of the controllers that the machine has", """[Disk("sdfx", Bus = DiskBus.Sata)] Image A""", "")]
    [InlineData("a SATA disk on a controller that libvirt adds", """[Disk("sdfy", Bus = DiskBus.Sata)] Image A""", "COLO0315")]
    [InlineData("the last SATA disk of the controllers that libvirt adds", """[Disk("sdgj", Bus = DiskBus.Sata)] Image A""", "COLO0315")]
    [InlineData("a SATA disk after the last controller", """[Disk("sdgk", Bus = DiskBus.Sata)] Image A""", "COLO0303")]
    [InlineData("a serial of an unknown disk", """[Disk("vda")] Image A, [Serial("vdb")] string Serial""", "COLO0304")]
    [InlineData(
        "a serial that two disks of one dev are given already",
        """[Disk("vda", Serial = "A")] Image A, [Disk("vda", Serial = "B")] Image B, [Serial("vda")] string Serial""",
        "COLO0010 COLO0301")]
    [InlineData("a serial of a host disk", """[HostDisk("vda")] Image A, [Serial("vda")] string Serial""", "COLO0304")]
    [InlineData("a virtio disk with a SCSI disk's dev", """[Disk("vda")] Image A, [Disk("sda", Bus = DiskBus.Virtio)] Image B""", "COLO0306")]
    [InlineData("a SCSI disk with a virtio disk's dev", """[Disk("vda", Bus = DiskBus.Scsi)] Image A""", "COLO0307")]
    [InlineData("a SATA disk with a dev of its bus", """[Disk("sda", Bus = DiskBus.Sata)] Image A""", "")]
    [InlineData("two disks with one boot order", """[Disk("vda", BootOrder = 1)] Image A, [Disk("vdb", BootOrder = 1)] Image B""", "COLO0308")]
    [InlineData("a serial of all characters that are allowed", """[Disk("vda", Serial = "aB0_.+- ")] Image A""", "")]
    [InlineData("a serial with a comma", """[Disk("vda", Serial = "a,b")] Image A""", "COLO0309")]
    [InlineData("an empty serial", """[Disk("vda", Serial = "")] Image A""", "COLO0309")]
    [InlineData("a SCSI serial of 36 characters", """[Disk("sda", Serial = "S23456789012345678901234567890123456")] Image A""", "")]
    [InlineData("a SCSI serial of 37 characters", """[Disk("sda", Serial = "S234567890123456789012345678901234567")] Image A""", "COLO0309")]
    [InlineData("a USB serial of 20 characters", """[Disk("sda", Bus = DiskBus.Usb, Serial = "S2345678901234567890")] Image A""", "")]
    [InlineData("a USB serial of 21 characters", """[Disk("sda", Bus = DiskBus.Usb, Serial = "S23456789012345678901")] Image A""", "COLO0309")]
    [InlineData("a virtio serial of 20 characters", """[Disk("vda", Serial = "S2345678901234567890")] Image A""", "")]
    [InlineData("a virtio serial of 21 characters", """[Disk("vda", Serial = "S23456789012345678901")] Image A""", "COLO0313")]
    [InlineData("a SATA serial of 21 characters", """[Disk("sda", Bus = DiskBus.Sata, Serial = "S23456789012345678901")] Image A""", "COLO0313")]
    [InlineData("an IDE serial of 21 characters", """[Disk("hda", Serial = "S23456789012345678901")] Image A""", "COLO0313")]
    [InlineData(
        "every kind of address",
        """
        [Disk("vda"), PciAddress(5)] Image A, [Disk("sda"), DriveAddress(5, Target = 3)] Image B, [Disk("sdb", Bus = DiskBus.Usb), UsbAddress(3)] Image C
        """,
        "")]
    [InlineData("an address of a host disk", """[HostDisk("a"), PciAddress(5)] Image A""", "COLO0318")]
    [InlineData("an address without a disk", """[PciAddress(5)] string A""", "COLO0021")]
    [InlineData("an address of another bus", """[Disk("vda"), DriveAddress(0)] Image A""", "COLO0318")]
    [InlineData("two addresses", """[Disk("vda"), PciAddress(5), UsbAddress(1)] Image A""", "COLO0318")]
    [InlineData("a slot that PCI does not have", """[Disk("vda"), PciAddress(32)] Image A""", "COLO0601")]
    [InlineData("a USB port that the controller does not have", """[Disk("sda", Bus = DiskBus.Usb), UsbAddress(16)] Image A""", "COLO0601")]
    [InlineData("the slot of the host bridge", """[Disk("vda"), PciAddress(0)] Image A""", "COLO0318")]
    [InlineData("slot 1 of a machine that is not known", """[Disk("vda"), PciAddress(1)] Image A""", "")]
    [InlineData("a bus of a machine that is not known", """[Disk("vda"), PciAddress(0, Bus = 3)] Image A""", "")]
    [InlineData("a unit that sata does not have", """[Disk("sda", Bus = DiskBus.Sata), DriveAddress(6)] Image A""", "COLO0318")]
    [InlineData("a target that ide does not have", """[Disk("hda"), DriveAddress(0, Target = 1)] Image A""", "COLO0318")]
    [InlineData("the fifth dev of ide with an address", """[Disk("hde"), DriveAddress(0)] Image A""", "")]
    [InlineData("two disks at one PCI place", """[Disk("vda"), PciAddress(5)] Image A, [Disk("vdb"), PciAddress(5)] Image B""", "COLO0319")]
    [InlineData("two functions of a slot", """[Disk("vda"), PciAddress(5)] Image A, [Disk("vdb"), PciAddress(5, Function = 1)] Image B""", "")]
    [InlineData(
        "two functions of a slot that has one",
        """[Disk("vda"), PciAddress(5, MultiFunction = OnOff.Off)] Image A, [Disk("vdb"), PciAddress(5, Function = 1)] Image B""",
        "COLO0318")]
    [InlineData(
        "a function beside a disk that may be absent",
        """[Disk("vda"), PciAddress(5)] Image? A, [Disk("vdb"), PciAddress(5, Function = 1)] Image B""",
        "COLO0320")]
    [InlineData("a slot that no bus has", """[Disk("vda"), PciAddress(40, Function = 1)] Image A""", "COLO0601")]
    [InlineData("a target that no bus has", """[Disk("sda"), DriveAddress(0, Target = 100)] Image A""", "COLO0601")]
    [InlineData("function 1 alone", """[Disk("vda"), PciAddress(5, Function = 1)] Image A""", "COLO0320")]
    [InlineData("the place of another disk's dev", """[Disk("sda")] Image A, [Disk("sdb"), DriveAddress(0)] Image B""", "COLO0319")]
    [InlineData("two disks that change places", """[Disk("sda"), DriveAddress(1)] Image A, [Disk("sdb"), DriveAddress(0)] Image B""", "")]
    [InlineData(
        "one USB port twice",
        """[Disk("sda", Bus = DiskBus.Usb), UsbAddress(1)] Image A, [Disk("sdb", Bus = DiskBus.Usb), UsbAddress(1)] Image B""",
        "COLO0319")]
    [InlineData("one alias twice", """[Disk("vda", Alias = "ua-a")] Image A, [Disk("vdb", Alias = "ua-a")] Image B""", "COLO0319")]
    [InlineData("one ACPI index twice", """[Disk("vda", AcpiIndex = 1)] Image A, [Disk("vdb", AcpiIndex = 1)] Image B""", "COLO0319")]
    [InlineData("an alias that is not a user's", """[Disk("vda", Alias = "virtio-disk0")] Image A""", "COLO0311")]
    [InlineData("an ACPI index on scsi", """[Disk("sda", AcpiIndex = 1)] Image A""", "COLO0311")]
    [InlineData("two disks with one serial", """[Disk("vda", Serial = "S")] Image A, [Disk("vdb", Serial = "S")] Image B""", "COLO0317")]
    [InlineData(
        "three disks with one serial",
        """[Disk("vda", Serial = "S")] Image A, [Disk("vdb", Serial = "S")] Image B, [Disk("sda", Serial = "S")] Image C""",
        "COLO0317 COLO0317")]
    [InlineData("two disks with serials that differ by case", """[Disk("vda", Serial = "S")] Image A, [Disk("vdb", Serial = "s")] Image B""", "")]
    [InlineData(
        "two disks whose serials differ after what the guest sees",
        """[Disk("vda", Serial = "S2345678901234567890A")] Image A, [Disk("vdb", Serial = "S2345678901234567890B")] Image B""",
        "COLO0313 COLO0313 COLO0317")]
    [InlineData(
        "two disks with one WWN in two spellings",
        """[Disk("sda", Wwn = "0x5000c50015ea71ad")] Image A, [Disk("sdb", Wwn = "5000C50015EA71AD")] Image B""",
        "COLO0317")]
    [InlineData(
        "two disks with one serial and one WWN",
        """[Disk("sda", Serial = "S", Wwn = "5000c50015ea71ad")] Image A, [Disk("sdb", Serial = "S", Wwn = "5000c50015ea71ad")] Image B""",
        "COLO0317 COLO0317")]
    [InlineData("two serials known at run time", """[Disk("vda")] Image A, [Disk("vdb")] Image B, [Serial("vda")] string X, [Serial("vdb")] string Y""", "")]
    [InlineData("a WWN of zeros", """[Disk("sda", Wwn = "0000000000000000")] Image A""", "COLO0310")]
    [InlineData("a WWN of 16 digits after 0x", """[Disk("sda", Wwn = "0x0123456789abcdef")] Image A""", "")]
    [InlineData("a WWN of 15 digits", """[Disk("sda", Wwn = "0123456789abcde")] Image A""", "COLO0310")]
    [InlineData("a WWN on virtio", """[Disk("vda", Wwn = "0123456789abcdef")] Image A""", "COLO0310")]
    [InlineData("a vendor and a product of the greatest lengths", """[Disk("sda", Vendor = "12345678", Product = "1234567890123456")] Image A""", "")]
    [InlineData(
        "a vendor and a product that are too long",
        """[Disk("sda", Vendor = "123456789", Product = "12345678901234567")] Image A""",
        "COLO0311 COLO0311")]
    [InlineData("a vendor on virtio", """[Disk("vda", Vendor = "V")] Image A""", "COLO0311")]
    [InlineData("two host disks whose devs differ in case alone", """[HostDisk("a")] Image A, [HostDisk("A")] Image B""", "COLO0312")]
    public void Of_a_target(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));

    [Theory]
    [InlineData("""[Disk("vda")] Image A, [Serial("vdb")] string S""", "no [Disk] of the topology has that dev: 'vda' is the only one")]
    [InlineData("""[Disk("vda", Alias = "virtio-disk0")] Image A""", "Alias of 'vda' is 'virtio-disk0': libvirt drops it without a word,")]
    [InlineData("""[Disk("vda", Alias = "ua-my.disk")] Image A""", "give 'ua-my-disk'")]
    [InlineData("""[Disk("vda", Alias = "ua-")] Image A""", "give 'ua-disk'")]
    [InlineData("""[Disk("vda"), PciAddress(0)] Image A""", "'vda' has a [PciAddress] with Slot = 0: slot 0 of the root bus has the host bridge")]
    [InlineData("""[Disk("hda"), DriveAddress(0, Target = 1)] Image A""", "'hda' has a [DriveAddress] with Target = 1: ide has Target 0 alone")]
    [InlineData("""[Disk("vda"), DriveAddress(2)] Image A""", "'vda' has a [DriveAddress] with Unit = 2: a disk on virtio has a [PciAddress]")]
    [InlineData("""[Disk("vda", Serial = "a,b\n")] Image A""", "Serial of 'vda' is")]
    [InlineData("""[Disk("sda", Removable = true)] Image A""", "Removable of 'sda': only usb disks can be removable")]
    [InlineData("""[Disk("vda")] Image A, [Vendor("vda")] string V""", "Vendor of 'vda': only scsi disks")]
    [InlineData("""[Disk("vda", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] Image A""", "'A' has the dev 'vda' on the bus sata: name it sda")]
    public void A_message_names_the_disk_and_what_to_do(string parameters, string message) => Assert.Contains(
        Compile.Analyze(Compile.Sources(
            $"using ColoGen; [FileSource(Format = DiskFormat.Qcow2)] record Image(string File); [Topology] partial record Host({parameters});")),
        diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(message, StringComparison.Ordinal));

    /// <summary>Only a source has a storage node, whose name is longer.</summary>
    [Theory]
    [InlineData("[Quorum(VoteThreshold = 1, Index = 161)] record Below(Image A);", "")]
    [InlineData("[FileSource(Format = DiskFormat.Qcow2, Index = 161)] record Below(string File);", "COLO0305")]
    public void Of_a_long_node_name(string below, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        {below}
        [FileSource(Format = DiskFormat.Qcow2)] record Top(string File, Below Backing);
        [Topology] partial record Host([HostDisk("ppppppppppppppppppppp")] Top Tree);
        """));

    /// <summary>The other bus would be an error.</summary>
    [Fact]
    public void A_dev_of_another_bus_is_renamed_where_the_disk_can_not_move() => Assert.DoesNotContain(
        "DiskBus.Virtio",
        Assert.Single(Compile.Analyze(Compile.Sources(
            """
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)] record Image(string File);
            [Topology] partial record Host([Disk("vda", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] Image A);
            """))).GetMessage(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("Qmp", "MemoryMiB = 2048, Uuid = \"0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f\", Machine = \"pc\"", "", "COLO0027 COLO0027")]
    [InlineData("Qmp", "Machine = \"pc\"", "", "")]
    [InlineData("Qmp | TopologyDocuments.DomainXml", "Machine = \"pc\", MemoryMiB = 2048", ", Alias = \"ua-a\"", "")]
    [InlineData("Qmp", "Machine = \"pc\"", ", Alias = \"ua-a\", Snapshot = DiskSnapshot.No, Serial = \"S\"", "COLO0027 COLO0027")]
    [InlineData("TreeXml", "MemoryMiB = 2048", ", Alias = \"ua-a\"", "COLO0027")]
    public void Of_settings_that_no_selected_document_has(string documents, string domain, string disk, string ids) =>
        Assert.Equal(ids, Ids.OfHost($"[Disk(\"vda\"{disk})] Image A", $"Topology(Documents = TopologyDocuments.{documents}), Domain(\"shop\", {domain})"));

    [Theory]
    [InlineData("TopologyDocuments.DriveArguments", "COLO0316")]
    [InlineData("TopologyDocuments.BlockdevArguments | TopologyDocuments.Diagrams", "")]
    public void Of_a_drive_id(string documents, string ids) =>
        Assert.Equal(ids, Ids.OfHost("""[HostDisk("floppy0")] Image A""", $"Topology(Documents = {documents})"));

    [Theory]
    [InlineData("TopologyDocuments.BlockdevArguments", "COLO0315")]
    [InlineData("TopologyDocuments.Qmp", "COLO0315")]
    [InlineData("TopologyDocuments.DriveArguments", "COLO0315")]
    [InlineData("TopologyDocuments.TreeXml | TopologyDocuments.DomainXml | TopologyDocuments.Diagrams", "")]
    public void Of_many_disks_for_libvirt_alone(string documents, string ids) =>
        Assert.Equal(ids, Ids.OfHost("""[Disk("sdhc")] Image A""", $"Topology(Documents = {documents}), Domain(\"shop\")"));

    [Theory]
    [InlineData("Virtio", 30, "")]
    [InlineData("Virtio", 31, "COLO0315")]
    [InlineData("Usb", 15, "")]
    [InlineData("Usb", 16, "COLO0303")]
    public void Of_many_disks(string bus, int count, string ids)
    {
        string prefix = bus == "Virtio" ? "vd" : "sd";
        IEnumerable<string> disks =
            Enumerable.Range(0, count).Select(number => $"""[Disk("{prefix}{Targets.Letters(number)}", Bus = DiskBus.{bus})] Image D{number}""");
        Assert.Equal(ids, Ids.OfHost(string.Join(", ", disks)));
    }
}
