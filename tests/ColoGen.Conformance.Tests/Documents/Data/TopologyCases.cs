using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Conformance.Tests.Documents.Data;

/// <summary>Every topology of the tests, with values that show its branches.</summary>
public static class TopologyCases
{
    public static IReadOnlyList<TopologyCase> All { get; } =
    [
        .. Sources(),
        .. Chained(),
        .. Optional(),
        .. Listed(),
        .. Quorum(),
        .. Buses(),
        .. Settings(),
        .. DomainsAndShapes(),
        .. Encrypted(),
        .. Replicated(),
    ];

    /// <summary>Those that QEMU opens from files and NBD exports.</summary>
    public static TheoryData<string> OverFilesAndExports => Names(item => item.Needs is Needs.Files or Needs.NbdServers);

    /// <summary>Those that QEMU opens from block devices.</summary>
    public static TheoryData<string> OverDevices => Names(item => item.Needs == Needs.LoopDevices);

    /// <summary>Those of <see cref="OverFilesAndExports"/> that a running QEMU takes.</summary>
    public static TheoryData<string> Pluggable =>
        Names(item => item.Needs is Needs.Files or Needs.NbdServers && item.Make(Images.Nowhere) is IQmp);

    public static TopologyCase Get(string name) => All.Single(item => item.Name == name);

    /// <summary>The names of the cases that satisfy the condition, for a theory.</summary>
    public static TheoryData<string> Names(Func<TopologyCase, bool> where) =>
        new(All.Where(where).Select(item => item.Name));

