using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuOptionsOfDrivers
{
    public static Table Table { get; } = new(
        "D. Files and driver options",
        11,
        new("missing file", NeedsTheFile
            .OnQemu("""{"driver":"file","node-name":"n0","filename":"nope.img"}""", "Could not open 'nope.img': No such file or directory")),
        new("folder missing", NeedsTheFile
            .OnQemu("""{"driver":"file","node-name":"n0","filename":"nodir/x.img"}""", "Could not open 'nodir/x.img': No such file or directory")),
        new("filename is a folder", NeedsTheFile
            .OnQemu("""{"driver":"file","node-name":"n0","filename":"DIR"}""", "': Is a directory")),
        new("qcow2 driver on a raw image", Reported("COLO0109", """
            [FileSource([|Format = DiskFormat.Qcow2|], File = "/images/disk.raw")]
            record Image;
            """)
            .OnQemu("""
                image raw n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                """, "Image is not in qcow2 format")),
        new("raw driver on a qcow2 image (silent)", Reported("COLO0109", """
            [FileSource([|Format = DiskFormat.Raw|], File = "/images/disk.qcow2")]
            record Image;
            """)
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"raw","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                """)),
        new("file driver filename with nbd:// url", Reported("COLO0108", """
            [FileSource(Format = DiskFormat.Raw, [|File = "nbd://127.0.0.1:1/x"|])]
            record Image;
            """)
            .OnQemu(
                """{"driver":"file","node-name":"n0","filename":"nbd://127.0.0.1:1/x"}""", "Could not open 'nbd://127.0.0.1:1/x': No such file or directory")),
        new("aio=native without cache.direct", Reported("COLO0602", """
            [Topology]
            partial record Host([Disk("vda", [|Io = DiskIo.Native|])] RawImage Root);
            """)
            .OnQemu("""
                image raw n0 1M
                {"driver":"file","node-name":"n0","filename":"DIR/n0","aio":"native"}
                """, "aio=native was specified, but it requires cache.direct=on, which was not specified.")),
        new("detect-zeroes=unmap without discard=unmap", Reported("COLO0603", """
            [Topology]
            partial record Host([Disk("vda", [|DetectZeroes = DiskDetectZeroes.Unmap|])] RawImage Root);
            """)
            .OnQemu(
                """{"driver":"null-co","node-name":"n0","detect-zeroes":"unmap"}""",
                "setting detect-zeroes to unmap is not allowed without setting discard operation to unmap")),
        new("locking=on", Inexpressible("There is no setting for it.")
            .OnQemu("""
                image raw n0 1M
                {"driver":"file","node-name":"n0","filename":"DIR/n0","locking":"on"}
                """)),
        new("qcow2: cache-size + l2-cache-size + refcount-cache-size", Inexpressible("There are no settings for the caches of qcow2.")
            .OnQemu(
                """
                image qcow2 n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"},
                """
                + "\"cache-size\":1048576,\"l2-cache-size\":524288,\"refcount-cache-size\":524288}",
                "cache-size, l2-cache-size and refcount-cache-size may not be set at the same time")),
        new("raw: offset+size past the end", Inexpressible("There are no settings for a part of an image.")
            .OnQemu(
                """{"driver":"raw","node-name":"n0","file":{"driver":"null-co","size":67108864},"offset":33554432,"size":67108864}""",
                "The sum of offset (33554432) and size (67108864) has to be smaller or equal to the  actual size of the containing file (67108864)")));
}
