using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuReferences
{
    private const string Quorum = """
        {"driver":"null-co","node-name":"c0"}
        {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["c0"]}
        """;

    private const string Overlay = """
        image qcow2 n0 1M
        {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"},"backing":null}
        image qcow2 n1 1M
        {"driver":"qcow2","node-name":"n1","file":{"driver":"file","filename":"DIR/n1"},"backing":"n0"}
        """;

    public static Table Table { get; } = new(
        "C. References",
        13,
        new("dangling file reference", Inexpressible("What a layer stands on is a property of it; only a backing can be a reference.")
            .OnQemu("""{"driver":"raw","node-name":"n0","file":"nope"}""", "Cannot find device='nope' nor node-name='nope'")),
        new("dangling backing reference",
            Reported("COLO0202", """
                [FileSource(Format = DiskFormat.Qcow2), BackingReference([|"nope"|])]
                record Overlay(string File);

                [Topology]
                partial record Host([Disk("vda")] Overlay Root);
                """)
                .OnQemu("""
                    image qcow2 n0 1M
                    {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"},"backing":"nope"}
                    """, "Could not open backing file: Cannot find device='nope' nor node-name='nope'"),
            Reported("COLO0203", """
                [Topology]
                partial record Host(
                    [HostDisk("base")] Qcow2Image Base,
                    [Disk("vda"), BackingReference("base", [|3|])] OverOpen Root);
                """),
            Reported("COLO0201", """
                [Topology]
                partial record Host([[|Disk("vda")|]] OverOpen Root);
                """)),
        new("dangling quorum child", Inexpressible("A child is a property of the quorum.")
            .OnQemu("""{"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["nope"]}""", "Cannot find device='nope' nor node-name='nope'")),
        new("dangling replication file", Inexpressible("What a replication stands on is a property of it.")
            .OnQemu("""{"driver":"replication","node-name":"r0","mode":"primary","file":"nope"}""", "Cannot find device='nope' nor node-name='nope'")),
        new("self reference file", Reported("COLO0006", """
            [Replication(ReplicationMode.Primary)]
            record PrimaryReplica
            {
                public required PrimaryReplica [|Below|] { get; init; }
            }
            """)
            .OnQemu("""{"driver":"raw","node-name":"n0","file":"n0"}""", "Cannot find device='n0' nor node-name='n0'")),
        new("self reference backing", Reported("COLO0204", """
            [Topology]
            partial record Host([Disk("vda"), BackingReference([|"vda"|])] OverOpen Root);
            """)
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"},"backing":"n0"}
                """, "Making 'n0' a backing child of 'n0' would create a cycle")),
        new("forward reference (child added later)", NotReported("""
            [Topology]
            partial record TheDocumentsHaveTheBaseFirst(
                [Disk("vda"), BackingReference("base")] OverOpen Root,
                [HostDisk("base")] Qcow2Image Base);
            """)
            .OnQemu("""{"driver":"raw","node-name":"n0","file":"c0"}""", "Cannot find device='c0' nor node-name='c0'")),
        new("cycle via x-blockdev-change (node = parent)", Reported("COLO0006", """
            [Quorum(VoteThreshold = 1)]
            record Root(RawImage Local, Root? [|Replica|]);
            """)
            .OnQemu($$"""
                {{Quorum}}
                x-blockdev-change {"parent":"q0","node":"q0"}
                """, "Making 'q0' a children.1 child of 'q0' would create a cycle")),
        new("cycle via x-blockdev-change (ancestor)", Reported("COLO0006", """
            [Quorum(VoteThreshold = 1)]
            record Root(RawImage Local, PrimaryReplica? [|Replica|]);

            [Replication(ReplicationMode.Primary)]
            record PrimaryReplica(Root [|Root|]);
            """)
            .OnQemu($$"""
                {{Quorum}}
                {"driver":"quorum","node-name":"q1","vote-threshold":1,"children":["q0"]}
                x-blockdev-change {"parent":"q0","node":"q1"}
                """, "Making 'q1' a children.1 child of 'q0' would create a cycle")),
        new("cycle via blockdev-reopen backing", Reported("COLO0204", """
            [Topology]
            partial record Host(
                [HostDisk("n0"), BackingReference("n1")] OverOpen First,
                [HostDisk("n1"), BackingReference([|"n0"|])] OverOpen Second);
            """)
            .OnQemu($$"""
                {{Overlay}}
                blockdev-reopen {"options":[{"driver":"qcow2","node-name":"n0","file":"n0-file","backing":"n1"}]}
                """, "Making 'n1' a backing child of 'n0' would create a cycle")),
        new("backing given to a raw node", Reported("COLO0102", """
            [FileSource([|Format = DiskFormat.Raw|])]
            record Overlay(string File, Qcow2Image Backing);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"raw","node-name":"n0","file":{"driver":"null-co"},"backing":"c0"}
                """, "Parameter 'backing' is unexpected")),
        new("backing: null where the image has none", NotReported("""
            [Topology]
            partial record Host([Disk("vda")] Qcow2Image Root);
            """)
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"},"backing":null}
                """)),
        new("image header names a backing file, option absent", Inexpressible("The backing is always written, null where the chain ends.")));
}