    private static IEnumerable<TopologyCase> Sources() =>
    [
        new("file of each format", at => new FileFormats(
            new RawFile(at.File("raw", "raw")),
            new Qcow2File(at.File("qcow2", "qcow2")),
            new QcowFile(at.File("qcow", "qcow")),
            new QedFile(at.File("qed", "qed")),
            new VmdkFile(at.File("vmdk", "vmdk")),
            new VdiFile(at.File("vdi", "vdi")),
            new VhdxFile(at.File("vhdx", "vhdx")),
            new VpcFile(at.File("vpc", "vpc")),
            new ParallelsFile(at.File("parallels", "parallels")),
            new BochsFile(at.File("bochs", "bochs")),
            new CloopFile(at.File("cloop", "cloop")),
            new DmgFile(at.File("dmg", "dmg")))),
        new("block device of each format, 1", at => new BlockFormats(
            new RawVolume(at.Volume("raw", "raw")),
            new Qcow2Volume(at.Volume("qcow2", "qcow2")),
            new QcowVolume(at.Volume("qcow", "qcow")),
            new QedVolume(at.Volume("qed", "qed")),
            new VmdkVolume(at.Volume("vmdk", "vmdk")),
            new VdiVolume(at.Volume("vdi", "vdi")))) { Needs = Needs.LoopDevices },
        new("block device of each format, 2", at => new MoreBlockFormats(
            new VhdxVolume(at.Volume("vhdx", "vhdx")),
            new VpcVolume(at.Volume("vpc", "vpc")),
            new ParallelsVolume(at.Volume("parallels", "parallels")),
            new BochsVolume(at.Volume("bochs", "bochs")),
            new CloopVolume(at.Volume("cloop", "cloop")),
            new DmgVolume(at.Volume("dmg", "dmg")))) { Needs = Needs.LoopDevices },
        new("character device", _ => new RawDevice(new RawVolume("/dev/zero"))),
        new("NBD over TCP of each format", at => new NbdTcpFormats(
            new TcpRaw(at.Nbd.Host, at.Nbd.Port, "raw"),
            new TcpQcow2(at.Nbd.Host, at.Nbd.Port, "qcow2"),
            new TcpQcow(at.Nbd.Host, at.Nbd.Port, "qcow"),
            new TcpQed(at.Nbd.Host, at.Nbd.Port, "qed"),
            new TcpVmdk(at.Nbd.Host, at.Nbd.Port, "vmdk"),
            new TcpVdi(at.Nbd.Host, at.Nbd.Port, "vdi"),
            new TcpVhdx(at.Nbd.Host, at.Nbd.Port, "vhdx"),
            new TcpVpc(at.Nbd.Host, at.Nbd.Port, "vpc"),
            new TcpParallels(at.Nbd.Host, at.Nbd.Port, "parallels"),
            new TcpBochs(at.Nbd.Host, at.Nbd.Port, "bochs"),
            new TcpCloop(at.Nbd.Host, at.Nbd.Port, "cloop"),
            new TcpDmg(at.Nbd.Host, at.Nbd.Port, "dmg"))) { Needs = Needs.NbdServers },
        new("NBD over a unix socket of each format", at => new NbdUnixFormats(
            new UnixRaw(at.Nbd.Socket, "raw"),
            new UnixQcow2(at.Nbd.Socket, "qcow2"),
            new UnixQcow(at.Nbd.Socket, "qcow"),
            new UnixQed(at.Nbd.Socket, "qed"),
            new UnixVmdk(at.Nbd.Socket, "vmdk"),
            new UnixVdi(at.Nbd.Socket, "vdi"),
            new UnixVhdx(at.Nbd.Socket, "vhdx"),
            new UnixVpc(at.Nbd.Socket, "vpc"),
            new UnixParallels(at.Nbd.Socket, "parallels"),
            new UnixBochs(at.Nbd.Socket, "bochs"),
            new UnixCloop(at.Nbd.Socket, "cloop"),
            new UnixDmg(at.Nbd.Socket, "dmg"))) { Needs = Needs.NbdServers },
        new("NBD over TLS of each format", at => new NbdTlsFormats(
            new TlsRaw(at.Nbd.Host, at.Nbd.TlsPort, "raw", at.Nbd.TlsDir, null),
            new TlsQcow2(at.Nbd.Host, at.Nbd.TlsPort, "qcow2", at.Nbd.TlsDir, NbdPlace.CertificateName),
            new TlsQcow(at.Nbd.Host, at.Nbd.TlsPort, "qcow", at.Nbd.TlsDir, null),
            new TlsQed(at.Nbd.Host, at.Nbd.TlsPort, "qed", at.Nbd.TlsDir, NbdPlace.CertificateName),
            new TlsVmdk(at.Nbd.Host, at.Nbd.TlsPort, "vmdk", at.Nbd.TlsDir, null),
            new TlsVdi(at.Nbd.Host, at.Nbd.TlsPort, "vdi", at.Nbd.TlsDir, NbdPlace.CertificateName),
            new TlsVhdx(at.Nbd.Host, at.Nbd.TlsPort, "vhdx", at.Nbd.TlsDir, null),
            new TlsVpc(at.Nbd.Host, at.Nbd.TlsPort, "vpc", at.Nbd.TlsDir, NbdPlace.CertificateName),
            new TlsParallels(at.Nbd.Host, at.Nbd.TlsPort, "parallels", at.Nbd.TlsDir, null),
            new TlsBochs(at.Nbd.Host, at.Nbd.TlsPort, "bochs", at.Nbd.TlsDir, NbdPlace.CertificateName),
            new TlsCloop(at.Nbd.Host, at.Nbd.TlsPort, "cloop", at.Nbd.TlsDir, null),
            new TlsDmg(at.Nbd.Host, at.Nbd.TlsPort, "dmg", at.Nbd.TlsDir, NbdPlace.CertificateName))) { Needs = Needs.NbdServers },
        new("NBD with defaults", _ => new NbdDefaults(new("nbd.example.org"), new(), new("nbd.example.org", 65535, "/path/to/export"), new()))
        {
            Needs = Needs.Unavailable,
        },
        new("NBD with more defaults", _ => new NbdDefaults(new("::1"), new(), new("nbd.example.org", 1, null), new())) { Needs = Needs.Unavailable },
    ];

