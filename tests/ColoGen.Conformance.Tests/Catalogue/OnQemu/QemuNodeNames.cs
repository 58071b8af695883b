using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

/// <summary>Nobody gives a node name: they are the dev of a disk, the number of a layer and at most <c>-storage</c>.</summary>
internal static class QemuNodeNames
{
    public static Table Table { get; } = new(
        "B. node-name",
        19,
        new("no node-name on root", Inexpressible("Every node is named after its disk and its number.")
            .OnQemu("""{"driver":"null-co"}""", "'node-name' must be specified for the root node")),
        new("node-name empty", Reported("COLO0302", Host("[|\"\"|]")).OnQemu(Node(""), "Invalid node-name: ''")),
        new("node-name 31 chars", NotReported(Host("\"a23456789012345678901\"")).OnQemu(Node("a234567890123456789012345678901"))),
        new("node-name 32 chars",
            Reported("COLO0305", Host("[|\"a234567890123456789012\"|]")).OnQemu(Node("a2345678901234567890123456789012"), "Node name too long")),
        new("node-name \"1abc\"", Reported("COLO0302", Host("[|\"1abc\"|]")).OnQemu(Node("1abc"), "Invalid node-name: '1abc'")),
        new("node-name \"a b\"", Reported("COLO0302", Host("[|\"a b\"|]")).OnQemu(Node("a b"), "Invalid node-name: 'a b'")),
        new("node-name \"a/b\"", Reported("COLO0302", Host("[|\"a/b\"|]")).OnQemu(Node("a/b"), "Invalid node-name: 'a/b'")),
        new("node-name \"#block0\"", Reported("COLO0302", Host("[|\"#block0\"|]")).OnQemu(Node("#block0"), "Invalid node-name: '#block0'")),
        new("node-name \"-a\"", Reported("COLO0302", Host("[|\"-a\"|]")).OnQemu(Node("-a"), "Invalid node-name: '-a'")),
        new("node-name \"_a\"", Reported("COLO0302", Host("[|\"_a\"|]")).OnQemu(Node("_a"), "Invalid node-name: '_a'")),
        new("node-name \"a.b-c_d\"", NotReported(Host("\"a.b-c_d\"")).OnQemu(Node("a.b-c_d"))),
        new("node-name \"a:b\"", Reported("COLO0302", Host("[|\"a:b\"|]")).OnQemu(Node("a:b"), "Invalid node-name: 'a:b'")),
        new("node-name \"a,b\"", Reported("COLO0302", Host("[|\"a,b\"|]")).OnQemu(Node("a,b"), "Invalid node-name: 'a,b'")),
        new("node-name \"ä\"", Reported("COLO0302", Host("[|\"ä\"|]")).OnQemu(Node("ä"), "Invalid node-name: 'ä'")),
        new("node-name \"aä\"", Reported("COLO0302", Host("[|\"aä\"|]")).OnQemu(Node("aä"), "Invalid node-name: 'aä'")),
        new("node-name \"a%\"", Reported("COLO0302", Host("[|\"a%\"|]")).OnQemu(Node("a%"), "Invalid node-name: 'a%'")),
        new("node-name duplicate",
            Reported("COLO0301", """
                [Topology]
                partial record Host([HostDisk("n0")] RawImage First, [HostDisk([|"n0"|])] RawImage Second);
                """)
                .OnQemu(Node("n0") + "\n" + Node("n0"), "Duplicate nodes with node-name='n0'"),
            Reported("COLO0314", """
                [FileSource(Format = DiskFormat.Qcow2)]
                record Base(string File, RawImage Backing);

                [Topology]
                partial record Host(
                    [HostDisk("base")] Base Base,
                    [HostDisk([|"base-1"|])] RawImage Spare,
                    [Disk("vda"), BackingReference("base", 1)] OverOpen Root);
                """)
                .OnQemu("""
                    -blockdev {"driver":"null-co","node-name":"base-1"}
                    -drive if=none,id=base-1,driver=null-co
                    """, "Device name 'base-1' conflicts with an existing node name")),
        new("child node-name duplicates the parent", Reported("COLO0206", """
            [FileSource(Format = DiskFormat.Raw, Index = 0)]
            record Base(string File);

            [FileSource(Format = DiskFormat.Raw, Index = 1)]
            record Left(string File);

            [FileSource(Format = DiskFormat.Raw, Index = 1)]
            record Right(string File);

            [Quorum(VoteThreshold = 2)]
            record Root(Left Left, Right Right);

            [Topology]
            partial record Host([[|HostDisk("n0")|]] Root Root);
            """)
            .OnQemu("""{"driver":"raw","node-name":"n0","file":{"driver":"null-co","node-name":"n0"}}""", "Duplicate nodes with node-name='n0'")),
        new("node-name differs only by case", Reported("COLO0312", """
            [Topology]
            partial record Host([HostDisk("n0")] RawImage First, [HostDisk([|"N0"|])] RawImage Second);
            """)
            .OnQemu(Node("n0") + "\n" + Node("N0"))));

    private static string Host(string dev) => $$"""
        [Topology]
        partial record Host([HostDisk({{dev}})] RawImage Image);
        """;

    private static string Node(string name) => $$"""{"driver":"null-co","node-name":"{{name}}"}""";
}
