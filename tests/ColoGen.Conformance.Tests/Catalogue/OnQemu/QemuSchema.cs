using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuSchema
{
    private const string Child = """{"driver":"null-co","node-name":"c0"}""";

    public static Table Table { get; } = new(
        "A. Schema (QAPI input)",
        19,
        new("driver missing", Reported("COLO0101", """
            [[|FileSource|]]
            record Image(string File);
            """)
            .OnQemu("""{"node-name":"n0"}""", "Parameter 'driver' is missing")),
        new("unknown driver", Reported("COLO0101", """
            [FileSource([|Format = (DiskFormat)99|])]
            record Image(string File);
            """)
            .OnQemu("""{"driver":"qcow3","node-name":"n0"}""", "Parameter 'driver' does not accept value 'qcow3'")),
        new("unknown option", Inexpressible("An attribute has no argument but its driver's options.")
            .OnQemu("""{"driver":"null-co","node-name":"n0","foo":1}""", "Parameter 'foo' is unexpected")),
        new("option of another driver (top-id on quorum)", Inexpressible("An attribute has no argument but its driver's options.")
            .OnQemu($$"""
                {{Child}}
                {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":["c0"],"top-id":"q0"}
                """, "Parameter 'top-id' is unexpected")),
        new("vote-threshold as string", Reported("COLO0008", """
            [Quorum]
            record Root(RawImage Local, string [|VoteThreshold|]);
            """)
            .OnQemu($$"""
                {{Child}}
                {"driver":"quorum","node-name":"q0","vote-threshold":"1","children":["c0"]}
                """, "Invalid parameter type for 'vote-threshold', expected: integer")),
        new("replication without mode", Inexpressible("The mode is a parameter of the attribute's constructor.")
            .OnQemu($$"""
                {{Child}}
                {"driver":"replication","node-name":"r0","file":"c0"}
                """, "Parameter 'mode' is missing")),
        new("replication mode unknown", Reported("COLO0607", """
            [Replication([|(ReplicationMode)99|])]
            record PrimaryReplica(Remote Remote);
            """)
            .OnQemu($$"""
                {{Child}}
                {"driver":"replication","node-name":"r0","mode":"both","file":"c0"}
                """, "Parameter 'mode' does not accept value 'both'")),
        new("replication without file", Reported("COLO0012", """
            [Replication(ReplicationMode.Primary)]
            record [|PrimaryReplica|];
            """)
            .OnQemu("""{"driver":"replication","node-name":"r0","mode":"primary"}""", "Parameter 'file' is missing")),
        new("quorum without vote-threshold", Reported("COLO0103", """
            [[|Quorum|]]
            record Root(RawImage Local);
            """)
            .OnQemu($$"""
                {{Child}}
                {"driver":"quorum","node-name":"q0","children":["c0"]}
                """, "Parameter 'vote-threshold' is missing")),
        new("quorum without children", Reported("COLO0012", """
            [Quorum(VoteThreshold = 1)]
            record [|Root|];
            """)
            .OnQemu("""{"driver":"quorum","node-name":"q0","vote-threshold":1}""", "Parameter 'children' is missing")),
        new("quorum children not a list", Inexpressible("However many layers a quorum stands on, they are written as a list.")
            .OnQemu($$"""
                {{Child}}
                {"driver":"quorum","node-name":"q0","vote-threshold":1,"children":"c0"}
                """, "Invalid parameter type for 'children', expected: array")),
        new("read-pattern unknown", Reported("COLO0607", """
            [Quorum(VoteThreshold = 1, [|ReadPattern = (QuorumReadPattern)99|])]
            record Root(RawImage Local);
            """)
            .OnQemu($$"""
                {{Child}}
                {"driver":"quorum","node-name":"q0","vote-threshold":1,"read-pattern":"lifo","children":["c0"]}
                """, "Parameter 'read-pattern' does not accept value 'lifo'")),
        new("qcow2 without file", Inexpressible("A source is a format node over a storage node of its own.")
            .OnQemu("""{"driver":"qcow2","node-name":"n0"}""", "Parameter 'file' is missing")),
        new("nbd without server", Reported("COLO0103", """
            [[|NbdSource(Format = DiskFormat.Raw)|]]
            record Export(int Port);
            """)
            .OnQemu("""{"driver":"nbd","node-name":"n0"}""", "Parameter 'server' is missing")),
        new("nbd server without port", NotReported("""
            [NbdSource(Format = DiskFormat.Raw)]
            record WithThePortThatIsRegisteredForNbd(string Host);
            """)
            .OnQemu("""{"driver":"nbd","node-name":"n0","server":{"type":"inet","host":"127.0.0.1"}}""", "Parameter 'server.port' is missing")),
        new("nbd port as number", Inexpressible("The port is a number in C#, and is written as a string.")
            .OnQemu(
                """{"driver":"nbd","node-name":"n0","server":{"type":"inet","host":"127.0.0.1","port":1}}""",
                "Invalid parameter type for 'server.port', expected: string")),
        new("nbd legacy host/port", Inexpressible("No document has this form.")
            .OnQemu("""{"driver":"nbd","node-name":"n0","host":"127.0.0.1","port":"1"}""", "Parameter 'server' is missing")),
        new("file without filename", Reported("COLO0103", """
            [[|FileSource(Format = DiskFormat.Raw)|]]
            record Image;
            """)
            .OnQemu("""{"driver":"file","node-name":"n0"}""", "Parameter 'filename' is missing")),
        new("read-only as string", Inexpressible("ReadOnly is a bool.")
            .OnQemu("""{"driver":"null-co","node-name":"n0","read-only":"yes"}""", "Invalid parameter type for 'read-only', expected: boolean")));
}
