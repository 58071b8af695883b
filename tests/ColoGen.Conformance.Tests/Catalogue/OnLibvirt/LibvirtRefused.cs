using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnLibvirt.DiskElement;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnLibvirt;

internal static class LibvirtRefused
{
    private const string NoSetting = "There is no setting for it.";

    private const string NoSuchSource = "Sources are files, block devices and NBD.";

    private const string NotInDomainXml = "The domain XML has only elements that libvirt knows; quorum and replication are in its command line.";

    private const string BadValue = "Invalid value for attribute";

    public static Table Table { get; } = new(
        "5.2 Refused, with text",
        40,
        new("missing target / target without dev",
            Reported("COLO0011", """
                [Topology]
                partial record Host(RawImage [|Root|]);
                """)
                .OnLibvirt(
                    "<disk type='file' device='disk'><driver name='qemu' type='qcow2'/><source file='/a.qcow2'/></disk>",
                    "missing target information for device /a.qcow2"),
            Reported("COLO0302", Host("[|\"\"|]"))
                .OnLibvirt(Disk().Replace(" dev='vda'", ""), "missing target information for device /a.qcow2")),
        new("duplicate target dev (any bus)", Reported("COLO0301", """
            [Topology]
            partial record Host([Disk("vda")] RawImage First, [Disk([|"vda"|], Bus = DiskBus.Virtio)] RawImage Second);
            """)
            .OnLibvirt(Disk() + Disk(source: "<source file='/b'/>"), "target 'vda' duplicated for disk sources '/a.qcow2' and '/b'")),
        new("target `xyz`, empty, `vd1`",
            Reported("COLO0302", Host("[|\"xyz\"|]")).OnLibvirt(Disk(dev: "xyz"), "Unknown disk name 'xyz' and no address specified"),
            Reported("COLO0302", Host("[|\"\"|]")).OnLibvirt(Disk(dev: ""), "Unknown disk name '' and no address specified"),
            Reported("COLO0302", Host("[|\"vd1\"|]")).OnLibvirt(Disk(dev: "vd1"), "Unknown disk name 'vd1' and no address specified")),
        new("bad bus / device / type / cache / discard / model / protocol",
            Reported("COLO0607", Host("\"vda\", [|Bus = (DiskBus)99|]")).OnLibvirt(Disk(bus: "bogus"), $"{BadValue} 'bus' in element 'target': 'bogus'."),
            Reported("COLO0607", Host("\"vda\", [|Device = (DiskDevice)99|]"))
                .OnLibvirt(Disk(device: "bogus"), $"{BadValue} 'device' in element 'disk': 'bogus'."),
            Inexpressible("The type follows from the layer.")
                .OnLibvirt(Disk().Replace("type='file'", "type='bogus'"), $"{BadValue} 'type' in element 'disk': 'bogus'."),
            Reported("COLO0607", Host("\"vda\", [|Cache = (DiskCache)99|]"))
                .OnLibvirt(Disk(driver: "<driver name='qemu' type='qcow2' cache='bogus'/>"), $"{BadValue} 'cache' in element 'driver': 'bogus'."),
            Reported("COLO0607", Host("\"vda\", [|Discard = (DiskDiscard)99|]"))
                .OnLibvirt(Disk(driver: "<driver name='qemu' type='qcow2' discard='bogus'/>"), $"{BadValue} 'discard' in element 'driver': 'bogus'."),
            Reported("COLO0607", Host("\"vda\", [|Model = (DiskModel)99|]"))
                .OnLibvirt(Disk().Replace("device='disk'", "device='disk' model='bogus'"), $"{BadValue} 'model' in element 'disk': 'bogus'."),
            Inexpressible("The protocol follows from the layer.")
                .OnLibvirt(Network("<source protocol='bogus' name='x'/>"), $"{BadValue} 'protocol' in element 'source': 'bogus'.")),
        new("quorum / replication disk type",
            Inexpressible(NotInDomainXml).OnLibvirt(Disk().Replace("type='file'", "type='quorum'"), $"{BadValue} 'type' in element 'disk': 'quorum'."),
            Inexpressible(NotInDomainXml)
                .OnLibvirt(Disk().Replace("type='file'", "type='replication'"), $"{BadValue} 'type' in element 'disk': 'replication'.")),
        new("backingStore type=replication + reference only", Inexpressible(NotInDomainXml)
            .OnLibvirt(Disk(more: "<backingStore type='replication'><reference dev='vdb' index='0'/></backingStore>"), "missing disk backing store format")),
        new("driver type unknown", Reported("COLO0101", """
            [FileSource([|Format = (DiskFormat)99|])]
            record Image(string File);
            """)
            .OnLibvirt(Disk(driver: "<driver name='qemu' type='qcow9'/>"), "unknown driver format value 'qcow9'")),
        new("backing format missing / unknown / no source",
            Reported("COLO0101", """
                [[|FileSource|]]
                record Base(string File);

                [FileSource(Format = DiskFormat.Qcow2)]
                record Overlay(string File, Base Backing);
                """)
                .OnLibvirt(Disk(more: "<backingStore type='file'><source file='/b'/></backingStore>"), "missing disk backing store format"),
            Reported("COLO0101", """
                [FileSource([|Format = (DiskFormat)99|])]
                record Base(string File);

                [FileSource(Format = DiskFormat.Qcow2)]
                record Overlay(string File, Base Backing);
                """)
                .OnLibvirt(Disk(more: Backing("bogus")), "unknown storage source format 'bogus'"),
            Reported("COLO0103", """
                [[|FileSource(Format = DiskFormat.Raw)|]]
                record Base;

                [FileSource(Format = DiskFormat.Qcow2)]
                record Overlay(string File, Base Backing);
                """)
                .OnLibvirt(Disk(more: "<backingStore type='file'><format type='raw'/></backingStore>"), "missing disk backing store source")),
        new("driver name", Inexpressible("It is always qemu.")
            .OnLibvirt(Disk(driver: "<driver name='foo' type='qcow2'/>"), "unsupported driver name 'foo' for disk 'vda'")),
        new("cow / iso / dir format",
            Inexpressible("DiskFormat has none of them.").OnLibvirt(Disk(driver: "<driver name='qemu' type='cow'/>"), "'cow' storage format is not supported"),
            Inexpressible("DiskFormat has none of them.")
                .OnLibvirt(Disk(driver: "<driver name='qemu' type='iso'/>"), "storage format 'iso' is not directly supported by QEMU, use 'raw' instead"),
            Inexpressible("DiskFormat has none of them.")
                .OnLibvirt(
                    Disk(driver: "<driver name='qemu' type='dir'/>"),
                    "'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead")),
        new("no source on a disk", Reported("COLO0103", """
            [[|FileSource(Format = DiskFormat.Qcow2)|]]
            record Image;
            """)
            .OnLibvirt(Disk(source: ""), "missing source information for device vda")),
        new("disk on fdc / floppy on virtio / cdrom on virtio",
            Reported("COLO0303", Host("[|\"fda\"|]")).OnLibvirt(Disk(dev: "fda", bus: "fdc"), "Invalid bus type 'fdc' for disk"),
            Reported("COLO0303", Host("[|\"vda\"|], Device = DiskDevice.Floppy"))
                .OnLibvirt(Disk(device: "floppy"), "Invalid bus type 'virtio' for floppy disk"),
            Reported("COLO0303", Host("[|\"vda\"|], Device = DiskDevice.Cdrom"))
                .OnLibvirt(Disk(device: "cdrom"), "disk type of 'vda' does not support ejectable media")),
        new("ide on q35", Reported("COLO0303", """
            [Topology, Domain("shop", Machine = "q35")]
            partial record Host([Disk([|"hda"|])] RawImage Root);
            """)
            .OnLibvirt(Disk(dev: "hda", bus: "ide"), "IDE controllers are unsupported for this QEMU binary or machine type", machine: "q35")),
        new("lun on file / lun qcow2",
            Reported("COLO0303", Host("[|\"sda\"|], Device = DiskDevice.Lun", "RawImage"))
                .OnLibvirt(Disk(dev: "sda", bus: "scsi", device: "lun"), "is only valid for block type disk source"),
            Reported("COLO0303", """
                [BlockSource(Format = DiskFormat.Qcow2)]
                record Qcow2Volume(string Dev);

                [Topology]
                partial record Host([Disk([|"sda"|], Device = DiskDevice.Lun)] Qcow2Volume Root);
                """)
                .OnLibvirt(
                    Disk(dev: "sda", bus: "scsi", device: "lun", source: "<source dev='/dev/x'/>").Replace("type='file'", "type='block'"),
                    "must use 'raw' format")),
        new("network: no protocol / no name / host no name / unix no socket / port",
            Inexpressible("The protocol follows from the layer.")
                .OnLibvirt(Network("<source name='x'/>"), "Missing required attribute 'protocol' in element 'source'"),
            NotReported("""
                [NbdSource(Format = DiskFormat.Raw, Host = "localhost")]
                record NbdHasAnExportWithoutAName;
                """)
                .OnLibvirt(Network("<source protocol='rbd'/>"), "missing name for disk source"),
            Reported("COLO0106", """
                [NbdSource(Format = DiskFormat.Raw, [|Host = ""|])]
                record Client;
                """)
                .OnLibvirt(Network("<source protocol='nbd' name='x'><host port='1'/></source>"), "missing name for host"),
            Reported("COLO0106", """
                [NbdSource(Format = DiskFormat.Raw, [|Socket = ""|])]
                record Client;
                """)
                .OnLibvirt(Network("<source protocol='nbd' name='x'><host transport='unix'/></source>"), "missing socket for unix transport"),
            Reported("COLO0601", """
                [NbdSource(Format = DiskFormat.Raw, Host = "localhost", [|Port = 99999|])]
                record Client;
                """)
                .OnLibvirt(Network("<source protocol='nbd' name='x'><host name='a' port='99999'/></source>"), "port '99999' out of range")),
        new("gluster name without /", Inexpressible(NoSuchSource)
            .OnLibvirt(Network("<source protocol='gluster' name='img'><host name='a'/></source>"), "can't split path 'img' into pool name and image name")),
        new("serial `a;b$c`", Reported("COLO0309", Host("\"vda\", [|Serial = \"a;b$c\"|]"))
            .OnLibvirt(Disk(more: "<serial>a;b$c</serial>"), "driver serial 'a;b$c' contains unsafe characters")),
        new("wwn",
            Reported("COLO0310", Host("\"sda\", [|Wwn = \"5000c500\"|]"))
                .OnLibvirt(Disk(dev: "sda", bus: "scsi", more: "<wwn>5000c500</wwn>"), "Malformed wwn: 5000c500"),
            Reported("COLO0310", Host("\"vda\", [|Wwn = \"5000c50015ea71aa\"|]"))
                .OnLibvirt(Disk(more: "<wwn>5000c50015ea71aa</wwn>"), "Only ide and scsi disk support wwn")),
        new("vendor/product",
            Reported("COLO0311", Host("\"sda\", [|Vendor = \"123456789\"|]"))
                .OnLibvirt(Disk(dev: "sda", bus: "scsi", more: "<vendor>123456789</vendor>"), "disk vendor is more than 8 characters"),
            Reported("COLO0311", Host("\"sda\", [|Product = \"12345678901234567\"|]"))
                .OnLibvirt(Disk(dev: "sda", bus: "scsi", more: "<product>12345678901234567</product>"), "disk product is more than 16 characters"),
            Reported("COLO0311", Host("\"vda\", [|Vendor = \"1\"|]"))
                .OnLibvirt(Disk(more: "<vendor>1</vendor>"), "Only scsi disk supports vendor and product")),
        new("io=native", Reported("COLO0602", Host("\"vda\", [|Io = DiskIo.Native|]"))
            .OnLibvirt(Disk(driver: "<driver name='qemu' type='qcow2' io='native'/>"), "needs either no disk cache or directsync cache mode")),
        new("copy_on_read + readonly", Inexpressible(NoSetting)
            .OnLibvirt(
                Disk(driver: "<driver name='qemu' type='qcow2' copy_on_read='on'/>", more: "<readonly/>"),
                "copy_on_read is not compatible with read-only disk 'vda'")),
        new("readonly ide disk", Reported("COLO0303", Host("[|\"hda\"|], ReadOnly = true"))
            .OnLibvirt(Disk(dev: "hda", bus: "ide", more: "<readonly/>"), "readonly ide disks are not supported")),
        new("iothread",
            Inexpressible("The domain XML has as many I/O threads as the highest number of a disk.")
                .OnLibvirt(Disk(driver: "<driver name='qemu' type='qcow2' iothread='3'/>"), "Disk iothread '3' not defined in iothreadid"),
            Reported("COLO0604", Host("\"sda\", Bus = DiskBus.Sata, [|IoThread = 1|]"))
                .OnLibvirt(
                    Disk(dev: "sda", bus: "sata", driver: "<driver name='qemu' type='qcow2' iothread='1'/>"),
                    "IOThreads not available for bus sata target sda")),
        new("queues on sata", Reported("COLO0311", Host("\"sda\", Bus = DiskBus.Sata, [|Queues = 2|]"))
            .OnLibvirt(
                Disk(dev: "sda", bus: "sata", driver: "<driver name='qemu' type='qcow2' queues='2'/>"),
                "queues attribute in disk driver element is only supported by virtio-blk")),
        new("shareable qcow2", Reported("COLO0311", Host("\"vda\", [|Shareable = true|]"))
            .OnLibvirt(Disk(more: "<shareable/>"), "shared access for disk 'vda' requires use of supported storage format")),
        new("boot",
            Reported("COLO0308", """
                [Topology]
                partial record Host([Disk("vda", BootOrder = 1)] RawImage First, [Disk("vdb", [|BootOrder = 1|])] RawImage Second);
                """)
                .OnLibvirt(
                    Disk(more: "<boot order='1'/>") + Disk(dev: "vdb", source: "<source file='/b'/>", more: "<boot order='1'/>"),
                    "boot order '1' used for more than one device"),
            Reported("COLO0601", Host("\"vda\", [|BootOrder = 0|]"))
                .OnLibvirt(Disk(more: "<boot order='0'/>"), "Invalid value for attribute 'order' in element 'boot': Zero is not permitted")),
        new("alias duplicate", Reported("COLO0319", """
            [Topology]
            partial record Host([Disk("vda", Alias = "ua-d")] RawImage First, [Disk("vdb", [|Alias = "ua-d"|])] RawImage Second);
            """)
            .OnLibvirt(
                Disk(more: "<alias name='ua-d'/>") + Disk(dev: "vdb", source: "<source file='/b'/>", more: "<alias name='ua-d'/>"),
                "non unique alias detected: ua-d")),
        new("address",
            Reported("COLO0306", """
                [Topology]
                partial record Host([Disk("sda")] RawImage First, [Disk([|"vda"|], Bus = DiskBus.Scsi)] RawImage Second);
                """)
                .OnLibvirt(
                    Disk(dev: "sda", bus: "scsi", more: Address) + Disk(dev: "sdb", bus: "scsi", source: "<source file='/b'/>", more: Address),
                    "Found duplicate drive address for disk with target name 'sda' controller='0' bus='0' target='0' unit='0'"),
            Reported("COLO0318", """
                [Topology]
                partial record Host([Disk("vda"), DriveAddress([|0|])] RawImage First);
                """)
                .OnLibvirt(Disk(more: Address), "virtio disk cannot have an address of type 'drive'")),
        new("iotune total+read", Inexpressible(NoSetting)
            .OnLibvirt(
                Disk(more: "<iotune><total_bytes_sec>1000</total_bytes_sec><read_bytes_sec>1000</read_bytes_sec></iotune>"),
                "total and read/write bytes_sec cannot be set at the same time")),
        new("rotation / removable / tray / startupPolicy",
            Reported("COLO0311", Host("\"vda\", [|RotationRate = 7200|]"))
                .OnLibvirt(Disk().Replace("bus='virtio'", "bus='virtio' rotation_rate='7200'"), "rotation rate is only valid for SCSI/IDE/SATA bus"),
            Reported("COLO0311", Host("\"vda\", [|Removable = true|]"))
                .OnLibvirt(Disk().Replace("bus='virtio'", "bus='virtio' removable='on'"), "removable is only valid for usb disks"),
            Inexpressible(NoSetting).OnLibvirt(Disk().Replace("bus='virtio'", "bus='virtio' tray='open'"), "tray is only valid for cdrom and floppy"),
            Reported("COLO0311", Host("\"vda\", [|StartupPolicy = DiskStartupPolicy.Requisite|]"))
                .OnLibvirt(
                    Disk(source: "<source file='/a.qcow2' startupPolicy='requisite'/>"), "disk startupPolicy 'requisite' is allowed only for cdrom or floppy")),
        new("auth",
            Inexpressible(NoSetting).OnLibvirt(Rbd("<auth username='a'/>"), "Missing <secret> element in auth"),
            Inexpressible(NoSetting).OnLibvirt(Rbd("<auth username='a'><secret type='iscsi' usage='x'/></auth>"), "invalid secret type 'iscsi'"),
            Inexpressible(NoSetting)
                .OnLibvirt(
                    Rbd("<auth username='a'><secret type='ceph' usage='x' uuid='0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f'/></auth>"),
                    "either secret uuid or usage expected")),
        new("encryption",
            Inexpressible("The format of the encryption is always luks.")
                .OnLibvirt(Disk(source: "<source file='/a.qcow2'><encryption format='aes9'/></source>"), "unknown volume encryption format type aes9"),
            Inexpressible("A source has one encryption.")
                .OnLibvirt(
                    Disk(source: "<source file='/a.qcow2'><encryption format='luks'/></source>", more: "<encryption format='luks'/>"),
                    "an <encryption> definition already found for disk source"),
            Reported("COLO0105", """
                [FileSource(Format = DiskFormat.Vmdk, [|SecretFile = "/secret"|], SecretUuid = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
                record Image(string File);
                """)),
        new("slice", Inexpressible(NoSetting)
            .OnLibvirt(Disk(source: "<source file='/a.qcow2'><slices><slice type='storage'/></slices></source>"), "missing offset or size attribute of slice")),
        new("transient readonly", Inexpressible(NoSetting)
            .OnLibvirt(Disk(more: "<transient/><readonly/>"), "transient disk 'vda' must not be read-only")),
        new("model", Reported("COLO0311", Host("\"sda\", Bus = DiskBus.Sata, [|Model = DiskModel.VirtioTransitional|]"))
            .OnLibvirt(
                Disk(dev: "sda", bus: "sata").Replace("device='disk'", "device='disk' model='virtio-transitional'"),
                "disk model 'virtio-transitional' not supported for bus 'sata'")),
        new("metadata_cache raw", Inexpressible(NoSetting)
            .OnLibvirt(
                Disk(driver: "<driver name='qemu' type='raw'><metadata_cache><max_size unit='bytes'>1000</max_size></metadata_cache></driver>"),
                "metadata cache max size control is supported only with qcow2 images")),
        new("dir rw / dir raw",
            Inexpressible(NoSuchSource)
                .OnLibvirt(Folder("<driver name='qemu' type='fat'/>", ""), "virtual FAT storage can't be accessed in read-write mode"),
            Inexpressible(NoSuchSource)
                .OnLibvirt(Folder("<driver name='qemu' type='raw'/>", "<readonly/>"), "storage type 'dir' requires use of storage format 'fat'")),
        new("vhostuser", Inexpressible(NoSuchSource)
            .OnLibvirt(
                "<disk type='vhostuser' device='disk'><driver name='qemu' type='raw'/><source type='unix' path='/x'/><target dev='vda' bus='virtio'/></disk>",
                "'vhostuser' requires shared memory")),
        new("usb off", Inexpressible("The domain XML has a USB controller where a disk is on it.")
            .OnLibvirt(
                Disk(dev: "sda", bus: "usb") + "<controller type='usb' model='none'/>",
                "USB is disabled for this domain, but USB devices are present in the domain XML")),
        new("node name > 31 (user-chosen)", Reported("COLO0305", """
            [Topology]
            partial record Host([HostDisk([|"a234567890123456789012"|])] RawImage Image);
            """)));

    private const string Address = "<address type='drive' controller='0' bus='0' target='0' unit='0'/>";

    private static string Host(string disk, string layer = "Qcow2Image") => $$"""
        [Topology]
        partial record Host([Disk({{disk}})] {{layer}} Root);
        """;

    private static string Rbd(string auth) =>
        "<disk type='network' device='disk'><driver name='qemu' type='raw'/>"
        + $"<source protocol='rbd' name='pool/x'>{auth}</source><target dev='vda' bus='virtio'/></disk>";

    private static string Folder(string driver, string more) =>
        $"<disk type='dir' device='disk'>{driver}<source dir='/x'/><target dev='vda' bus='virtio'/>{more}</disk>";
}