    private static IEnumerable<TopologyCase> Chained() =>
    [
        new("chains of one to five layers", at => new Chains(
            new(at.Raw("a")),
            Chain2(at, "b"),
            Chain3(at, "c"),
            new(at.Qcow2("d-1"), Chain3(at, "d")),
            new(at.Qcow2("e-1"), new(at.Qcow2("e-2"), Chain3(at, "e"))))),
        new("chains of several formats", at => new MixedChains(
            new(at.Qcow2("a"), new(at.File("a", "qcow"))),
            new(at.File("b", "qcow"), new(at.File("b", "vdi"))),
            new(at.File("c", "qed"), new(at.File("c", "vpc"))),
            new(at.File("d", "vmdk"), new(at.File("d-base", "vmdk"))),
            new(at.Qcow2("e"), new(at.File("e", "dmg"))))),
        new("chain over a block device and an export", at => new MixedSources(
            new(at.Qcow2("a"), new(at.Volume("b", "qcow2"), new(at.Nbd.Host, at.Nbd.Port, "raw"))))) { Needs = Needs.Unavailable },
        new("chain over an export", at => new OverExport(new(at.Qcow2("a"), new(at.Nbd.Socket, "raw")))) { Needs = Needs.NbdServers },
        new("chain of generic layers", at => new GenericChain(new(at.Qcow2("a"), new(at.Qcow2("b"), new(at.Raw("c")))))),
        new("chain of thirty layers", at => new DeepChain(
            new(at.Qcow2("1"), new(at.Qcow2("2"), new(at.Qcow2("3"), new(at.Qcow2("4"), new(at.Qcow2("5"),
            new(at.Qcow2("6"), new(at.Qcow2("7"), new(at.Qcow2("8"), new(at.Qcow2("9"), new(at.Qcow2("10"),
            new(at.Qcow2("11"), new(at.Qcow2("12"), new(at.Qcow2("13"), new(at.Qcow2("14"), new(at.Qcow2("15"),
            new(at.Qcow2("16"), new(at.Qcow2("17"), new(at.Qcow2("18"), new(at.Qcow2("19"), new(at.Qcow2("20"),
            new(at.Qcow2("21"), new(at.Qcow2("22"), new(at.Qcow2("23"), new(at.Qcow2("24"), new(at.Qcow2("25"),
            new(at.Qcow2("26"), new(at.Qcow2("27"), new(at.Qcow2("28"), new(at.Qcow2("29"), new(at.Raw("30"))))))))))))))))))))))))))))))))),
        new("pinned numbers", at => new Pins(new(at.Qcow2("a"), new(at.Qcow2("b"), new(at.Qcow2("c"), new(at.Raw("d"))))))),
        new("pinned numbers of top layers", at => new PinnedTops(
            new(at.Qcow2("a")),
            new(at.Qcow2("b")),
            new(at.Qcow2("c")),
            new(at.Qcow2("d"), new(at.Raw("e"))),
            new(at.Qcow2("f"), new(at.Raw("g"))))) { Libvirt = LibvirtView.Refused },
        new("overlay of a top layer with a pinned number", at => new OverlayOfPinnedTop(new(at.Qcow2("a")), new(at.Qcow2("b"), new(at.Raw("c"))))),
    ];

