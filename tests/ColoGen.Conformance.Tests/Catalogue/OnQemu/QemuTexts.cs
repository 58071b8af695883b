using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnQemu.SecondaryGraph;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuTexts
{
    private const string OnTop = "The device of a disk is on the top of its tree, which stands under nothing.";

    private const string OneHost = "A topology is one host; what the other host exports is not in it.";

    public static Table Table { get; } = new(
        "2.6 More texts",
        15,
        new("`-blockdev` on the command line", Inexpressible("What is wrong with a node is so in every document.")
            .OnQemu("""-blockdev {"driver":"raw","node-name":"n0","file":"nope"}""", "Cannot find device='nope' nor node-name='nope'")),
        new("broken JSON", Inexpressible("The documents are written by escapes that a test reads back.")
            .OnQemu("""-blockdev {"driver":}""", "JSON parse error, expecting value")),
        new("device on an unknown node", Inexpressible(OnTop)
            .OnQemu("""
                -M pc
                -device virtio-blk-pci,drive=nope
                """, "Property 'virtio-blk-device.drive' can't find value 'nope'")),
        new("two devices on one node", Inexpressible("Every disk has a tree of its own; over one image they are COLO0120.")
            .OnQemu("""
                -M pc
                -blockdev {"driver":"null-co","node-name":"n0"}
                -device virtio-blk-pci,id=vd0,drive=n0
                -device virtio-blk-pci,id=vd1,drive=n0
                """,
                "Permission conflict on node 'n0': permissions 'write' are both "
                + "required by block device '/machine/peripheral/vd0/virtio-backend' (uses node 'n0' as 'root' child) and "
                + "unshared by block device '/machine/peripheral/vd1/virtio-backend' (uses node 'n0' as 'root' child).")),
        new("device on active0 / on a quorum child", Inexpressible(OnTop)
            .OnQemu("""
                -M pc
                -blockdev {"driver":"null-co","node-name":"n0"}
                -device virtio-blk-pci,id=vd0,drive=n0
                {"driver":"replication","node-name":"r0","mode":"primary","file":"n0"}
                """,
                "Permission conflict on node 'n0': permissions 'write' are both "
                + "required by node 'r0' (uses node 'n0' as 'file' child) and unshared by block device")),
        new("device on a read-only node; device on hidden0; device id = node-name; node-name = device id",
            NotReported("""
                [Topology]
                partial record Host([Disk("vda", ReadOnly = true)] RawImage Root);
                """)
                .OnQemu("""
                    -M pc
                    -blockdev {"driver":"null-co","node-name":"vd0","read-only":true}
                    -device virtio-blk-pci,id=vd0,drive=vd0
                    """),
            Inexpressible(OnTop)),
        new("duplicate / bad device id",
            Reported("COLO0301", """
                [Topology]
                partial record Host([Disk("vda")] RawImage First, [Disk([|"vda"|])] RawImage Second);
                """)
                .OnQemu("""
                    -M pc
                    -blockdev {"driver":"null-co","node-name":"n0"}
                    -blockdev {"driver":"null-co","node-name":"n1"}
                    -device virtio-blk-pci,id=vd0,drive=n0
                    device_add {"driver":"virtio-blk-pci","id":"vd0","drive":"n1"}
                    """, "Duplicate device ID 'vd0'"),
            Reported("COLO0302", """
                [Topology]
                partial record Host([Disk([|"v d"|])] RawImage First);
                """)
                .OnQemu("""
                    -M pc
                    -blockdev {"driver":"null-co","node-name":"n0"}
                    device_add {"driver":"virtio-blk-pci","id":"v d","drive":"n0"}
                    """, "Parameter 'id' expects an identifier")),
        new("writable export of a node that has a device", Reported("COLO0801", """
            [Topology]
            partial record Host([Disk("vda"), NbdExport([|Writable = true|])] RawImage Root);
            """)
            .OnQemu($$"""
                -M pc
                -blockdev {"driver":"null-co","node-name":"parent0"}
                -device virtio-blk-pci,id=vd0,drive=parent0
                {{StartServer}}
                {{Export}}
                """,
                "Permission conflict on node 'parent0': permissions 'write' are both "
                + "required by an unnamed block device (uses node 'parent0' as 'root' child) and unshared by block device")),
        new("export of the base while a device is on a plain overlay (no replication between)", Reported("COLO0209", """
            [Topology]
            partial record Host(
                [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
                [[|Disk("vda")|]] OverParent Root);
            """)
            .OnQemu($$"""
                -M pc
                {{Parent}}
                {{Hidden}}
                device_add {"driver":"virtio-blk-pci","id":"vd0","drive":"hidden0"}
                {{StartServer}}
                {{Export}}
                """,
                "required by an unnamed block device (uses node 'parent0' as 'root' child) and "
                + "unshared by node 'hidden0' (uses node 'parent0' as 'backing' child).")),
        new("blockdev-del with a device on it", RunTime
            .OnQemu("""
                -M pc
                -blockdev {"driver":"null-co","node-name":"n0"}
                -device virtio-blk-pci,id=vd0,drive=n0
                blockdev-del {"node-name":"n0"}
                """, "Node n0 is in use")),
        new("image open in another process", RunTime
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                other {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                """, "Failed to get \"write\" lock")),
        new("same raw file, two devices (or device + export)", Reported("COLO0120", """
            [FileSource(Format = DiskFormat.Raw, File = "/images/disk.raw")]
            record Image;

            [Topology]
            partial record Host([Disk("vda")] Image First, [[|Disk("vdb")|]] Image Second);
            """)
            .OnQemu("""
                -M pc
                image raw n0 1M
                {"driver":"raw","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                {"driver":"raw","node-name":"n1","file":{"driver":"file","filename":"DIR/n0"}}
                device_add {"driver":"virtio-blk-pci","id":"vd0","drive":"n0"}
                device_add {"driver":"virtio-blk-pci","id":"vd1","drive":"n1"}
                """, "Failed to get \"write\" lock")),
        new("NBD client: unknown or missing export name", Reported("COLO0804", $$"""
            {{PairDeclarations.Export.Replace("DiskFormat.Raw", "DiskFormat.Raw, Export = \"nope\"")}}
            {{PairDeclarations.PrimaryReplica}}
            {{PairDeclarations.PrimaryRoot}}
            {{PairDeclarations.Hosts}}
            {{PairDeclarations.Pair}}
            """)
            .OnQemu($$"""
                {{StartServer}}
                other {"driver":"nbd","node-name":"n0","server":{"type":"unix","path":"DIR/nbd"},"export":"nope"}
                """, "Requested export not available")),
        new("NBD client rw on a read-only export",
            Inexpressible(OneHost)
                .OnQemu($$"""
                    {{Parent}}
                    {{StartServer}}
                    {{Export.Replace("true", "false")}}
                    other {"driver":"nbd","node-name":"n0","server":{"type":"unix","path":"DIR/nbd"},"export":"parent0","read-only":false}
                    """, "Permission denied"),
            Reported("COLO0506", """
                [Topology]
                partial record TheHostThatExports(
                    [HostDisk("parent0"), [|NbdExport|]] RawImage Parent,
                    [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root);
                """)),
        new("device_add in -M none", RunTime
            .OnQemu("""device_add {"driver":"virtio-blk-pci"}""", "No 'PCI' bus found for device 'virtio-blk-pci'")));
}
