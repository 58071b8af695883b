using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.OnQemu.SecondaryGraph;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuExports
{
    private const string Node = """{"driver":"null-co","node-name":"n0"}""";

    public static Table Table { get; } = new(
        "I. NBD server, exports, clients",
        15,
        new("server not started", RunTime
            .OnQemu($$"""
                {{Node}}
                {{ExportOf("e0", "x")}}
                """, "NBD server not running")),
        new("server started twice", RunTime
            .OnQemu($$"""
                {{StartServer}}
                {{StartServer}}
                """, "NBD server already running")),
        new("unknown node", Inexpressible("An export is said at the disk that it exports.")
            .OnQemu($$"""
                {{StartServer}}
                block-export-add {"type":"nbd","id":"e0","node-name":"nope","name":"x"}
                """, "Cannot find device='' nor node-name='nope'")),
        new("duplicate export id", Inexpressible("Nobody gives the id of an export, and no document has one.")
            .OnQemu($$"""
                {{StartServer}}
                {{Node}}
                {{ExportOf("e0", "x")}}
                {{ExportOf("e0", "y")}}
                """, "Block export id 'e0' is already in use")),
        new("duplicate export name", Reported("COLO0803", """
            [Topology]
            partial record Host(
                [HostDisk("n0"), NbdExport(Name = "x")] RawImage First,
                [HostDisk("n1"), NbdExport([|Name = "x"|])] RawImage Second);
            """)
            .OnQemu($$"""
                {{StartServer}}
                {{Node}}
                {{ExportOf("e0", "x")}}
                {{ExportOf("e1", "x")}}
                """, "NBD server already has export named 'x'")),
        new("bad export id", Inexpressible("Nobody gives the id of an export, and no document has one.")
            .OnQemu($$"""
                {{StartServer}}
                {{Node}}
                {{ExportOf("a b", "x")}}
                """, "Invalid block export id")),
        new("export name 4097 chars", Reported("COLO0114", $$"""
            [Topology]
            partial record Host([HostDisk("n0"), NbdExport([|Name = "{{new string('x', 4097)}}"|])] RawImage Image);
            """)
            .OnQemu($$"""
                {{StartServer}}
                {{Node}}
                {{ExportOf("e0", new string('x', 4097))}}
                """, "too long")),
        new("writable export of a read-only node", Reported("COLO0802", """
            [Topology]
            partial record Host([HostDisk("n0", ReadOnly = true), NbdExport([|Writable = true|])] RawImage Image);
            """)
            .OnQemu($$"""
                {{StartServer}}
                {"driver":"null-co","node-name":"n0","read-only":true}
                {{ExportOf("e0", "x")}}
                """, "Cannot export read-only node as writable")),
        new("legacy nbd-server-add", Inexpressible("No document has this command.")
            .OnQemu($$"""
                {{StartServer}}
                {{Node}}
                nbd-server-add {"device":"n0","writable":true}
                """)),
        new("legacy nbd-server-add unknown node", Inexpressible("No document has this command.")
            .OnQemu($$"""
                {{StartServer}}
                nbd-server-add {"device":"nope"}
                """, "Cannot find device='nope' nor node-name='nope'")),
        new("server type without data", Inexpressible("The address is written whole, from the pair's NbdHost and NbdPort.")
            .OnQemu("""nbd-server-start {"addr":{"type":"inet"}}""", "Parameter 'addr.data' is missing")),
        new("port out of range",
            Reported("COLO0601", """
                [NbdSource(Format = DiskFormat.Raw, Host = "127.0.0.1", [|Port = 70000|])]
                record Client;
                """),
            Reported("COLO0601", $$"""
                {{PairDeclarations.Export}}
                {{PairDeclarations.PrimaryReplica}}
                {{PairDeclarations.PrimaryRoot}}
                {{PairDeclarations.Hosts}}
                {{PairDeclarations.Pair.Replace("[|Primary|]", "Primary").Replace("NbdPort = 10809", "[|NbdPort = 70000|]")}}
                """)
                .OnQemu("""nbd-server-start {"addr":{"type":"inet","data":{"host":"127.0.0.1","port":"70000"}}}""")),
        new("port not a number", Reported("COLO0008", """
            [NbdSource(Format = DiskFormat.Raw)]
            record Client(string Host, string [|Port|]);
            """)
            .OnQemu(
                """nbd-server-start {"addr":{"type":"inet","data":{"host":"127.0.0.1","port":"abc"}}}""",
                "address resolution failed for 127.0.0.1:abc: Servname not supported for ai_socktype")),
        new("client: nobody listens", RunTime
            .OnQemu(
                """{"driver":"nbd","node-name":"n0","server":{"type":"inet","host":"127.0.0.1","port":"1"}}""",
                "Failed to connect to '127.0.0.1:1': Connection refused")),
        new("drive_add over HMP (legacy doc step)", NotReported("""
            [Topology]
            partial record TheDriveArgumentsDoIt([Disk("vda")] RawImage Root);
            """)
            .OnQemu("""human-monitor-command {"command-line":"drive_add -n buddy driver=null-co,node-name=n0"}""")));

    private static string ExportOf(string id, string name) =>
        $$"""block-export-add {"type":"nbd","id":"{{id}}","node-name":"n0","name":"{{name}}","writable":true}""";
}
