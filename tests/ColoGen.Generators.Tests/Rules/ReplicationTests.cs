namespace ColoGen.Generators.Tests.Rules;

public sealed class ReplicationTests
{
    [Theory]
    [InlineData(
        "a writable export of the secondary disk",
        """[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Root R""",
        "")]
    [InlineData("a read-only export of the secondary disk", """[HostDisk("a"), NbdExport] Image A, [Disk("vda"), BackingReference("a")] Root R""", "COLO0506")]
    [InlineData("no export of the secondary disk", """[HostDisk("a")] Image A, [Disk("vda"), BackingReference("a")] Root R""", "COLO0506")]
    [InlineData(
        "a secondary disk that is read-only",
        """[HostDisk("a", ReadOnly = true), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Root R""",
        "COLO0507")]
    [InlineData(
        "a secondary disk that is a read-only disk of the guest",
        """[Disk("vdb", ReadOnly = true)] Image A, [Disk("vda"), BackingReference("vdb")] Root R""",
        "COLO0507")]
    [InlineData(
        "a secondary disk that is a CD-ROM",
        """[Disk("sdb", Bus = DiskBus.Sata, Device = DiskDevice.Cdrom)] Image A, [Disk("vda"), BackingReference("sdb")] Root R""",
        "COLO0507")]
    [InlineData(
        "a hidden disk over a layer below the secondary disk's top",
        """[HostDisk("a"), NbdExport(Writable = true)] Overlay A, [Disk("vda"), BackingReference("a", 1)] Root R""",
        "COLO0508")]
    [InlineData(
        "two hidden disks over one secondary disk",
        """[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Root R, [Disk("vdb"), BackingReference("a")] Root S""",
        "COLO0510")]
    [InlineData(
        "a guest that only reads",
        """[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda", ReadOnly = true), BackingReference("a")] Root R""",
        "COLO0511")]
    [InlineData(
        "a replica without a quorum",
        """[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Secondary R""",
        "COLO0512")]
    public void Of_a_secondary(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));

    [Theory]
    [InlineData("Active Active", "")]
    [InlineData("Image Active", "COLO0501")]
    [InlineData("Remote Active", "COLO0501")]
    [InlineData("MaybeOverlay Active", "COLO0501")]
    [InlineData("Quorum Active", "COLO0501")]
    [InlineData("Overlay Active", "COLO0502")]
    [InlineData("Open Active", "COLO0503")]
    [InlineData("Deep Active", "COLO0504")]
    public void Of_the_chain_of_a_secondary(string parameters, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Deep(string File, Overlay Backing);
        [Replication(ReplicationMode.Secondary)] public sealed record Replica({parameters});
        """));

    [Theory]
    [InlineData("Remote Remote", "")]
    [InlineData("Image Local", "COLO0505")]
    [InlineData("Volume Local", "COLO0505")]
    public void Of_a_primary(string parameters, string ids) =>
        Assert.Equal(ids, Ids.Of($"[Replication(ReplicationMode.Primary)] public sealed record Replica({parameters});"));

    [Theory]
    [InlineData("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo", "Image Local, Replica Replica", "")]
    [InlineData("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo", "Image? Local, Replica? Replica", "COLO0401")]
    [InlineData("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo", "Replica Replica, Image Local", "COLO0514")]
    [InlineData("VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo", "Replica Replica", "COLO0516")]
    [InlineData("VoteThreshold = 1", "Image Local, Replica Replica", "COLO0514")]
    [InlineData("VoteThreshold = 1", "Image[] Local, Replica Replica", "COLO0514")]
    [InlineData("VoteThreshold = 2", "Image Local, Image Other, Replica Replica", "COLO0514")]
    [InlineData("VoteThreshold = 2", "Image Local, Replica Replica", "COLO0516")]
    public void Of_a_quorum_with_a_primary_replica(string settings, string children, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [Replication(ReplicationMode.Primary)] public sealed record Replica(Remote Remote);
        [Quorum({settings})] public sealed record Vote({children});
        """));

    [Theory]
    [InlineData("""[HostDisk("a")] Replica A""", "")]
    [InlineData("""[Disk("vda")] Replica A""", "COLO0516")]
    [InlineData("""[HostDisk("a")] Replica A, [HostDisk("o"), BackingReference("a")] Open O""", "COLO0516")]
    [InlineData("""[HostDisk("a")] Replica A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0509")]
    [InlineData("""[HostDisk("a")] Replica A, [Disk("vda"), BackingReference("a", 1)] Open O""", "COLO0509")]
    [InlineData("""[HostDisk("a")] Primary A, [Disk("vda"), BackingReference("a", 1)] Open O""", "")]
    [InlineData("""[HostDisk("a")] Primary A, [Disk("vda"), BackingReference("a", 2)] Open O""", "COLO0516")]
    [InlineData("""[HostDisk("a")] Primary A, [Disk("vda"), BackingReference("a", 3)] Open O""", "COLO0509")]
    public void Of_a_primary_replica_alone(string parameters, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [Replication(ReplicationMode.Primary)] public sealed record Replica(Remote Remote);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] public sealed record Primary(Image Local, Replica Next);
        [Topology] public sealed partial record Host({parameters});
        """));

    [Theory]
    [InlineData("Replica Next", "COLO0515")]
    [InlineData("Replica? Next", "")]
    [InlineData("Replica[] Next", "")]
    public void Of_a_primary_replica_beside_a_secondary_s(string next, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [Replication(ReplicationMode.Primary)] public sealed record Replica(Remote Remote);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] public sealed record Survivor(Secondary Local, {next});
        [Topology] public sealed partial record Host(
            [HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Survivor R);
        """));

    [Theory]
    [InlineData("Fifo", "Secondary Local, Image Other", "")]
    [InlineData("Fifo", "Image Other, Secondary Local", "COLO0517")]
    [InlineData("Fifo", "Image? Other, Secondary Local", "COLO0517")]
    [InlineData("Fifo", "Root Local, Image Other", "")]
    [InlineData("Fifo", "Image Other, Root Local", "COLO0517")]
    [InlineData("Fifo", "Secondary Local, Secondary Other", "")]
    [InlineData("Fifo", "Primary? Next, Secondary Local", "COLO0514")]
    [InlineData("Fifo", "Secondary Local, Primary? Next", "")]
    [InlineData("Fifo", "Image Other, Image Last", "")]
    [InlineData("Quorum", "Secondary Local, Image Other", "COLO0517")]
    [InlineData("Quorum", "Image Other, Secondary Local", "COLO0517")]
    [InlineData("Quorum", "Image Other, Secondary Local, Image Last", "COLO0517 COLO0517")]
    [InlineData("Quorum", "Secondary Local, Secondary Other", "")]
    [InlineData("Quorum", "Secondary Local, Root Other", "")]
    [InlineData("Quorum", "Secondary Local, Image[] Others", "COLO0517")]
    public void Of_what_is_beside_a_secondary_replica(string pattern, string children, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [Replication(ReplicationMode.Primary)] public sealed record Primary(Remote Remote);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.{pattern})] public sealed record Beside({children});
        """));

    [Fact]
    public void Of_an_unknown_mode() =>
        Assert.Equal("COLO0607", Ids.Of("[Replication((ReplicationMode)7)] public sealed record Replica(Remote Remote);"));

    [Fact]
    public void Of_a_replica_below_a_source() => Assert.Equal("COLO0513", Ids.Of(
        """
        [Replication(ReplicationMode.Primary)] public sealed record Replica(Remote Remote);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Top(string File, Replica Backing);
        """));

    [Fact]
    public void Of_a_quorum_with_a_replica_below_a_source() => Assert.Equal("COLO0513", Ids.Of(
        """
        [Replication(ReplicationMode.Primary)] public sealed record Replica(Remote Remote);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] public sealed record Copies(Image Local, Replica Replica);
        [Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo)] public sealed record Nested(Copies Copies);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Middle(string File, Nested Backing);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Top(string File, Middle Backing);
        """));
}