    private static IEnumerable<TopologyCase> Optional() =>
    [
        new("optional layers, none", at => new OptionalLayers(new(at.Qcow2("a"), null), null, null)),
        new("optional layers, some", at => new OptionalLayers(new(at.Qcow2("a"), new(at.Qcow2("b"), null)), new(at.Qcow2("c"), null), null)),
        new("optional layers, others", at => new OptionalLayers(new(at.Qcow2("a"), null), null, new(at.Qcow2("b")))),
        new("optional layers, all", at => new OptionalLayers(
            new(at.Qcow2("a"), new(at.Qcow2("b"), new(at.Qcow2("c")))), new(at.Qcow2("d"), new(at.Qcow2("e"))), new(at.Qcow2("f")))),
        new("optional children, none", at => new OptionalChildren(new(new(at.Qcow2("a")), null, null), null)),
        new("optional children, the last", at => new OptionalChildren(new(new(at.Qcow2("a")), null, new(at.Qcow2("b"))), new(at.Qcow2("c")))),
        new("optional children, all", at => new OptionalChildren(
            new(new(at.Qcow2("a")), new(at.Qcow2("b"), new(at.Qcow2("c"))), new(at.Qcow2("d"))), new(at.Qcow2("e")))),
        new("late children, none", at => new LateChildren(new(at.Qcow2("a")), new(null, null, new(at.Raw("d"))))),
        new("late children, the second", at => new LateChildren(new(at.Qcow2("a")), new(null, new(at.Qcow2("c")), new(at.Raw("d"))))),
        new("late children, all", at => new LateChildren(new(at.Qcow2("a")), new(new(at.Qcow2("b")), new(at.Qcow2("c")), new(at.Raw("d"))))),
        new("structs, nothing optional", at => new Structs(new(at.Qcow2("a"), null), null)),
        new("structs, everything optional", at => new Structs(new(at.Qcow2("a"), new(at.Raw("b"))), new RawStruct(at.Raw("c")))),
    ];

    private static IEnumerable<TopologyCase> Listed() =>
    [
        .. Enumerable.Range(1, 5).SelectMany(count => new TopologyCase[]
        {
            new($"array of {count}", at => new ArrayOfLayers(new([.. Files(at, count)]))) { Libvirt = LibvirtView.Refused },
            new($"immutable array of {count}", at => new ImmutableArrayOfLayers(new([.. Files(at, count).Select(file => new RawStruct(file.File))])))
            {
                Libvirt = LibvirtView.Refused,
            },
            new($"list of {count} chains", at => new ListOfChains(new(
                [
                    .. Enumerable.Range(0, count).Select(number =>
                        new MaybeOverlay(at.Qcow2($"{number}"), number % 2 == 0 ? null : new(at.Qcow2($"{number}-base")))),
                ])))
            {
                Libvirt = LibvirtView.Refused,
            },
        }),
        new("list after a child, one", at => new ListAfterChild(new(new(at.Raw("a")), [new(at.Nbd.Host, at.Nbd.Port, "raw")]))) { Needs = Needs.NbdServers },
        new("list after a child, two", at => new ListAfterChild(new(
            new(at.Raw("a")), [new(at.Nbd.Host, at.Nbd.Port, "raw"), new(at.Nbd.Host, at.Nbd.Port, "spare")]))) { Needs = Needs.NbdServers },
        new("list below another layer", at => new ListBelow(new(new(at.Raw("a")), new([new(at.Qcow2("b")), new(at.Qcow2("c"))])))),
    ];

    private static IEnumerable<TopologyCase> Quorum() =>
    [
        new("a disk over a quorum", at => new OverQuorum(new(at.Qcow2("top"), new(new(at.Qcow2("first")), new(at.Qcow2("second")))))),
        new("quorums", at => new Quorums(
            Majority(at, "a"),
            new(new(at.Raw("b-1")), new(at.Raw("b-2"))),
            new(new(at.Raw("c-1")), new(at.Raw("c-2")), new(at.Raw("c-3"))),
            new(Majority(at, "d"), new(at.Raw("d-4")), new(new(at.Raw("d-5")))),
            new(1, QuorumReadPattern.Fifo, false, new(at.Raw("e-1")), new(at.Raw("e-2"))))),
        new("quorums, other values", at => new Quorums(
            Majority(at, "a"),
            new(new(at.Raw("b-1")), new(at.Raw("b-2"))),
            new(new(at.Raw("c-1")), new(at.Raw("c-2")), new(at.Raw("c-3"))),
            new(Majority(at, "d"), new(at.Raw("d-4")), new(new(at.Raw("d-5")))),
            new(2, QuorumReadPattern.Quorum, true, new(at.Raw("e-1")), new(at.Raw("e-2"))))),
        new("quorum of the host", at => new HostQuorum(Majority(at, "a"))),
    ];

