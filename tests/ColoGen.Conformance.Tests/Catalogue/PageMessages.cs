using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnLibvirt.DiskElement;

namespace ColoGen.Conformance.Tests.Catalogue;

/// <summary>The messages on pages of rules that no table of the catalogue has.</summary>
internal static class PageMessages
{
    private const string NoMessage = "It is no message of QEMU or libvirt.";

    private const string Migration = "The destination of a migration says it and ends; live tests of the controller see that COLO does not start.";

    private const string WholeDomain = "libvirt says it to a domain as a whole: LibvirtLimitTests compare what it refuses.";

    private const string Version = "One version says it: seen with that version.";

    private const string QemuIo = "qemu-io prints it for a request of the guest's.";

    private const string Certificates = "It needs certificates that no script makes.";

    private const string Guest = "It needs a driver of a guest.";

    public static IReadOnlyList<PageMessage> All { get; } =
    [
        new PageMessage("COLO0103", "nbd protocol accepts only one host").OnLibvirt(Network("<source protocol='nbd' name='e'/>")),
        new PageMessage("COLO0104", "PCDATA invalid Char value 1").OnLibvirt(Disk(more: "<serial>\u0001</serial>")),
        new PageMessage("COLO0105", "Parameter 'key-secret' is required for cipher").OnQemu("""
            image raw a 1M
            {"driver":"luks","node-name":"n0","file":{"driver":"file","filename":"DIR/a"}}
            """),
        new PageMessage("COLO0112", "path and host may not be used at the same time").OnQemu(
            "-drive if=none,id=d0,driver=nbd,path=/run/nbd.socket,host=localhost"),
        new PageMessage("COLO0113", "TLS negotiation required before option 7 (go)").OnQemu("""
            object-add {"qom-type":"tls-creds-anon","id":"tls","endpoint":"server"}
            nbd-server-start {"addr":{"type":"unix","data":{"path":"DIR/nbd"}},"tls-creds":"tls"}
            {"driver":"null-co","node-name":"n0","read-zeroes":true}
            block-export-add {"type":"nbd","id":"e0","node-name":"n0"}
            other {"driver":"nbd","node-name":"c0","server":{"type":"unix","path":"DIR/nbd"},"export":"n0","tls-hostname":"a"}
            """),
        new PageMessage("COLO0114", "export name too long to send to server").OnQemu(
            """{"driver":"nbd","node-name":"c0","server":{"type":"unix","path":"DIR/nbd"},"export":"LONG"}"""),
        new PageMessage("COLO0114", "too long").OnQemu("""
            nbd-server-start {"addr":{"type":"unix","data":{"path":"DIR/nbd"}}}
            {"driver":"null-co","node-name":"n0","read-zeroes":true}
            block-export-add {"type":"nbd","id":"e0","node-name":"n0","name":"LONG"}
            """),
        new PageMessage("COLO0115", "invalid secret uuid '1234'").OnLibvirt(Disk(
            driver: "<driver name='qemu' type='raw'/>",
            source: "<source file='/a'><encryption format='luks'><secret type='passphrase' uuid='1234'/></encryption></source>")),
        new PageMessage("COLO0122", "is too long").OnQemu(
            """-blockdev {"driver":"nbd","node-name":"c0","server":{"type":"unix","path":"/LONG"}}"""),
        new PageMessage("COLO0122", "Path must be less than 108 bytes").OnQemu(
            """-blockdev {"driver":"nbd","node-name":"c0","server":{"type":"unix","path":"/LONG"}}"""),
        new PageMessage("COLO0123", "to be either a character or block device").OnQemu("""
            image raw a 1M
            {"driver":"host_device","node-name":"n0","filename":"DIR/a"}
            """),
        new PageMessage("COLO0124", "Not a directory").OnQemu("""
            image raw a 1M
            {"driver":"file","node-name":"n0","filename":"DIR/a/"}
            """),
        new PageMessage("COLO0209", "permissions 'write' are both required by an unnamed block device").OnQemu("""
            -M pc
            image raw a 1M
            image qcow2 b 1M
            {"driver":"file","node-name":"base-0","filename":"DIR/a"}
            {"driver":"qcow2","node-name":"vda-0","file":{"driver":"file","filename":"DIR/b"},"backing":"base-0"}
            device_add {"driver":"virtio-blk-pci","drive":"vda-0"}
            nbd-server-start {"addr":{"type":"unix","data":{"path":"DIR/nbd"}}}
            block-export-add {"type":"nbd","id":"e0","node-name":"base-0","writable":true}
            """),
        new PageMessage("COLO0210", "is busy: node is used as backing hd of 'vda-0'").OnQemu("""
            -M pc
            -object iothread,id=io
            image raw a 1M
            image qcow2 b 1M
            {"driver":"file","node-name":"vdb-0","filename":"DIR/a","read-only":true}
            {"driver":"qcow2","node-name":"vda-0","file":{"driver":"file","filename":"DIR/b"},"backing":"vdb-0"}
            device_add {"driver":"virtio-scsi-pci","id":"scsi0","iothread":"io"}
            device_add {"driver":"scsi-hd","bus":"scsi0.0","drive":"vdb-0"}
            """),
        new PageMessage("COLO0303", "readonly sata disks are not supported").OnLibvirt(Disk("sda", "sata", more: "<readonly/>"), "q35"),
        new PageMessage("COLO0303", "Only 1 IDE controller is supported").OnLibvirt(Disk("hde", "ide")),
        new PageMessage("COLO0303", "usb port 16 (bus usb.0) not found (in use?)").OnQemu("""
            -M pc
            -device qemu-xhci,id=usb,p2=15,p3=15
            {"driver":"null-co","node-name":"n0"}
            device_add {"driver":"usb-storage","id":"d0","bus":"usb.0","port":"16","drive":"n0"}
            """),
        new PageMessage("COLO0309", "driver serial 'shop/root' contains unsafe characters").OnLibvirt(Disk(more: "<serial>shop/root</serial>")),
        new PageMessage("COLO0309", "scsi-block 'lun' devices do not support the serial property").OnLibvirt(
            "<disk type='block' device='lun'><driver name='qemu' type='raw'/><source dev='/dev/sdz'/><target dev='sda' bus='scsi'/>"
            + "<serial>a</serial></disk>"),
        new PageMessage("COLO0310", "Malformed wwn: 5000c500").OnLibvirt(Disk("sda", "scsi", more: "<wwn>5000c500</wwn>")),
        new PageMessage("COLO0310", "Only ide and scsi disk support wwn").OnLibvirt(Disk("sda", "sata", more: "<wwn>5000c50015ea71ac</wwn>"), "q35"),
        new PageMessage("COLO0310", "Setting wwn is not supported for lun device").OnLibvirt(
            "<disk type='block' device='lun'><driver name='qemu' type='raw'/><source dev='/dev/sdz'/><target dev='sda' bus='scsi'/>"
            + "<wwn>5000c50015ea71ac</wwn></disk>"),
        new PageMessage("COLO0311", "disk vendor is not printable string").OnLibvirt(Disk("sda", "scsi", more: "<vendor>ä</vendor>")),
        new PageMessage("COLO0311", "Only scsi disk supports vendor and product").OnLibvirt(Disk(more: "<vendor>A</vendor>")),
        new PageMessage("COLO0311", "disk event_idx mode supported only for virtio bus").OnLibvirt(
            Disk("sda", "scsi", driver: "<driver name='qemu' type='qcow2' event_idx='on'/>")),
        new PageMessage("COLO0311", "packed driver option is only supported for virtio devices").OnLibvirt(
            Disk("sda", "scsi", driver: "<driver name='qemu' type='qcow2' packed='on'/>")),
        new PageMessage("COLO0311", "invalid queue-size property (48), must be a power of 2 (max 1024)").OnQemu(Device("virtio-blk-pci", "queue-size=48")),
        new PageMessage("COLO0311", "ioeventfd is required for iothread").OnQemu("""
            -M pc
            -object iothread,id=io
            -blockdev {"driver":"null-co","node-name":"n0"}
            -device virtio-blk-pci,iothread=io,ioeventfd=off,drive=n0
            """),
        new PageMessage("COLO0311", "logical_block_size > physical_block_size not supported").OnQemu(
            Device("virtio-blk-pci", "logical_block_size=4096,physical_block_size=512")),
        new PageMessage("COLO0311", "Physical and logical block size must be 512 for floppy").OnQemu(Device("floppy", "physical_block_size=4096")),
        new PageMessage("COLO0311", "discard_granularity must be a multiple of logical_block_size").OnQemu(
            Device("ide-hd", "logical_block_size=4096,physical_block_size=4096")),
        new PageMessage("COLO0311", "VIRTIO_F_IOMMU_PLATFORM was supported by neither legacy nor transitional device").OnQemu(
            Device("virtio-blk-pci", "iommu_platform=on")),
        new PageMessage("COLO0311", "Property 'floppy.werror' not found").OnQemu(Device("floppy", "werror=stop")),
        new PageMessage("COLO0311", "CHS geometry can not be set for 'usb' bus").OnLibvirt(
            Disk("sda", "usb", more: "<geometry cyls='100' heads='16' secs='63'/>")),
        new PageMessage("COLO0311", "CHS translation mode can only be set for 'ide' bus not 'virtio'").OnLibvirt(
            Disk(more: "<geometry cyls='100' heads='16' secs='63' trans='lba'/>")),
        new PageMessage("COLO0311", "disk startupPolicy 'optional' is not allowed for disk of 'network' type").OnLibvirt(
            "<disk type='network' device='cdrom'><driver name='qemu' type='raw'/><source protocol='nbd' name='e' startupPolicy='optional'>"
            + "<host name='h' port='1'/></source><target dev='sda' bus='sata'/></disk>"),
        new PageMessage("COLO0311", "secs must be between 1 and 255").OnQemu(Device("virtio-blk-pci", "cyls=100,heads=16")),
        new PageMessage("COLO0311", "heads must be between 1 and 16").OnQemu(Device("ide-hd", "cyls=100,heads=17,secs=63")),
        new PageMessage("COLO0315", "PCI: no slot/function available for virtio-scsi-pci, all in use or reserved").OnQemu(
            $"-M pc\n{string.Concat(Enumerable.Repeat("-device virtio-scsi-pci\n", 32))}query-status"),
        new PageMessage("COLO0316", "Device with id 'ide1-cd0' already exists").OnQemu("""
            -M pc
            -drive if=none,id=ide1-cd0,driver=null-co
            -drive if=ide,index=2,media=cdrom,driver=null-co
            """),
        new PageMessage("COLO0318", "XML error: Attempted double use of PCI Address 0000:00:01.0").OnLibvirt(Disk(more: Pci(bus: 0, slot: 1))),
        new PageMessage("COLO0318", "Invalid PCI address 0000:01:01.0. slot must be <= 0").OnLibvirt(Disk(more: Pci(bus: 1, slot: 1)), "q35"),
        new PageMessage("COLO0318", "Invalid PCI address 0000:01:00.0. slot must be >= 1").OnLibvirt(Disk(more: Pci(bus: 1, slot: 0))),
        new PageMessage("COLO0318", "Invalid address type 'pci' for the disk 'sda' with the bus type 'scsi'").OnLibvirt(
            Disk("sda", "scsi", more: Pci(bus: 0, slot: 5))),
        new PageMessage("COLO0318", "unexpected address type for usb disk").OnLibvirt(Disk("sda", "usb", more: Drive())),
        new PageMessage("COLO0318", "SCSI controller only supports 1 bus").OnLibvirt(Disk("sda", "scsi", more: Drive(bus: 1))),
        new PageMessage("COLO0318", "target must be 0 for sata controller").OnLibvirt(Disk("sda", "sata", more: Drive(target: 1)), "q35"),
        new PageMessage("COLO0318", "Only 1 IDE controller is supported").OnLibvirt(Disk("hda", "ide", more: Drive(controller: 1))),
        new PageMessage("COLO0318", "Only 1 fdc bus is supported").OnLibvirt(Disk("fda", "fdc", "floppy", more: Drive(bus: 1))),
        new PageMessage("COLO0318", "bad scsi device lun: 16384").OnQemu("""
            -M pc
            -blockdev {"driver":"null-co","node-name":"n0"}
            -device virtio-scsi-pci,id=scsi0
            -device scsi-hd,bus=scsi0.0,lun=16384,drive=n0
            """),
        new PageMessage("COLO0318", "Can't create IDE unit 2, bus supports only 2 units").OnQemu(Device("ide-hd", "bus=ide.0,unit=2")),
        new PageMessage("COLO0318", "Bus 'ide.6' not found").OnQemu(Device("ide-hd", "bus=ide.6")),
        new PageMessage("COLO0318", "PCI: single function device can't be populated in function 5.1").OnQemu("""
            -M pc
            -blockdev {"driver":"null-co","node-name":"n0"}
            -device virtio-scsi-pci,addr=5
            -device virtio-blk-pci,addr=5.1,drive=n0
            """),
        new PageMessage("COLO0319", "XML error: Attempted double use of PCI Address 0000:00:05.0").OnLibvirt(Twice(Pci(bus: 0, slot: 5), "virtio", "vd")),
        new PageMessage("COLO0319", "Duplicate USB address bus 0 port 2").OnLibvirt(Twice("<address type='usb' bus='0' port='2'/>", "usb", "sd")),
        new PageMessage("COLO0319", "unsupported configuration: non unique alias detected: ua-a").OnLibvirt(Twice("<alias name='ua-a'/>", "virtio", "vd")),
        new PageMessage("COLO0319", "a PCI device with acpi-index = 5 already exist").OnQemu("""
            -M pc
            -blockdev {"driver":"null-co","node-name":"n0"}
            -device virtio-scsi-pci,acpi-index=5
            -device virtio-blk-pci,acpi-index=5,drive=n0
            """),
        new PageMessage("COLO0512", "The node vda-0 does not support adding a child").OnQemu("""
            {"driver":"null-co","node-name":"n0"}
            {"driver":"null-co","node-name":"n1"}
            {"driver":"replication","node-name":"vda-0","mode":"primary","file":"n0"}
            x-blockdev-change {"parent":"vda-0","node":"n1"}
            """),
        new PageMessage("COLO0529", "No such file or directory").OnQemu(
            """{"driver":"nbd","node-name":"c0","server":{"type":"unix","path":"DIR/nbd"}}"""),
        new PageMessage("COLO0601", "port '70000' out of range").OnLibvirt(
            Network("<source protocol='nbd' name='e'><host name='a' port='70000'/></source>")),
        new PageMessage("COLO0601", "Invalid PCI address slot='0x20', must be <= 0x1F").OnLibvirt(Disk(more: Pci(bus: 0, slot: 32))),
        new PageMessage("COLO0604", "IOThreads not available for bus scsi target sda").OnLibvirt(
            Disk("sda", "scsi", driver: "<driver name='qemu' type='qcow2' iothread='1'/>")),
        new PageMessage("COLO0801", "are both required by an unnamed block device (uses node 'vda-0' as 'root' child) and unshared by block device "
            + "'/machine/peripheral/vda/virtio-backend' (uses node 'vda-0' as 'root' child).").OnQemu("""
            -M pc
            {"driver":"null-co","node-name":"vda-0"}
            device_add {"driver":"virtio-blk-pci","id":"vda","drive":"vda-0"}
            nbd-server-start {"addr":{"type":"unix","data":{"path":"DIR/nbd"}}}
            block-export-add {"type":"nbd","id":"e0","node-name":"vda-0","writable":true}
            """),
        new PageMessage("COLO0806", "Failed to find an available port: Address already in use").OnQemu("""
            nbd-server-start {"addr":{"type":"inet","data":{"host":"127.0.0.1","port":"PORT"}}}
            other nbd-server-start {"addr":{"type":"inet","data":{"host":"127.0.0.1","port":"PORT"}}}
            """),
        new PageMessage("COLO0807", "Denied by server for option 5 (starttls)").OnQemu("""
            nbd-server-start {"addr":{"type":"unix","data":{"path":"DIR/nbd"}}}
            {"driver":"null-co","node-name":"n0","read-zeroes":true}
            block-export-add {"type":"nbd","id":"e0","node-name":"n0"}
            other object-add {"qom-type":"tls-creds-anon","id":"tls","endpoint":"client"}
            other {"driver":"nbd","node-name":"c0","server":{"type":"unix","path":"DIR/nbd"},"export":"n0","tls-creds":"tls","tls-hostname":"a"}
            """),
    ];

