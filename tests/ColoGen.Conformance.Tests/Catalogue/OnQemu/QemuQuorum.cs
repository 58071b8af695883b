using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuQuorum
{
    private const string NoCommand = "The command is in a pair's lists, which derive the quorum, the child and the node from what is declared.";

    public static Table Table { get; } = new(
        "F. Quorum and x-blockdev-change",
        32,
        new("vote-threshold > children", Reported("COLO0401", Root("[|VoteThreshold = 3|], ReadPattern = QuorumReadPattern.Fifo", 2))
            .OnQemu(Quorum("\"vote-threshold\":3,\"read-pattern\":\"fifo\"", 2), "threshold may not exceed children count")),
        new("vote-threshold > children, quorum pattern", Reported("COLO0401", Root("[|VoteThreshold = 3|]", 2))
            .OnQemu(Quorum("\"vote-threshold\":3,\"read-pattern\":\"quorum\"", 2), "threshold may not exceed children count")),
        new("vote-threshold 0", Reported("COLO0401", Root("[|VoteThreshold = 0|]", 1))
            .OnQemu(Quorum("\"vote-threshold\":0", 1), "Parameter 'vote-threshold' expects a value >= 1")),
        new("vote-threshold negative", Reported("COLO0401", Root("[|VoteThreshold = -1|]", 1))
            .OnQemu(Quorum("\"vote-threshold\":-1", 1), "Parameter 'vote-threshold' expects a value >= 1")),
        new("no children (empty list)",
            Reported("COLO0012", """
                [Quorum(VoteThreshold = 1)]
                record [|Root|];
                """)
                .OnQemu(Quorum("\"vote-threshold\":1", 0), "Number of provided children must be 1 or more"),
            RunTime),
        new("one child, pattern quorum", NotReported(Root("VoteThreshold = 1", 1)).OnQemu(Quorum("\"vote-threshold\":1", 1))),
        new("one child, fifo", NotReported(Root("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo", 1))
            .OnQemu(Quorum("\"vote-threshold\":1,\"read-pattern\":\"fifo\"", 1))),
        new("fifo + rewrite-corrupted", Reported("COLO0402", Root("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, [|RewriteCorrupted = true|]", 2))
            .OnQemu(Quorum("\"vote-threshold\":1,\"read-pattern\":\"fifo\",\"rewrite-corrupted\":true", 2))),
        new("fifo, vote-threshold 2 of 2", Reported("COLO0403", Root("[|VoteThreshold = 2|], ReadPattern = QuorumReadPattern.Fifo", 2))
            .OnQemu(Quorum("\"vote-threshold\":2,\"read-pattern\":\"fifo\"", 2))),
        new("blkverify with 3 children", Reported("COLO0404", Root("VoteThreshold = 2, [|Blkverify = true|]", 3))
            .OnQemu(
                Quorum("\"vote-threshold\":2,\"blkverify\":true", 3), "blkverify=on can only be set if there are exactly two files and vote-threshold is 2")),
        new("blkverify with 1 child", Reported("COLO0404", Root("VoteThreshold = 1, [|Blkverify = true|]", 1))
            .OnQemu(
                Quorum("\"vote-threshold\":1,\"blkverify\":true", 1), "blkverify=on can only be set if there are exactly two files and vote-threshold is 2")),
        new("blkverify, 2 children, threshold 1", Reported("COLO0404", Root("VoteThreshold = 1, [|Blkverify = true|]", 2))
            .OnQemu(
                Quorum("\"vote-threshold\":1,\"blkverify\":true", 2), "blkverify=on can only be set if there are exactly two files and vote-threshold is 2")),
        new("blkverify, 2 children, threshold 2", NotReported(Root("VoteThreshold = 2, Blkverify = true", 2))
            .OnQemu(Quorum("\"vote-threshold\":2,\"blkverify\":true", 2))),
        new("blkverify + rewrite-corrupted", Reported("COLO0405", Root("VoteThreshold = 2, Blkverify = true, [|RewriteCorrupted = true|]", 2))
            .OnQemu(Quorum("\"vote-threshold\":2,\"blkverify\":true,\"rewrite-corrupted\":true", 2), "rewrite-corrupted=on cannot be used with blkverify=on")),
        new("blkverify + fifo + 3 children", Reported("COLO0402", Root("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, [|Blkverify = true|]", 3))
            .OnQemu(Quorum("\"vote-threshold\":1,\"read-pattern\":\"fifo\",\"blkverify\":true", 3))),
        new("children of different size", Reported("COLO0409", """
            [FileSource(Format = DiskFormat.Raw, Size = 1 << 20)] record First(string File);
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Second(string File);
            [Quorum(VoteThreshold = 1)]
            record Root(First Local, Second [|Other|]);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0","size":1048576}
                {"driver":"null-co","node-name":"c1","size":2097152}
                {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["c0","c1"]}
                """, "Could not refresh total sector count: Input/output error")),
        new("... and exported", Reported("COLO0409", """
            [FileSource(Format = DiskFormat.Raw, Size = 1 << 20)] record First(string File);
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Second(string File);
            [Quorum(VoteThreshold = 1)]
            record Root(First Local, Second [|Other|]);
            """)),
        new("x-blockdev-change adds a child of another size", Reported("COLO0409", $$"""
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Local(string File);
            [NbdSource(Format = DiskFormat.Raw, Size = 1 << 20)] record Client(string Host, int Port);
            {{PairDeclarations.PrimaryReplica}}
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            record Root(Local Local, PrimaryReplica? [|Replica|]);
            """).OnQemu(OtherSize)),
        new("... then exported", Reported("COLO0409", $$"""
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Local(string File);
            [NbdSource(Format = DiskFormat.Raw, Size = 1 << 20)] record Client(string Host, int Port);
            {{PairDeclarations.PrimaryReplica}}
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            record Root(Local Local, PrimaryReplica? [|Replica|]);
            """)
            .OnQemu($$"""
                {{OtherSize}}
                {{SecondaryGraph.StartServer}}
                block-export-add {"type":"nbd","id":"e0","node-name":"q0","name":"q0","writable":true}
                """)),
        new("add a child twice", RunTime
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 2)}}
                x-blockdev-change {"parent":"q0","node":"c1"}
                """, "The node c1 already has a parent")),
        new("add a child that has another parent", Inexpressible("A layer that stands in two places is two layers, with nodes of their own.")
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                {"driver":"null-co","node-name":"c1"}
                {"driver":"raw","node-name":"n1","file":"c1"}
                x-blockdev-change {"parent":"q0","node":"c1"}
                """, "The node c1 already has a parent")),
        new("remove below the threshold", RunTime
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                x-blockdev-change {"parent":"q0","child":"children.0"}
                """, "The number of children cannot be lower than the vote threshold 1")),
        new("remove a child that is not there", RunTime
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                x-blockdev-change {"parent":"q0","child":"children.1"}
                """, "Node 'q0' does not have child 'children.1'")),
        new("x-blockdev-change: both node and child", Inexpressible(NoCommand)
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                {"driver":"null-co","node-name":"c1"}
                x-blockdev-change {"parent":"q0","child":"children.0","node":"c1"}
                """, "The parameters child and node are in conflict")),
        new("x-blockdev-change: neither", Inexpressible(NoCommand)
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                x-blockdev-change {"parent":"q0"}
                """, "Either child or node must be specified")),
        new("x-blockdev-change: parent unknown", Inexpressible(NoCommand)
            .OnQemu("""
                {"driver":"null-co","node-name":"c1"}
                x-blockdev-change {"parent":"q0","node":"c1"}
                """, "Cannot find device='q0' nor node-name='q0'")),
        new("x-blockdev-change: node unknown", Inexpressible(NoCommand)
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                x-blockdev-change {"parent":"q0","node":"nope"}
                """, "Node 'nope' not found")),
        new("x-blockdev-change: parent is not a quorum", Inexpressible(NoCommand)
            .OnQemu("""
                {"driver":"null-co","node-name":"c1"}
                {"driver":"null-co","node-name":"n0"}
                x-blockdev-change {"parent":"n0","node":"c1"}
                """, "The node n0 does not support adding a child")),
        new("child name after remove + add: add again, remove children.1", RunTime
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                {"driver":"null-co","node-name":"c1"}
                x-blockdev-change {"parent":"q0","node":"c1"}
                x-blockdev-change {"parent":"q0","child":"children.1"}
                x-blockdev-change {"parent":"q0","node":"c1"}
                x-blockdev-change {"parent":"q0","child":"children.1"}
                """)),
        new("children not removed: blockdev-del of a child", RunTime
            .OnQemu($$"""
                {{Quorum("\"vote-threshold\":1", 1)}}
                blockdev-del {"node-name":"c0"}
                """, "c0 is in use")),
        new("del backing of a chain", RunTime
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"qcow2","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                image qcow2 n1 1M
                {"driver":"qcow2","node-name":"n1","file":{"driver":"file","filename":"DIR/n1"},"backing":"n0"}
                blockdev-del {"node-name":"n0"}
                """, "Node 'n0' is busy: node is used as backing hd of 'n1'")),
        new("blockdev-del unknown", RunTime
            .OnQemu("""blockdev-del {"node-name":"nope"}""", "Failed to find node with node-name='nope'")));

    private static string OtherSize => """
        {"driver":"null-co","node-name":"c0","size":2097152}
        {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["c0"]}
        {"driver":"null-co","node-name":"c1","size":1048576}
        x-blockdev-change {"parent":"q0","node":"c1"}
        """;

    private static string Root(string settings, int children) => $$"""
        [Quorum({{settings}})]
        record Root({{string.Join(", ", Enumerable.Range(0, children).Select(child => $"RawImage Child{child}"))}});
        """;

    private static string Quorum(string options, int children) => $$"""
        {{string.Join('\n', Enumerable.Range(0, children).Select(child => $$"""{"driver":"null-co","node-name":"c{{child}}"}"""))}}
        {"driver":"quorum","node-name":"q0",{{options}},"children":[{{string.Join(',', Enumerable.Range(0, children).Select(child => $"\"c{child}\""))}}]}
        """;
}
