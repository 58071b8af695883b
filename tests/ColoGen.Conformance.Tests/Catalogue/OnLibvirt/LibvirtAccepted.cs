using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnLibvirt.DiskElement;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnLibvirt;

internal static class LibvirtAccepted
{
    private const string NoSuchSource = "Sources are files, block devices and NBD.";

    public static Table Table { get; } = new(
        "5.1 Accepted silently",
        21,
        new("no `<driver>` or no `type`", Reported("COLO0101", """
            [[|FileSource|]]
            record Image(string File);
            """)
            .AcceptedByLibvirt(Disk(driver: ""), "\"driver\":\"raw\"")),
        new("two `<backingStore>` / `<source>` / `<target>` in one disk",
            Reported("COLO0012", """
                [FileSource(Format = DiskFormat.Qcow2)]
                record [|Overlay|](string File, RawImage First, RawImage Second);
                """)
                .AcceptedByLibvirt(Disk(more: Backing("raw") + Backing("raw", "<source file='/c'/>")), "/b"),
            Reported("COLO0005", """
                [FileSource(Format = DiskFormat.Raw, File = "/a"), BlockSource(Format = DiskFormat.Raw)]
                record [|Image|];
                """)
                .AcceptedByLibvirt(Disk(more: "<source file='/second'/>"), "/a.qcow2"),
            Reported("COLO0005", """
                [Topology]
                partial record Host([[|Disk("vda")|], HostDisk("parent0")] RawImage Root);
                """)
                .AcceptedByLibvirt(Disk(more: "<target dev='vdb' bus='virtio'/>"), "virtio-disk0")),
        new("`<reference>` in backingStore, any unknown element/attribute", Inexpressible("No record can add an element to the domain XML.")
            .AcceptedByLibvirt(
                Disk(more: "<backingStore type='file'><format type='raw'/><source file='/b'/><reference dev='vdb' index='0'/></backingStore>"), "/b")),
        new("duplicate, zero, negative, non-numeric `index`",
            Reported("COLO0206", """
                [FileSource(Format = DiskFormat.Qcow2, Index = 1)]
                record Base(string File);

                [FileSource(Format = DiskFormat.Qcow2, Index = 1)]
                record Middle(string File, Base Backing);

                [FileSource(Format = DiskFormat.Qcow2)]
                record Overlay(string File, Middle Backing);

                [Topology]
                partial record Host([[|Disk("vda")|]] Overlay Root);
                """)
                .AcceptedByLibvirt(Disk(source: "<source file='/a.qcow2' index='1'/>", more: Backing("raw", "<source file='/b' index='1'/>")), "/b"),
            Reported("COLO0206", Pinned("0"))
                .AcceptedByLibvirt(Disk(more: Backing("raw", "<source file='/b' index='0'/>")), "/b"),
            Reported("COLO0206", Pinned("-1"))
                .AcceptedByLibvirt(Disk(more: Backing("raw", "<source file='/b' index='-1'/>")), "/b"),
            Inexpressible("Index is an int.")
                .AcceptedByLibvirt(Disk(more: Backing("raw", "<source file='/b' index='x'/>")), "/b")),
        new("chain containing itself / same file writable in two disks",
            Reported("COLO0120", """
                [FileSource(Format = DiskFormat.Qcow2, File = "/a.qcow2")]
                record Base;

                [FileSource(Format = DiskFormat.Qcow2, File = "/a.qcow2")]
                record Overlay(Base Backing);

                [Topology]
                partial record Host([[|Disk("vda")|]] Overlay Root);
                """)
                .AcceptedByLibvirt(Disk(more: Backing("qcow2", "<source file='/a.qcow2'/>")), "/a.qcow2"),
            Reported("COLO0120", """
                [FileSource(Format = DiskFormat.Qcow2, File = "/a.qcow2")]
                record Image;

                [Topology]
                partial record Host([Disk("vda")] Image First, [[|Disk("vdb")|]] Image Second);
                """)
                .AcceptedByLibvirt(Disk() + Disk(dev: "vdb"), "virtio-disk1")),
        new("chain not terminated by `<backingStore/>`", Inexpressible("Every chain is ended.")
            .AcceptedByLibvirt(Disk(), "\"driver\":\"qcow2\",\"file\":\"libvirt-1-storage\"}")),
        new("raw (or other non-backing format) with a backing store", Reported("COLO0102", """
            [FileSource([|Format = DiskFormat.Raw|])]
            record Overlay(string File, RawImage Backing);
            """)
            .OnLibvirt(Disk(driver: "<driver name='qemu' type='raw'/>", more: Backing("raw")), "storage format 'raw' does not support backing store")),
        new("`vda` on sata, `sda` or `hda` on virtio",
            Reported("COLO0307", Host("\"vda\", [|Bus = DiskBus.Sata|]"))
                .AcceptedByLibvirt(Disk(bus: "sata"), "ide-hd"),
            Reported("COLO0307", Host("\"sda\", [|Bus = DiskBus.Virtio|]"))
                .AcceptedByLibvirt(Disk(dev: "sda"), "virtio-blk-pci"),
            Reported("COLO0307", Host("\"hda\", [|Bus = DiskBus.Virtio|]"))
                .AcceptedByLibvirt(Disk(dev: "hda"), "virtio-blk-pci")),
        new("alias without `ua-`, or `ua-my.disk` (bad char)", Reported("COLO0311", Host("\"vda\", [|Alias = \"ua-my.disk\"|]"))
            .AcceptedByLibvirt(Disk(more: "<alias name='ua-my.disk'/>"), "\"id\":\"virtio-disk0\"")),
        new("nbd no host or 2 hosts",
            Reported("COLO0103", """
                [[|NbdSource(Format = DiskFormat.Raw, Export = "x")|]]
                record Client;
                """)
                .OnLibvirt(Network("<source protocol='nbd' name='x'/>"), "nbd protocol accepts only one host"),
            Reported("COLO0112", """
                [NbdSource(Format = DiskFormat.Raw, [|Host = "a"|], Socket = "/run/nbd")]
                record Client;
                """)
                .OnLibvirt(
                    Network("<source protocol='nbd' name='x'><host name='a'/><host transport='unix' socket='/run/nbd'/></source>"),
                    "nbd protocol accepts only one host")),
        new("iscsi no host", Inexpressible(NoSuchSource)),
        new("http no host", Inexpressible(NoSuchSource)
            .OnLibvirt(Network("<source protocol='http' name='x'/>"), "accepts only one host")),
        new("gluster no host", Inexpressible(NoSuchSource)
            .AcceptedByLibvirt(Network("<source protocol='gluster' name='pool/x'/>"), "\"server\":[]")),
        new("tls on rbd", Inexpressible(NoSuchSource)
            .OnLibvirt(
                Network("<source protocol='rbd' name='pool/x' tls='yes'><host name='a'/></source>"), "TLS transport is not supported for disk protocol 'rbd'")),
        new("`<encryption format='luks'>` without `<secret>`", Reported("COLO0105", """
            [FileSource([|Format = DiskFormat.Luks|])]
            record Image(string File);
            """)
            .AcceptedByLibvirt(
                Disk(source: "<source file='/a.qcow2'><encryption format='luks'/></source>"), "\"driver\":\"qcow2\",\"file\":\"libvirt-1-storage\"}")),
        new("secret not defined", RunTime),
        new("auth on a file disk", Inexpressible("There is no setting for it.")),
        new("relative path", Reported("COLO0107", """
            [FileSource(Format = DiskFormat.Qcow2, [|File = "a.qcow2"|])]
            record Image;
            """)
            .AcceptedByLibvirt(Disk(source: "<source file='a.qcow2'/>"), "\"filename\":\"a.qcow2\"")),
        new("serial > 20 on virtio; empty serial",
            Reported("COLO0313", Host("\"vda\", [|Serial = \"123456789012345678901\"|]"))
                .AcceptedByLibvirt(Disk(more: "<serial>123456789012345678901</serial>"), "\"serial\":\"123456789012345678901\""),
            Reported("COLO0309", Host("\"vda\", [|Serial = \"\"|]"))
                .AcceptedByLibvirt(Disk(more: "<serial></serial>"), "\"bootindex\":1}")),
        new("blockio 1000, or logical > physical", Reported("COLO0311", Host("\"vda\", [|LogicalBlockSize = 1000|]"))
            .AcceptedByLibvirt(Disk(more: "<blockio logical_block_size='1000'/>"), "\"logical_block_size\":1000")),
        new("iotune *_max without base; shareable+readonly; incomplete geometry; ide bus=2",
            Inexpressible("There are no settings for throttling."),
            Reported("COLO0311", Host("\"vda\", [|Cyls = 100|], [|Heads = 16|]"))
                .AcceptedByLibvirt(Disk(more: "<geometry cyls='100' heads='16'/>"), "\"cyls\":100,\"heads\":16}"),
            Reported("COLO0303", Host("[|\"hde\"|]"))
                .AcceptedByLibvirt(
                    Disk(dev: "hda", bus: "ide", more: "<address type='drive' controller='0' bus='2' target='0' unit='0'/>"), "ide.2")));

    private static string Host(string disk) => $$"""
        [Topology]
        partial record Host([Disk({{disk}})] Qcow2Image Root);
        """;

    /// <summary>A layer below the top with a number of its own.</summary>
    private static string Pinned(string number) => $$"""
        [FileSource(Format = DiskFormat.Qcow2, Index = {{number}})]
        record Base(string File);

        [FileSource(Format = DiskFormat.Qcow2)]
        record Overlay(string File, Base Backing);

        [Topology]
        partial record Host([[|Disk("vda")|]] Overlay Root);
        """;
}
