using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnQemu.SecondaryGraph;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuSharing
{
    public static Table Table { get; } = new(
        "E. Sharing and permissions",
        10,
        new("same file, two file nodes, unused", Reported("COLO0120", Twice("Raw", "", "[|HostDisk(\"second\")|]"))
            .OnQemu("""
                image raw n0 1M
                {"driver":"file","node-name":"f0","filename":"DIR/n0"}
                {"driver":"file","node-name":"f1","filename":"DIR/n0"}
                """)),
        new("same file, two raw nodes rw, unused", Reported("COLO0120", Twice("Raw", "", "[|HostDisk(\"second\")|]"))
            .OnQemu("""
                image raw n0 1M
                {"driver":"raw","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                {"driver":"raw","node-name":"n1","file":{"driver":"file","filename":"DIR/n0"}}
                """)),
        new("same qcow2, two qcow2 nodes rw", Reported("COLO0120", Twice("Qcow2", "", "[|HostDisk(\"second\")|]"))
            .OnQemu(Qcow2Twice("", ""), "Failed to get \"write\" lock")),
        new("same qcow2, second read-only", Reported("COLO0120", Twice("Qcow2", "", "[|HostDisk(\"second\", ReadOnly = true)|]"))
            .OnQemu(Qcow2Twice("", ",\"read-only\":true"), "Failed to get shared \"write\" lock")),
        new("same qcow2, both read-only", NotReported(Twice("Qcow2", ", ReadOnly = true", "HostDisk(\"second\", ReadOnly = true)"))
            .OnQemu(Qcow2Twice(",\"read-only\":true", ",\"read-only\":true"))),
        new("same qcow2, second read-only + force-share", Inexpressible("There is no setting for it.")
            .OnQemu(Qcow2Twice("", ",\"read-only\":true,\"force-share\":true"))),
        new("same raw file: two writable exports", Reported("COLO0120", """
            [FileSource(Format = DiskFormat.Raw, File = "/images/disk.raw")]
            record Image;

            [Topology]
            partial record Host(
                [HostDisk("first"), NbdExport(Writable = true)] Image First,
                [[|HostDisk("second")|], NbdExport(Writable = true)] Image Second);
            """)
            .OnQemu($$$"""
                {{{StartServer}}}
                image raw n0 1M
                {"driver":"raw","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                {"driver":"raw","node-name":"n1","file":{"driver":"file","filename":"DIR/n0"}}
                block-export-add {"type":"nbd","id":"e0","node-name":"n0","name":"n0","writable":true}
                block-export-add {"type":"nbd","id":"e1","node-name":"n1","name":"n1","writable":true}
                """)),
        new("two qcow2 nodes over one file node", Inexpressible("Every source has a storage node of its own.")
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"file","node-name":"f0","filename":"DIR/n0"}
                {"driver":"qcow2","node-name":"n0","file":"f0"}
                {"driver":"qcow2","node-name":"n1","file":"f0"}
                """,
                "Permission conflict on node 'f0': permissions 'write, resize' are both "
                + "required by node 'n0' (uses node 'f0' as 'file' child) and "
                + "unshared by node 'n1' (uses node 'f0' as 'file' child).")),
        new("writable export of a backing node, overlay idle", Reported("COLO0209", """
            [Topology]
            partial record Host(
                [HostDisk("base"), NbdExport(Writable = true)] Qcow2Image Base,
                [HostDisk("overlay"), BackingReference([|"base"|])] OverOpen Overlay);
            """)
            .OnQemu($$$"""
                {{{StartServer}}}
                image qcow2 n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                image qcow2 n1 1M
                {"driver":"qcow2","node-name":"n1","file":{"driver":"file","filename":"DIR/n1"},"backing":"n0"}
                block-export-add {"type":"nbd","id":"e0","node-name":"n0","name":"n0","writable":true}
                """)),
        new("node is quorum child and exported writable", Inexpressible("What is exported is the top of a tree, and a quorum's child is not.")
            .OnQemu($$$"""
                {{{StartServer}}}
                {"driver":"null-co","node-name":"n0"}
                {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["n0"]}
                block-export-add {"type":"nbd","id":"e0","node-name":"n0","name":"n0","writable":true}
                """,
                "Permission conflict on node 'n0': permissions 'write' are both "
                + "required by an unnamed block device (uses node 'n0' as 'root' child) and "
                + "unshared by node 'q0' (uses node 'n0' as 'children.0' child).")));

    private static string Twice(string format, string first, string second) => $$$"""
        [FileSource(Format = DiskFormat.{{{format}}}, File = "/images/disk.{{{format.ToLowerInvariant()}}}")]
        record Image;

        [Topology]
        partial record Host([HostDisk("first"{{{first}}})] Image First, [{{{second}}}] Image Second);
        """;

    /// <summary>Two nodes on one qcow2 image.</summary>
    private static string Qcow2Twice(string first, string second) => $$$"""
        image qcow2 n0 1M
        {{{Qcow2("n0", first)}}}
        {{{Qcow2("n1", second)}}}
        """;

    private static string Qcow2(string name, string options) =>
        $$$"""{"driver":"qcow2","node-name":"{{{name}}}","file":{"driver":"file","filename":"DIR/n0"}{{{options}}}}""";
}
