using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnQemu.SecondaryGraph;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuAccepted
{
    public static Table Table { get; } = new(
        "2.5 The silent ones",
        13,
        new("replica smaller than the primary disk", Reported("COLO0531", $$"""
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Local(string File);
            [FileSource(Format = DiskFormat.Raw, Size = 1 << 20)] record Parent(string File);
            {{PairDeclarations.Export}}
            {{PairDeclarations.PrimaryReplica}}
            {{PairDeclarations.PrimaryRoot.Replace("RawImage", "Local")}}
            {{PairDeclarations.Hosts.Replace("RawImage", "Parent")}}
            {{PairDeclarations.Pair.Replace("[|Primary|]", "Primary").Replace("SecondaryHost Secondary", "SecondaryHost [|Secondary|]")}}
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0","size":2097152}
                {"driver":"quorum","node-name":"q0","read-pattern":"fifo","vote-threshold":1,"children":["c0"]}
                {"driver":"null-co","node-name":"c1","size":1048576}
                x-blockdev-change {"parent":"q0","node":"c1"}
                human-monitor-command {"command-line":"qemu-io q0 \"write 1536k 64k\""}
                """, "bdrv_co_write_req_prepare")),
        new("wrong top-id / no backing / unequal lengths / no export on the secondary, in a live COLO start (run in 7.2 and 11.1.3)",
            Inexpressible("The top-id is derived: it is the top of the tree that the replication stands in."),
            Reported("COLO0501", """
                [Replication(ReplicationMode.Secondary)]
                record Wrong(Qcow2Image [|Active|]);
                """),
            Reported("COLO0532", """
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Parent(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 2 << 20), BackingReference("parent0")] record Hidden(string File);
            [FileSource(Format = DiskFormat.Qcow2, Size = 1 << 20)] record Active(string File, Hidden Backing);
            [Replication(ReplicationMode.Secondary)] record OtherReplica(Active Active);
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] record OtherRoot(OtherReplica Local);
            [Topology]
            partial record Host([HostDisk("parent0"), NbdExport(Writable = true)] Parent Parent, [[|Disk("vda")|]] OtherRoot Root);
            """),
            Reported("COLO0506", """
                [Topology]
                partial record Host([[|HostDisk("parent0")|]] RawImage Parent, [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root);
                """)),
        new("no replication node on S (plain overlay)", Reported("COLO0209", """
            [Topology]
            partial record Host(
                [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
                [[|Disk("vda")|]] OverParent Root);
            """)),
        new("replica never attached on P, S complete (7.2, 11.1.3)", Reported("COLO0525", $$"""
            {{PairDeclarations.PrimaryRoot.Replace(", PrimaryReplica? Replica", "")}}
            {{PairDeclarations.Hosts}}
            {{PairDeclarations.Pair}}
            """)),
        new("writes between attach and COLO start", RunTime),
        new("fifo + rewrite-corrupted, fifo + blkverify",
            Reported("COLO0402", """
                [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, [|RewriteCorrupted = true|])]
                record Root(RawImage Local, RawImage Second);
                """)
                .OnQemu("""
                    {"driver":"null-co","node-name":"c0"}
                    {"driver":"quorum","node-name":"q0","read-pattern":"fifo","vote-threshold":1,"rewrite-corrupted":true,"children":["c0"]}
                    """),
            Reported("COLO0402", """
                [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, [|Blkverify = true|])]
                record Root(RawImage Local, RawImage Second);
                """)
                .OnQemu("""
                    {"driver":"null-co","node-name":"c0"}
                    {"driver":"quorum","node-name":"q0","read-pattern":"fifo","vote-threshold":1,"blkverify":true,"children":["c0"]}
                    """)),
        new("quorum children of unequal size via x-blockdev-change", Reported("COLO0409", $$"""
            [FileSource(Format = DiskFormat.Raw, Size = 2 << 20)] record Local(string File);
            [NbdSource(Format = DiskFormat.Raw, Size = 1 << 20)] record Client(string Host, int Port);
            {{PairDeclarations.PrimaryReplica}}
            [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
            record Root(Local Local, PrimaryReplica? [|Replica|]);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0","size":2097152}
                {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["c0"]}
                {"driver":"null-co","node-name":"c1","size":1048576}
                x-blockdev-change {"parent":"q0","node":"c1"}
                """)),
        new("raw driver over a qcow2 file", Reported("COLO0109", """
            [FileSource([|Format = DiskFormat.Raw|], File = "/images/disk.qcow2")]
            record Image;
            """)
            .OnQemu("""
                image qcow2 n0 1M
                {"driver":"raw","node-name":"n0","file":{"driver":"file","filename":"DIR/n0"}}
                """)),
        new("backing left out and no backing in the image header", Reported("COLO0501", """
            [Replication(ReplicationMode.Secondary)]
            record Wrong(Qcow2Image [|Active|]);
            """)
            .OnQemu("""
                image qcow2 active 1M
                {"driver":"qcow2","node-name":"active0","file":{"driver":"file","filename":"DIR/active"}}
                {"driver":"replication","node-name":"replication0","mode":"secondary","top-id":"replication0","file":"active0"}
                """)),
        new("replication mode=primary over a local node", Reported("COLO0505", """
            [Replication(ReplicationMode.Primary)]
            record PrimaryReplica(Qcow2Image [|Local|]);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"replication","node-name":"r0","mode":"primary","file":"c0"}
                """)),
        new("port 70000",
            Reported("COLO0601", $$"""
                {{PairDeclarations.Export}}
                {{PairDeclarations.PrimaryReplica}}
                {{PairDeclarations.PrimaryRoot}}
                {{PairDeclarations.Hosts}}
                {{PairDeclarations.Pair.Replace("[|Primary|]", "Primary").Replace("NbdPort = 10809", "[|NbdPort = 70000|]")}}
                """)
                .OnQemu("""nbd-server-start {"addr":{"type":"inet","data":{"host":"127.0.0.1","port":"70000"}}}"""),
            Reported("COLO0601", """
                [NbdSource(Format = DiskFormat.Raw, Host = "127.0.0.1", [|Port = 70000|])]
                record Client;
                """)),
        new("two writable exports of two nodes over one raw file; writable export of a base under an exported overlay",
            Reported("COLO0120", """
                [FileSource(Format = DiskFormat.Raw, File = "/images/disk.raw")]
                record Image;

                [Topology]
                partial record Host(
                    [HostDisk("first"), NbdExport(Writable = true)] Image First,
                    [[|HostDisk("second")|], NbdExport(Writable = true)] Image Second);
                """),
            Reported("COLO0209", """
                [Topology]
                partial record Host(
                    [HostDisk("base"), NbdExport(Writable = true)] RawImage Base,
                    [HostDisk("overlay"), NbdExport, BackingReference([|"base"|])] OverOpen Overlay);
                """)
                .OnQemu($$"""
                    {{Parent}}
                    {{Hidden}}
                    {{StartServer}}
                    {{Export}}
                    block-export-add {"type":"nbd","id":"hidden0","node-name":"hidden0","name":"hidden0"}
                    """)),
        new("vote-threshold=2 with fifo", Reported("COLO0403", """
            [Quorum([|VoteThreshold = 2|], ReadPattern = QuorumReadPattern.Fifo)]
            record Root(RawImage Local, RawImage Second);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"null-co","node-name":"c1"}
                {"driver":"quorum","node-name":"q0","read-pattern":"fifo","vote-threshold":2,"children":["c0","c1"]}
                """)));
}