    private static IEnumerable<TopologyCase> Buses() =>
    [
        new("virtio disks", at => new VirtioDisks(new(at.Raw("a")), new(at.Qcow2("b")), new(at.Qcow2("c")), new(at.Raw("d")))),
        new("virtio disks on q35", at => new VirtioDisksOnQ35(new(at.Qcow2("a")), Chain3(at, "b"))) { Machine = "q35" },
        new("scsi disks", at => new ScsiDisks(
            new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")), new(at.Raw("d")), new(at.Raw("e")),
            new(at.Raw("f")), new(at.Raw("g")), new(at.Raw("h")), new(at.Raw("i")))),
        new("scsi disk on the third controller", at => new FarScsiDisk(new(at.Raw("a")))) { Machine = "q35" },
        new("scsi cdroms, empty", at => new ScsiCdroms(new(at.Raw("a")), new(at.Raw("b")), null, null)),
        new("scsi cdroms, one empty", at => new ScsiCdroms(new(at.Raw("a")), new(at.Raw("b")), new(at.Raw("c")), null)),
        new("scsi cdroms, full", at => new ScsiCdroms(new(at.Raw("a")), new(at.Raw("b")), new(at.Raw("c")), new(at.Qcow2("d")))),
        new("scsi lun", _ => new ScsiLun(new("/dev/mapper/lun"))) { Needs = Needs.Unavailable },
        new("sata disks", at => new SataDisks(
            new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")), null, new(at.Raw("e")), new(at.Raw("f")), new(at.Raw("g")), new(at.Raw("h")))),
        new("sata disks on q35", at => new SataDisksOnQ35(new(at.Qcow2("a")), null, new(at.Raw("f")), new(at.Raw("g")))) { Machine = "q35" },
        new("sata disks on q35, full", at => new SataDisksOnQ35(new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("f")), new(at.Raw("g")))) { Machine = "q35" },
        new("ide disks", at => new IdeDisks(new(at.Qcow2("a")), Chain2(at, "b"), new(at.Raw("c")), null)),
        new("ide disks, full", at => new IdeDisks(new(at.Qcow2("a")), Chain2(at, "b"), new(at.Raw("c")), new(at.Raw("d")))),
        new("usb disks", at => new UsbDisks(
            new(at.Raw("b")), new(at.Raw("c")), new(at.Raw("d")), new(at.Raw("f")), new(at.Raw("g")), new(at.Qcow2("a")))),
        new("usb disks on q35", at => new UsbDisksOnQ35(new(at.Qcow2("a")), new(at.Raw("b")))) { Machine = "q35" },
        new("usb disks on q35, absent", at => new UsbDisksOnQ35(new(at.Qcow2("a")), null)) { Machine = "q35" },
        new("floppy drives, one empty", at => new FloppyDrives(new(at.Raw("a")), null)),
        new("floppy drives, full", at => new FloppyDrives(new(at.Raw("a")), new(at.Raw("b")))),
        new("floppy drive on q35, empty", _ => new FloppyDrivesOnQ35(null)) { Machine = "q35" },
        new("floppy drive on q35, full", at => new FloppyDrivesOnQ35(new(at.Raw("a")))) { Machine = "q35" },
        new("every bus, drives empty", at => new MixedBuses(
            Chain3(at, "a"), new(at.Raw("b")), null, null, Chain2(at, "c"), new(at.Qcow2("d"), null), null, new(at.Qcow2("e")), new(at.Qcow2("f")))),
        new("every bus, drives full", at => new MixedBuses(
            Chain3(at, "a"), new(at.Raw("b")), new(at.Raw("g")), new(at.Raw("h")), Chain2(at, "c"),
            new(at.Qcow2("d"), new(at.Qcow2("d-1"), new(at.Qcow2("d-2")))), new(at.Raw("i")), new(at.Qcow2("e")), new(at.Qcow2("f")))),
    ];

    private static IEnumerable<TopologyCase> Settings() =>
    [
        new("cache, io, discard and zeroes", at => new Tuning(
            Chain2(at, "a"), Chain2(at, "b"), Chain3(at, "c"), new(at.Raw("d")), new(at.Raw("e")), new(at.Raw("f")), Chain2(at, "g"))),
        new("device options", at => new DeviceOptions(
            new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")), new(at.Qcow2("d")), new(at.Raw("e")), new(at.Raw("f")))) { Machine = "q35" },
        new("geometry of an ide disk", at => new IdeGeometry(new(at.Raw("a")))),
        new("shared disks", at => new SharedDisks(new(at.Raw("a")), new(at.Raw("b")), new(at.Raw("a")))),
        new("transitional virtio disk", at => new Transitional(new(at.Raw("a")))),
        new("addresses", at => new Addresses(
            new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")), new(at.Raw("d")), new(at.Raw("e")), new(at.Raw("f")), new(at.Raw("g")), new(at.Raw("h")),
            new(at.Raw("i")), new(at.Raw("j")), new(at.Raw("k")), new(at.Raw("l")))),
        new("addresses on q35", at => new AddressesQ35(
            new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")), new(at.Raw("d")), new(at.Raw("e")), new(at.Raw("f")))) { Machine = "q35" },
        new("addresses of disks that are plugged in", at => new PluggedAddresses(new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")), new(at.Raw("d")))),
        new("io_uring", at => new IoUring(new(at.Raw("a")))) { Needs = Needs.Unavailable },
        new("I/O threads", at => new IoThreads(new(at.Qcow2("a")), new(at.Raw("b")), new(at.Raw("c")))),
        new("settings of host disks", at => new HostDisks(new(at.Qcow2("a")), new(at.Raw("b")), Chain2(at, "c"), null)),
        new("settings of host disks, all", at => new HostDisks(
            new(at.Qcow2("a")), new(at.Raw("b")), Chain2(at, "c"), new(at.Qcow2("d"), new(at.Qcow2("e"))))),
        new("settings at run time, none", at => new RunTimeSettings(new(at.Raw("a")), new(at.Raw("b")), new(at.Raw("c")))
        {
            SecondSerial = "S2",
            ThirdBootOrder = 7,
        }),
        new("settings at run time, all", at => new RunTimeSettings(new(at.Raw("a")), new(at.Raw("b")), new(at.Raw("c")))
        {
            FirstSerial = "S1",
            FirstBootOrder = 2,
            FirstVendor = "ACME",
            FirstProduct = "DISK 3000",
            SecondSerial = "S2",
            ThirdBootOrder = 1,
        }),
    ];

    private static IEnumerable<TopologyCase> DomainsAndShapes() =>
    [
        new("domain at run time", at => new RunTimeDomain(
            "guest & co", null, 64, 1, DomainType.Qemu, "/usr/bin/qemu-system-x86_64", new(at.Raw("a")))),
        new("domain at run time, more", at => new RunTimeDomain(
            "guest", "11111111-2222-4333-8444-555555555555", 96, 2, DomainType.Qemu, "/usr/bin/qemu-system-x86_64", new(at.Raw("a")))),
        new("domain without settings", at => new PlainDomain(new(at.Raw("a")))) { Machine = "q35", Libvirt = LibvirtView.WantsKvm },
        new("no domain", at => new WithoutDomain(Chain2(at, "a"), new(at.Raw("b")), null)),
        new("no domain, more", at => new WithoutDomain(Chain2(at, "a"), new(at.Raw("b")), new(at.Raw("c")))),
        new("constants", _ => new Constants(new(new()), new(new()))) { Needs = Needs.Unavailable },
        new("nested records", at => new Outer.Inner.Host(new(at.Qcow2("a")))),
        new("required properties", at => new Properties { Root = new() { File = at.Qcow2("a"), @base = new(at.Raw("b")) } }),
        new("required properties, all", at => new Properties
        {
            Root = new() { File = at.Qcow2("a"), @base = new(at.Raw("b")) },
            @class = new(at.Raw("c")),
        }),
        new("derived records", at => new DerivedHost(new(at.Qcow2("a"), new(at.Raw("b"))), new(at.Raw("c")))),
    ];

    private static IEnumerable<TopologyCase> Encrypted() =>
    [
        new("secrets", at => new Secrets(
            new(at.File("a", "luks"), at.Secret("s"), Uuid),
            new(at.File("b", "encrypted"), at.Secret("s"), Uuid),
            new(at.File("c", "encrypted"), at.Secret("s"), new(at.File("d", "encrypted"), at.Secret("s"), Uuid)),
            new(at.File("e", "luks"), at.Secret("s"), Uuid)))
        {
            Libvirt = LibvirtView.WantsSecrets,
        },
    ];

    private static IEnumerable<TopologyCase> Replicated() =>
    [
        new("primary host", at => new ColoPair.PrimaryHost(new(new(at.Qcow2("a")), null), DomainType.Qemu)),
        new("primary host with its replica", at => new ColoPair.PrimaryHost(
            new(new(at.Qcow2("a")), new(new(at.Nbd.Host, at.Nbd.Port))), DomainType.Qemu)) { Needs = Needs.NbdServers },
        new("secondary host", at => new ColoPair.SecondaryHost(
            new(at.Qcow2("parent")), new(new(new(at.Qcow2("root-active"), new(at.Qcow2("root-hidden"))))), DomainType.Qemu)),
        new("secondary host with two disks", at => new TwoDisksSecondary(
            new(at.Raw("parent0")), new(at.Qcow2("parent1")), Replica(at, "root"), Replica(at, "data"))),
        new("primary host with two disks", at => new TwoDisksPrimary(new(new(at.Raw("a")), null), new(new(at.Qcow2("b")), null))),
        new("primary host with two disks and one replica", at => new TwoDisksPrimary(
            new(new(at.Raw("a")), null), new(new(at.Qcow2("b")), new(new(at.Nbd.Socket, "spare"))))) { Needs = Needs.NbdServers },
        new("primary host with two disks and replicas", at => new TwoDisksPrimary(
            new(new(at.Raw("a")), new(new(at.Nbd.Socket, "raw"))), new(new(at.Qcow2("b")), new(new(at.Nbd.Socket, "spare"))))) { Needs = Needs.NbdServers },
        new("replica among others, alone", at => new ReplicaAmongOthers(
            new(at.Qcow2("a"), null), null, Chain2(at, "parent"), Replica(at, "root"), new(new(at.Raw("c")), null), null, new(at.Raw("d")), null)),
        new("replica among others, some", at => new ReplicaAmongOthers(
            new(at.Qcow2("a"), new(at.Qcow2("a-1"), null)), null, Chain2(at, "parent"), Replica(at, "root"), new(new(at.Raw("c")), null),
            new(at.Raw("e")), new(at.Raw("d")), new(at.Qcow2("f")))),
        new("replica among others, all", at => new ReplicaAmongOthers(
            new(at.Qcow2("a"), new(at.Qcow2("a-1"), new(at.Qcow2("a-2")))), Chain2(at, "b"), Chain2(at, "parent"), Replica(at, "root"),
            new(new(at.Raw("c")), null), new(at.Raw("e")), new(at.Raw("d")), new(at.Qcow2("f")))),
        new("replica without a quorum", at => new ReplicaAlone(new(at.Raw("parent")), Replica(at, "root").Local)),
        new("overlay of a layer of a host disk", at => new OverlayOfHostDisk(new(at.Qcow2("a")), Chain2(at, "golden"))) { Libvirt = LibvirtView.Refused },
        new("overlay of a host disk", at => new OverlayOfGolden(new(at.Qcow2("a")), Chain2(at, "golden"))),
        new("overlays with caches of their own", at => new CachedOverlays(
            new(at.Raw("slow")), new(at.Qcow2("plain")), new(at.Qcow2("a")), new(at.Qcow2("b")), new(new(at.Raw("c")), null))),
        new("overlay of a host disk on sata", at => new GoldenOnSata(new(at.Qcow2("a")), new(at.Raw("golden")))) { Libvirt = LibvirtView.Refused },
        new("replicated chains, short", at => new ReplicatedChains(
            new(new(at.Qcow2("a"), null), null), null, new(new(at.Qcow2("c"), null), null))),
        new("replicated chains, some longer", at => new ReplicatedChains(
            new(new(at.Qcow2("a"), null), null),
            new(new(at.Qcow2("b"), new(at.Qcow2("b-1"), null)), null),
            new(new(at.Qcow2("c"), new(at.Qcow2("c-1"), null)), null))),
        new("replicated chains, long", at => new ReplicatedChains(
            new(new(at.Qcow2("a"), new(at.Qcow2("a-1"), new(at.Qcow2("a-2")))), null),
            new(new(at.Qcow2("b"), new(at.Qcow2("b-1"), new(at.Qcow2("b-2")))), null),
            new(new(at.Qcow2("c"), new(at.Qcow2("c-1"), new(at.Qcow2("c-2")))), null))),
        new("replicas on every bus", at => new ReplicasOnEveryBus(
            new(new(at.Raw("a")), null),
            new(new(at.Qcow2("b")), null),
            new(new(at.Raw("c")), null),
            new(new(at.Qcow2("d")), null),
            new(new(at.Raw("e")), null))),
        new("secondary disk without its replica", at => new MaybeSecondary(new(at.Qcow2("parent")), new(at.Raw("a")), null)),
        new("secondary disk with its replica", at => new MaybeSecondary(new(at.Qcow2("parent")), new(at.Raw("a")), Replica(at, "b"))),
        new("two overlays of a host disk, one absent", at => new MaybeOverlayOfGolden(null, new(at.Qcow2("b")), new(at.Raw("golden"))))
        {
            Libvirt = LibvirtView.Refused,
        },
        new("two overlays of a host disk", at => new MaybeOverlayOfGolden(new(at.Qcow2("a")), new(at.Qcow2("b")), new(at.Raw("golden"))))
        {
            Libvirt = LibvirtView.Refused,
        },
        new("replicated disk, absent", at => new MaybeReplicated(new(at.Raw("a")), null)),
        new("replicated disk, there", at => new MaybeReplicated(new(at.Raw("a")), new(new(at.Raw("b")), null))),
    ];

    private const string Uuid = "0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f";

    private static Chain2 Chain2(Images at, string name) => new(at.Qcow2(name), new(at.Raw(name)));

    private static Chain3 Chain3(Images at, string name) => new(at.Qcow2(name + "-top"), Chain2(at, name));

    private static Majority Majority(Images at, string name) =>
        new(new(at.Raw(name + "-1")), new(at.Qcow2(name + "-2")), Chain2(at, name + "-3"));

    private static IEnumerable<Qcow2File> Files(Images at, int count) =>
        Enumerable.Range(0, count).Select(number => new Qcow2File(at.Qcow2($"{number}")));

    private static SecondaryRoot Replica(Images at, string name) =>
        new(new(new(at.Qcow2(name + "-active"), new(at.Qcow2(name + "-hidden")))));
}
