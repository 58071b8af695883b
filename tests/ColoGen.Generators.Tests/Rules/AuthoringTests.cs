namespace ColoGen.Generators.Tests.Rules;

public sealed class AuthoringTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("""[Disk("vda")] Image Root""", "")]
    [InlineData("""[Disk("vda")] Image? Root""", "")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("b")] Image B""", "")]
    [InlineData("""[property: Disk("vda")] Image Root""", "")]
    [InlineData("""[Disk("vda")] string Root""", "COLO0004")]
    [InlineData("""[Disk("vda")] Image[] Root""", "COLO0004")]
    [InlineData("""[Disk("vda")] System.Collections.Generic.List<Image> Root""", "COLO0004")]
    [InlineData("""[Disk("vda")] object Root, [HostDisk("b")] int B""", "COLO0004 COLO0004")]
    [InlineData("""[Disk("vda"), HostDisk("b")] Image Root""", "COLO0005")]
    [InlineData("""Image Root""", "COLO0011")]
    [InlineData("""Image[] Roots, Image? Root""", "COLO0011 COLO0011")]
    [InlineData("""[NbdExport] Image Root""", "COLO0011")]
    [InlineData("""[Disk("vda")] Image Root, [Serial("vda")] string Serial""", "")]
    [InlineData("""[Disk("vda")] Image Root, [Serial("vda")] int Serial""", "COLO0008")]
    [InlineData("""[Disk("vda")] Image Root, [BootOrder("vda")] string Order""", "COLO0008")]
    [InlineData("""[Disk("vda", Serial = "S")] Image Root, [Serial("vda")] string Serial""", "COLO0010")]
    [InlineData("""[Disk("vda")] Image Root, [Serial("vda")] string One, [Serial("vda")] string Two""", "COLO0010")]
    public void Of_a_topology(string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters));

    [Theory]
    [InlineData("""[FileSource(Format = DiskFormat.Raw), Quorum(VoteThreshold = 1)] record Two(string File);""", "COLO0005")]
    [InlineData("""[FileSource(Format = DiskFormat.Raw)] class Two { public string File => "/"; }""", "COLO0001")]
    [InlineData("""[FileSource(Format = DiskFormat.Raw)] struct Two { public string File => "/"; }""", "COLO0001")]
    [InlineData("""[FileSource(Format = DiskFormat.Qcow2)] record Loop(string File, Loop? Next);""", "COLO0006")]
    [InlineData(
        """[FileSource(Format = DiskFormat.Qcow2)] record A(string File, B? Next); [FileSource(Format = DiskFormat.Qcow2)] record B(string File, A? Next);""",
        "COLO0006 COLO0006")]
    [InlineData("""[FileSource(Format = DiskFormat.Qcow2)] record Loop<T>(string File, Loop<Loop<T>>? Next);""", "COLO0006")]
    [InlineData("""[FileSource(Format = DiskFormat.Raw, File = "/x")] record Two(string File);""", "COLO0010")]
    [InlineData("""[FileSource(Format = DiskFormat.Qcow2)] record Two(string File, Image A, Image B);""", "COLO0012")]
    [InlineData("""[FileSource(Format = DiskFormat.Qcow2), BackingReference("a")] record Two(string File, Image A);""", "COLO0012")]
    [InlineData("""[FileSource(Format = DiskFormat.Qcow2)] record Two(string File, Image[] A);""", "COLO0012")]
    [InlineData("""[Quorum(VoteThreshold = 1)] record None;""", "COLO0012")]
    [InlineData("""[Quorum(VoteThreshold = 1), BackingReference("a")] record Two(Image A);""", "COLO0012")]
    [InlineData("""[Replication(ReplicationMode.Primary)] record Two(Remote A, Remote B);""", "COLO0012")]
    [InlineData("""[Replication(ReplicationMode.Primary)] record Two(Remote? A);""", "COLO0012")]
    [InlineData("""[Replication(ReplicationMode.Primary)] record Two(Remote[] A);""", "COLO0012")]
    [InlineData("""class OwnAttribute : LayerAttribute; [Own] record Two(Image A);""", "COLO0012")]
    [InlineData("""[FileSource] record Two(string File, DiskFormat Format);""", "COLO0013")]
    [InlineData("""[FileSource(Format = DiskFormat.Raw)] record Two(string File, int Index);""", "COLO0013")]
    [InlineData("""[NbdSource(Format = DiskFormat.Raw)] record Two(string Host, bool Tls);""", "COLO0013")]
    [InlineData("""[NbdSource(Format = DiskFormat.Raw)] record Two(string Host, int? Port);""", "COLO0014")]
    [InlineData("""[NbdSource(Format = DiskFormat.Raw)] record Two(string Host, string? Export);""", "")]
    [InlineData("""[Quorum(VoteThreshold = 1)] record Two(Image[]? A);""", "COLO0014")]
    [InlineData("""[Quorum(VoteThreshold = 1)] record Two(Image?[] A);""", "COLO0014")]
    [InlineData("""[Quorum(VoteThreshold = 1)] record Two(System.Collections.Immutable.ImmutableArray<Image?> A);""", "COLO0014")]
    [InlineData("""[Quorum(VoteThreshold = 1)] record Two<T>(T A);""", "")]
    public void Of_a_layer(string layer, string ids) => Assert.Equal(ids, Ids.Of(layer));

    [Theory]
    [InlineData("Vote<Image>", "")]
    [InlineData("Vote<Vote<Vote<Image>>>", "")]
    [InlineData("Vote<Vote<int>>", "COLO0012")]
    [InlineData("Two<Image>", "COLO0012")]
    [InlineData("Two<int>", "")]
    public void Of_a_generic_layer_with_what_it_is_given(string root, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [Quorum(VoteThreshold = 1)] public record Vote<T>(T A);
        [FileSource(Format = DiskFormat.Qcow2)] public record Two<T>(string File, Image A, T B);
        [Topology] public partial record Host([Disk("vda")] {root} Root);
        """));
}
