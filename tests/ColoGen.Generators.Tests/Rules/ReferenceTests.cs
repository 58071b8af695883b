namespace ColoGen.Generators.Tests.Rules;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("""[HostDisk("o"), BackingReference("a")] Open O, [HostDisk("a")] Image A""", "")]
    [InlineData("""[HostDisk("a")] Overlay A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o")] Open O""", "COLO0201")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o"), BackingReference] Open O""", "COLO0201")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("b")] Open O""", "COLO0202")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("A")] Open O""", "COLO0202")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0203")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a", -1)] Open O""", "COLO0203")]
    [InlineData("""[HostDisk("a")] Quorum A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0203")]
    [InlineData("""[HostDisk("o"), BackingReference("o")] Open O""", "COLO0204")]
    [InlineData("""[HostDisk("o"), BackingReference("p")] Open O, [HostDisk("p"), BackingReference("o")] Open P""", "COLO0204")]
    [InlineData("""[HostDisk("o"), BackingReference("p")] Open O, [HostDisk("p"), BackingReference("q")] Open P, [HostDisk("q"), BackingReference("o")] Open Q""", "COLO0204")]
    [InlineData("""[HostDisk("o"), BackingReference("p")] Open O, [HostDisk("p"), BackingReference("q")] Open P, [HostDisk("q")] Image Q""", "")]
    [InlineData("""[HostDisk("o"), BackingReference("p")] Both O, [HostDisk("p"), BackingReference("o")] Open P""", "COLO0204")]
    [InlineData("""[HostDisk("q")] Image Q, [HostDisk("o"), BackingReference("q")] Open O, [HostDisk("p"), BackingReference("o")] Open P, [HostDisk("r"), BackingReference("r")] Open R""", "COLO0204")]
    [InlineData("""[Disk("vda"), BackingReference("vdb")] Open A, [Disk("vdb"), BackingReference("vda")] Open B""", "COLO0204 COLO0208")]
    [InlineData("""[HostDisk("a")] Image? A, [HostDisk("o"), BackingReference("a")] Open O""", "COLO0205")]
    [InlineData("""[HostDisk("a")] MaybeOverlay A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0205")]
    [InlineData("""[HostDisk("a")] MaybeOverlay A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("""[Disk("vda")] Image A, [HostDisk("o"), BackingReference("vda")] Open O""", "COLO0208")]
    [InlineData("""[Disk("vda", ReadOnly = true)] Image A, [HostDisk("o"), BackingReference("vda")] Open O""", "")]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Image A, [HostDisk("o"), BackingReference("a")] Open O""", "COLO0209")]
    [InlineData("""[HostDisk("a"), NbdExport] Image A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("""[HostDisk("a")] Mending A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0211")]
    [InlineData("""[HostDisk("a")] Mending A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("""[HostDisk("a"), NbdExport(Writable = true)] Mending A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0209")]
    [InlineData("""[Disk("vda")] Mending A, [HostDisk("o"), BackingReference("vda", 1)] Open O""", "COLO0208")]
    public void Of_a_reference(string parameters, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [Quorum(VoteThreshold = 1)] public sealed record Both(Open First, Image Second);
        [Quorum(VoteThreshold = 1, RewriteCorrupted = true)] public sealed record Mending(Image First, Image Second);
        [Topology] public sealed partial record Host({parameters});
        """));

    [Theory]
    [InlineData("", "")]
    [InlineData("Index = 1", "")]
    [InlineData("Index = 7", "")]
    [InlineData("Index = 2147483647", "")]
    [InlineData("Index = 0", "COLO0206")]
    [InlineData("Index = -1", "COLO0206")]
    public void Of_a_pinned_number(string pin, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Qcow2, {pin})] public sealed record Base(string File);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Top(string File, Base Backing);
        [Topology] public sealed partial record Host([HostDisk("a")] Top A);
        """.Replace(", )", ")")));

    [Fact]
    public void Of_a_pinned_top() => Assert.Equal("COLO0206", Ids.Of(
        """
        [FileSource(Format = DiskFormat.Qcow2, Index = 1)] public sealed record Base(string File);
        [Topology] public sealed partial record Host([HostDisk("a")] Base A);
        """));

    [Fact]
    public void Of_a_pinned_layer_that_is_used_twice() => Assert.Equal("COLO0206", Ids.Of(
        """
        [FileSource(Format = DiskFormat.Qcow2, Index = 5)] public sealed record Base(string File);
        [Quorum(VoteThreshold = 1)] public sealed record Top(Base A, Base B);
        [Topology] public sealed partial record Host([HostDisk("a")] Top A);
        """));

    [Theory]
    [InlineData("Image First, Image[] Last", "")]
    [InlineData("Image First, Overlay[] Last", "")]
    [InlineData("Image[] First, Image Last", "COLO0207")]
    [InlineData("Image[] First, Image[] Last", "COLO0207")]
    [InlineData("Quorum[] Quorums", "COLO0207")]
    [InlineData("Pinned First, Image[] Last", "COLO0207")]
    [InlineData("Pinned[] Last", "COLO0207")]
    public void Of_a_list(string children, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Qcow2, Index = 5)] public sealed record Pinned(string File);
        [Quorum(VoteThreshold = 1)] public sealed record Top({children});
        [Topology] public sealed partial record Host([HostDisk("a")] Top A);
        """));
}
