using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnQemu.SecondaryGraph;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuReplicationStart
{
    private const string NoTop = "No top_bs or it is invalid";

    private const string NoActiveBacking = "Active disk doesn't have backing file";

    private const string NoHiddenBacking = "Hidden disk doesn't have backing file";

    private const string NotTheSame = "Active disk, hidden disk, secondary disk's length are not the same";

    private const string TopId = "The top-id is derived: it is the top of the tree that the replication stands in.";

    public static Table Table { get; } = new(
        "H. replication at start",
        34,
        new("good graph", NotReported(Secondary()).OnQemu(With())),
        new("good graph, no quorum, top-id = replication node itself", Reported("COLO0512", """
            [Topology]
            partial record Host(
                [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
                [Disk([|"vda"|]), BackingReference("parent0")] SecondaryReplica Root);
            """)
            .OnQemu(With(topId: "replication0", top: ""))),
        new("quorum above, top-id = replication node (not a root)",
            Inexpressible(TopId).OnQemu(With(topId: "replication0"), NoTop),
            Reported("COLO0509", """
                [Topology]
                partial record Host(
                    [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
                    [HostDisk("replica"), BackingReference("parent0")] SecondaryRoot Replica,
                    [Disk("vda"), BackingReference([|"replica"|])] OverOpen Root);
                """)
                .OnQemu(With(top: Top + "\n" + Qcow2("overlay", "\"backing\":\"quorum0\"")), NoTop)),
        new("top-id dangling", Inexpressible(TopId).OnQemu(With(topId: "nope"), NoTop)),
        new("top-id empty string", Inexpressible(TopId).OnQemu(With(topId: ""), NoTop)),
        new("top-id = secondary disk", Inexpressible(TopId).OnQemu(With(topId: "parent0"), NoTop)),
        new("top-id = unrelated root", Inexpressible(TopId)
            .OnQemu(With(topId: "other", top: Top + "\n" + """{"driver":"null-co","node-name":"other"}"""), NoTop)),
        new("active disk raw", Reported("COLO0501", """
            [Replication(ReplicationMode.Secondary)]
            record Wrong(RawImage [|Active|]);
            """)
            .OnQemu(With(active: """{"driver":"raw","node-name":"active0","file":{"driver":"null-co","size":1048576}}"""), NoActiveBacking)),
        new("active disk without backing", Reported("COLO0501", """
            [Replication(ReplicationMode.Secondary)]
            record Wrong(Qcow2Image [|Active|]);
            """)
            .OnQemu(With(active: Qcow2("active", "\"backing\":null")), NoActiveBacking)),
        new("active disk qcow2, backing option absent and none in header", Reported("COLO0501", """
            [Replication(ReplicationMode.Secondary)]
            record Wrong(Qcow2Image [|Active|]);
            """)
            .OnQemu(With(active: Qcow2("active", "\"read-only\":false")), NoActiveBacking)),
        new("active disk qed (no make_empty)", Reported("COLO0501", """
            [FileSource(Format = DiskFormat.Qed)]
            record QedDisk(string File, OverParent Backing);

            [Replication(ReplicationMode.Secondary)]
            record Wrong(QedDisk [|Active|]);
            """)
            .OnQemu(With(active: """
                image qed active 1M
                {"driver":"qed","node-name":"active0","file":{"driver":"file","filename":"DIR/active"},"backing":"hidden0"}
                """), "Active disk or hidden disk doesn't support make_empty")),
        new("hidden disk raw", Reported("COLO0502", """
            [FileSource(Format = DiskFormat.Qcow2)]
            record OverRaw(string File, RawImage Backing);

            [Replication(ReplicationMode.Secondary)]
            record Wrong(OverRaw [|Active|]);
            """)
            .OnQemu(With(hidden: """{"driver":"raw","node-name":"hidden0","file":{"driver":"null-co","size":1048576}}"""), NoHiddenBacking)),
        new("hidden disk without backing", Reported("COLO0502", """
            [FileSource(Format = DiskFormat.Qcow2)]
            record OverQcow2(string File, Qcow2Image Backing);

            [Replication(ReplicationMode.Secondary)]
            record Wrong(OverQcow2 [|Active|]);
            """)
            .OnQemu(With(hidden: Qcow2("hidden", "\"backing\":null")), NoHiddenBacking)),
        new("active directly over the secondary disk (no hidden)", Reported("COLO0503", """
            [Replication(ReplicationMode.Secondary)]
            record Wrong(OverParent [|Active|]);
            """)
            .OnQemu(With(active: Qcow2("active", "\"backing\":\"parent0\"")), NoHiddenBacking)),
        new("extra layer: secondary disk itself an overlay", NotReported("""
            [FileSource(Format = DiskFormat.Qcow2)]
            record Overlay(string File, RawImage Backing);

            [Topology]
            partial record Host(
                [HostDisk("parent0"), NbdExport(Writable = true)] Overlay Parent,
                [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root);
            """)
            .OnQemu(With(parent: """
                image raw base 1M
                {"driver":"raw","node-name":"base","file":{"driver":"file","filename":"DIR/base"}}
                image qcow2 parent 1M
                {"driver":"qcow2","node-name":"parent0","file":{"driver":"file","filename":"DIR/parent"},"backing":"base"}
                """))),
        new("active smaller", Reported("COLO0532", """
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Parent(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 2 << 20), BackingReference("parent0")] record Hidden(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 1 << 20)] record Active(string File, Hidden Backing);
            [Replication(ReplicationMode.Secondary)] record OtherReplica(Active Active);
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] record OtherRoot(OtherReplica Local);
            [Topology]
            partial record Host([HostDisk("parent0"), NbdExport(Writable = true)] Parent Parent, [[|Disk("vda")|]] OtherRoot Root);
            """).OnQemu(With(parent: Parent.Replace("1M", "2M"), hidden: Hidden.Replace("1M", "2M")), NotTheSame)),
        new("hidden smaller", Reported("COLO0532", """
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Parent(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 1 << 20), BackingReference("parent0")] record Hidden(string File);
            [FileSource(Format = DiskFormat.Qcow2)] record Active(string File, Hidden Backing);
            [Replication(ReplicationMode.Secondary)] record OtherReplica(Active Active);
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] record OtherRoot(OtherReplica Local);
            [Topology]
            partial record Host([HostDisk("parent0"), NbdExport(Writable = true)] Parent Parent, [[|Disk("vda")|]] OtherRoot Root);
            """).OnQemu(With(parent: Parent.Replace("1M", "2M"), active: Active.Replace("1M", "2M")), NotTheSame)),
        new("secondary disk smaller", Reported("COLO0532", """
            [FileSource(Format = DiskFormat.Raw, Size = 1 << 20)] record Parent(string File);
            [FileSource(Format = DiskFormat.Qcow2), BackingReference("parent0")] record Hidden(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 2 << 20)] record Active(string File, Hidden Backing);
            [Replication(ReplicationMode.Secondary)] record OtherReplica(Active Active);
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] record OtherRoot(OtherReplica Local);
            [Topology]
            partial record Host([HostDisk("parent0"), NbdExport(Writable = true)] Parent Parent, [[|Disk("vda")|]] OtherRoot Root);
            """).OnQemu(With(hidden: Hidden.Replace("1M", "2M"), active: Active.Replace("1M", "2M")), NotTheSame)),
        new("secondary disk raw, same size", NotReported(Secondary()).OnQemu(With())),
        new("no NBD export of the secondary disk", Reported("COLO0506", Secondary(parent: "[|HostDisk(\"parent0\")|]"))
            .OnQemu(With(export: ""), "The secondary disk doesn't have block backend")),
        new("read-only NBD export of the secondary disk", Reported("COLO0506", Secondary(parent: "HostDisk(\"parent0\"), [|NbdExport|]"))
            .OnQemu(With(export: Export.Replace("true", "false")))),
        new("secondary disk read-only, not exported writable",
            Reported("COLO0507", Secondary(parent: "HostDisk(\"parent0\", [|ReadOnly = true|]), NbdExport(Writable = true)"))
                .OnQemu(With(
                    parent: Parent.Replace("\"parent0\",", "\"parent0\",\"read-only\":true,"), export: Export.Replace("true", "false")))),
        new("hidden disk read-only node", Inexpressible("A backing layer is opened read-only, but for the hidden disk, which replication writes.")
            .OnQemu(With(hidden: Hidden.Replace("\"hidden0\",", "\"hidden0\",\"read-only\":true,")))),
        new("hidden disk auto-read-only", Inexpressible("Only storage nodes are auto-read-only.")
            .OnQemu(With(hidden: Hidden.Replace("\"hidden0\",", "\"hidden0\",\"auto-read-only\":true,")))),
        new("start twice", RunTime.OnQemu(With(then: Start), "Block replication is running or done")),
        new("secondary node started as primary", RunTime
            .OnQemu(With().Replace("\"primary\":false", "\"primary\":true"), "The parameter mode's value is invalid, needs 1, but got 0")),
        new("primary node started as secondary",
            Inexpressible("A layer that stands in two places is two layers, with nodes of their own; over one image they are COLO0120.")
                .OnQemu("""
                    {"driver":"null-co","node-name":"c0"}
                    {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["c0"]}
                    {"driver":"replication","node-name":"r0","mode":"primary","file":"c0"}
                    """,
                    "Permission conflict on node 'c0': permissions 'write' are both "
                    + "required by node 'r0' (uses node 'c0' as 'file' child) and "
                    + "unshared by node 'q0' (uses node 'c0' as 'children.0' child).")),
        new("primary node over local disk started",
            Reported("COLO0505", """
                [Replication(ReplicationMode.Primary)]
                record PrimaryReplica(Volume [|Local|]);
                """)
                .OnQemu("""
                    {"driver":"null-co","node-name":"c0"}
                    {"driver":"replication","node-name":"r0","mode":"primary","file":"c0"}
                    xen-set-replication {"enable":true,"primary":true}
                    """),
            Reported("COLO0505", """
                [Quorum(VoteThreshold = 1)]
                record Mirror(Volume First, Volume Second);

                [Replication(ReplicationMode.Primary)]
                record PrimaryReplica(Mirror [|Local|]);
                """)),
        new("no replication node at all", Reported("COLO0209", """
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            record Root(ActiveDisk Local);

            [Topology]
            partial record Host(
                [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
                [Disk("vda"), BackingReference([|"parent0"|])] Root Root);
            """)
            .OnQemu($$"""
                {{Parent}}
                {{Hidden}}
                {{Active}}
                {{StartServer}}
                {{Export}}
                {{Start}}
                """)),
        new("replication node not under the quorum named by top-id", Inexpressible(TopId)
            .OnQemu(With(top: """
                {"driver":"null-co","node-name":"c0"}
                {"driver":"quorum","node-name":"quorum0","read-pattern":"fifo","vote-threshold":1,"children":["c0"]}
                """), NoTop)),
        new("checkpoint without start", RunTime
            .OnQemu(With().Replace(Start, "xen-colo-do-checkpoint"), "Backup job was cancelled unexpectedly")),
        new("stop without start", RunTime
            .OnQemu(With().Replace(Start, """xen-set-replication {"enable":false,"primary":false,"failover":false}"""), "Block replication is not running")),
        new("two disks: second one has a bad top-id", Inexpressible(TopId).OnQemu(TwoDisks("nope"), NoTop)),
        new("two disks: both top-ids name the same quorum", Inexpressible(TopId).OnQemu(TwoDisks("quorum0"), NoTop)));

    private static string Secondary(string parent = "HostDisk(\"parent0\"), NbdExport(Writable = true)") => $$"""
        [Topology]
        partial record Host([{{parent}}] RawImage Parent, [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root);
        """;

    private static string Qcow2(string name, string options) => $$"""
        image qcow2 {{name}} 1M
        {"driver":"qcow2","node-name":"{{name}}0","file":{"driver":"file","filename":"DIR/{{name}}"},{{options}}}
        """;

    /// <summary>A good disk, and one beside it.</summary>
    private static string TwoDisks(string secondTopId) =>
        With().Replace(Start, "") + With(topId: "TOP").Replace(StartServer, "").Replace("0\"", "1\"").Replace("0 1M", "1 1M").Replace("TOP", secondTopId);
}
