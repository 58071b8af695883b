using ColoGen.Conformance.Tests.Catalogue.Rows;
using static ColoGen.Conformance.Tests.Catalogue.Rows.Case;

namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

internal static class QemuReplicationNode
{
    public static Table Table { get; } = new(
        "G. replication node at blockdev-add",
        4,
        new("secondary without top-id", Inexpressible("The top-id is derived: it is the top of the tree.")
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"replication","node-name":"r0","mode":"secondary","file":"c0"}
                """, "Missing the option top-id")),
        new("primary with top-id", Inexpressible("The top-id is derived: only a secondary has it.")
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"replication","node-name":"r0","mode":"primary","top-id":"r0","file":"c0"}
                """, "The primary side does not support option top-id")),
        new("primary over a local disk, not NBD", Reported("COLO0505", """
            [Replication(ReplicationMode.Primary)]
            record PrimaryReplica(RawImage [|Local|]);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"replication","node-name":"r0","mode":"primary","file":"c0"}
                """)),
        new("replication read-only", Reported("COLO0511", """
            [Topology]
            partial record Host(
                [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
                [Disk("vda", [|ReadOnly = true|]), BackingReference("parent0")] SecondaryRoot Root);
            """)
            .OnQemu("""
                {"driver":"null-co","node-name":"c0"}
                {"driver":"replication","node-name":"r0","mode":"primary","file":"c0","read-only":true}
                """)));
}
