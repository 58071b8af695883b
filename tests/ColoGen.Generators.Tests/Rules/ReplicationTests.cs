namespace ColoGen.Generators.Tests.Rules;

public sealed class ReplicationTests
{
    [Theory]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Root R""", "")]
    [InlineData("""[HostDisk("a"), NbdExport] Image A, [Disk("vda"), BackingReference("a")] Root R""", "COLO0506")]
    [InlineData("""[HostDisk("a")] Image A, [Disk("vda"), BackingReference("a")] Root R""", "COLO0506")]
    [InlineData("""[HostDisk("a", ReadOnly = true), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Root R""", "COLO0507")]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Overlay A, [Disk("vda"), BackingReference("a", 1)] Root R""", "COLO0508")]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Root R, [Disk("vdb"), BackingReference("a")] Root S""", "COLO0510")]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda", ReadOnly = true), BackingReference("a")] Root R""", "COLO0511")]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Image A, [Disk("vda"), BackingReference("a")] Secondary R""", "COLO0512")]
    public void Of_a_secondary(string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters));

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

    [Fact]
    public void Of_an_unknown_mode() =>
        Assert.Equal("COLO0607", Ids.Of("[Replication((ReplicationMode)7)] public sealed record Replica(Remote Remote);"));

    [Fact]
    public void Of_a_replica_below_a_source() => Assert.Equal("COLO0513", Ids.Of(
        """
        [Replication(ReplicationMode.Primary)] public sealed record Replica(Remote Remote);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Top(string File, Replica Backing);
        """));
}
