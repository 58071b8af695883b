namespace ColoGen.Conformance.Tests.Catalogue.OnQemu;

/// <summary>A pair without a mistake, for the rows that need both hosts.</summary>
internal static class PairDeclarations
{
    public const string Export = """
        [NbdSource(Format = DiskFormat.Raw)]
        record Client(string Host, int Port);

        """;

    public const string PrimaryReplica = """
        [Replication(ReplicationMode.Primary)]
        record PrimaryReplica(Client Remote);

        """;

    public const string PrimaryRoot = """
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)]
        record PrimaryRoot(RawImage Local, PrimaryReplica? Replica);

        """;

    public const string Hosts = """
        [Topology]
        partial record PrimaryHost([Disk("vda")] PrimaryRoot Root);

        [Topology]
        partial record SecondaryHost(
            [HostDisk("parent0"), NbdExport(Writable = true)] RawImage Parent,
            [Disk("vda"), BackingReference("parent0")] SecondaryRoot Root);

        """;

    public const string Pair = """
        [ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = 10809, MigrationPort = 9998)]
        partial record Pair(PrimaryHost [|Primary|], SecondaryHost Secondary, string NbdHost, string MigrationHost);
        """;
}