    /// <summary>Quotes that are not replayed, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> NotReplayed { get; } = new Dictionary<string, string>
    {
        ["error CS0311 … There is no implicit reference conversion from 'Host' to 'ColoGen.ITreeXml'"] = NoMessage,
        ["new Host(new Secret(…))"] = NoMessage,
        ["qemu-img info"] = NoMessage,
        ["VoteThreshold = 2"] = NoMessage,
        ["detect-zeroes: on"] = NoMessage,
        ["blkdiscard -z"] = NoMessage,
        ["Discard = Unmap"] = NoMessage,
        ["writeback: true"] = NoMessage,
        ["Element domain failed to validate content"] = WholeDomain,
        ["missing name information"] = WholeDomain,
        ["QEMU binary /usr/bin/ is not executable: Is a directory"] = WholeDomain,
        ["invalid char in name"] = WholeDomain,
        ["XML error: Memory size must be specified via <memory> or in the <numa> configuration"] = WholeDomain,
        ["Maximum CPUs greater than specified machine type limit 255"] = WholeDomain,
        ["more than 255 vCPUs require extended interrupt mode enabled on the iommu device"] = WholeDomain,
        ["error parsing address"] = Version,
        ["The serial number can't be longer than 36 characters"] = Version,
        ["Capability 'x-colo' requires capability 'return-path'"] = Version,
        ["RP: Received invalid message 0x0000 length 0x0000"] = Migration,
        ["load of migration failed: Invalid argument: MIG_CMD 0x8 deprecated (len 0x0)"] = Migration,
        ["load of migration failed: Invalid argument"] = Migration,
        ["Machine type received is 'pc-i440fx-7.2' and local is 'pc-q35-7.2'"] = Migration,
        ["Size mismatch: pc.ram: 0x4000000 != 0x8000000: Invalid argument"] = Migration,
        ["Unknown savevm section or instance 'cpu_common' 1"] = Migration,
        ["Unknown savevm section or instance '0000:00:02.0/virtio-blk' 0"] = Migration,
        ["Unknown savevm section or instance '0000:00:03.0/virtio-blk' 0. Make sure that your current VM setup matches your saved VM setup, including any "
            + "hotplugged devices"] = Migration,
        ["No hostname for certificate validation"] = Certificates,
        ["write failed: Input/output error"] = QemuIo,
        ["read failed: Input/output error"] = QemuIo,
        ["virtio_bus_start_ioeventfd: failed. Fallback to userspace (slower)."] = Guest,
    };

    /// <summary>A device of QEMU over an empty node.</summary>
    private static string Device(string driver, string properties) => $$"""
        -M pc
        -blockdev {"driver":"null-co","node-name":"n0"}
        -device {{driver}},drive=n0,{{properties}}
        """;

    private static string Pci(int bus, int slot) => $"<address type='pci' domain='0' bus='{bus}' slot='{slot}' function='0'/>";

    private static string Drive(int controller = 0, int bus = 0, int target = 0) =>
        $"<address type='drive' controller='{controller}' bus='{bus}' target='{target}' unit='0'/>";

    /// <summary>Two disks with one part.</summary>
    private static string Twice(string part, string bus, string prefix) =>
        Disk($"{prefix}a", bus, more: part) + Disk($"{prefix}b", bus, source: "<source file='/b.qcow2'/>", more: part);
}
