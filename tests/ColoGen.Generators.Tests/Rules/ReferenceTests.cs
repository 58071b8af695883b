using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Rules;

public sealed class ReferenceTests
{
    [Theory]
    [InlineData("a disk before the reference", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("a disk after the reference", """[HostDisk("o"), BackingReference("a")] Open O, [HostDisk("a")] Image A""", "")]
    [InlineData("a layer below another disk's top", """[HostDisk("a")] Overlay A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "")]
    [InlineData("no reference of an open layer", """[HostDisk("a")] Image A, [HostDisk("o")] Open O""", "COLO0201")]
    [InlineData("a reference without a dev", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference] Open O""", "COLO0201")]
    [InlineData("a binding without an open layer", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a")] Image O""", "COLO0212")]
    [InlineData("a binding without an open layer and without a dev", """[HostDisk("o"), BackingReference] Image O""", "COLO0212")]
    [InlineData("a binding without an open layer, of an unknown dev", """[HostDisk("o"), BackingReference("b", 7)] Image O""", "COLO0212")]
    [InlineData("a dev that is unknown", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("b")] Open O""", "COLO0202")]
    [InlineData("a dev in another case", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("A")] Open O""", "COLO0202")]
    [InlineData("an index after the last layer", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0203")]
    [InlineData("an index below 0", """[HostDisk("a")] Image A, [HostDisk("o"), BackingReference("a", -1)] Open O""", "COLO0203")]
    [InlineData("an index in a list", """[HostDisk("a")] Quorum A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0203")]
    [InlineData("a disk that refers to itself", """[HostDisk("o"), BackingReference("o")] Open O""", "COLO0204")]
    [InlineData(
        "two disks that refer to each other",
        """[HostDisk("o"), BackingReference("p")] Open O, [HostDisk("p"), BackingReference("o")] Open P""",
        "COLO0204")]
    [InlineData(
        "three disks that refer to each other in a circle",
        """[HostDisk("o"), BackingReference("p")] Open O, [HostDisk("p"), BackingReference("q")] Open P, [HostDisk("q"), BackingReference("o")] Open Q""",
        "COLO0204")]
    [InlineData(
        "three disks that refer to each other in a line",
        """[HostDisk("o"), BackingReference("p")] Open O, [HostDisk("p"), BackingReference("q")] Open P, [HostDisk("q")] Image Q""",
        "")]
    [InlineData(
        "a quorum whose child is part of a circle",
        """[HostDisk("o"), BackingReference("p")] Both O, [HostDisk("p"), BackingReference("o")] Open P""",
        "COLO0204")]
    [InlineData(
        "a circle beside disks without one",
        """[HostDisk("q")] Image Q, [HostDisk("o"), BackingReference("q")] Open O, [HostDisk("p"), BackingReference("o")] Open P, """
            + """[HostDisk("r"), BackingReference("r")] Open R""",
        "COLO0204")]
    [InlineData(
        "two guest disks that refer to each other",
        """[Disk("vda"), BackingReference("vdb")] Open A, [Disk("vdb"), BackingReference("vda")] Open B""",
        "COLO0204 COLO0208")]
    [InlineData("a disk that may be absent", """[HostDisk("a")] Image? A, [HostDisk("o"), BackingReference("a")] Open O""", "COLO0205")]
    [InlineData("a layer that may be absent", """[HostDisk("a")] MaybeOverlay A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0205")]
    [InlineData("a layer over one that may be absent", """[HostDisk("a")] MaybeOverlay A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("a disk that the guest writes", """[Disk("vda")] Image A, [HostDisk("o"), BackingReference("vda")] Open O""", "COLO0208")]
    [InlineData("a disk that the guest reads", """[Disk("vda", ReadOnly = true)] Image A, [HostDisk("o"), BackingReference("vda")] Open O""", "")]
    [InlineData("a writable export", """[HostDisk("a"), NbdExport(Writable = true)] Image A, [HostDisk("o"), BackingReference("a")] Open O""", "COLO0209")]
    [InlineData("a read-only export", """[HostDisk("a"), NbdExport] Image A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData("a child of a quorum that rewrites", """[HostDisk("a")] Mending A, [HostDisk("o"), BackingReference("a", 1)] Open O""", "COLO0211")]
    [InlineData("a quorum that rewrites", """[HostDisk("a")] Mending A, [HostDisk("o"), BackingReference("a")] Open O""", "")]
    [InlineData(
        "a child of a quorum that rewrites and is a writable export",
        """[HostDisk("a"), NbdExport(Writable = true)] Mending A, [HostDisk("o"), BackingReference("a", 1)] Open O""",
        "COLO0209")]
    [InlineData(
        "a child of a quorum that rewrites and the guest writes",
        """[Disk("vda")] Mending A, [HostDisk("o"), BackingReference("vda", 1)] Open O""",
        "COLO0208")]
    public void Of_a_reference(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.Of(
        $"""
        [Quorum(VoteThreshold = 1)] public sealed record Both(Open First, Image Second);
        [Quorum(VoteThreshold = 1, RewriteCorrupted = true)] public sealed record Mending(Image First, Image Second);
        [Topology] public sealed partial record Host({parameters});
        """)));

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

    [Theory]
    [InlineData("Index = 0", "BackingReference(\"a\")", "")]
    [InlineData("Index = 1", "BackingReference(\"a\")", "")]
    [InlineData("Index = 1", "BackingReference(\"a\", 1)", "")]
    [InlineData("Index = 1", "BackingReference(\"a\", 2)", "")]
    [InlineData("Index = 1", "BackingReference(\"a\", 3)", "COLO0203")]
    [InlineData("Index = 2147483647", "BackingReference(\"a\", 2147483647)", "")]
    [InlineData("Index = -1", "BackingReference(\"a\")", "COLO0206")]
    public void Of_a_pinned_top(string pin, string reference, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Raw)] public sealed record Base(string File);
        [FileSource(Format = DiskFormat.Qcow2, {pin})] public sealed record Top(string File, Base Backing);
        [FileSource(Format = DiskFormat.Qcow2), {reference}] public sealed record Over(string File);
        [Topology] public sealed partial record Host([HostDisk("a")] Top A, [HostDisk("b")] Over B);
        """));

    [Fact]
    public void Of_a_layer_with_the_number_of_a_pinned_top() => Assert.Equal("COLO0206", Ids.Of(
        """
        [FileSource(Format = DiskFormat.Raw, Index = 5)] public sealed record Base(string File);
        [FileSource(Format = DiskFormat.Qcow2, Index = 5)] public sealed record Top(string File, Base Backing);
        [Topology] public sealed partial record Host([HostDisk("a")] Top A);
        """));

    [Theory]
    [InlineData("BackingReference(\"a\", 5)", "")]
    [InlineData("BackingReference(\"a\", 1)", "COLO0314")]
    public void Of_a_dev_beside_a_pinned_top(string reference, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Raw)] public sealed record Base(string File);
        [FileSource(Format = DiskFormat.Qcow2, Index = 5)] public sealed record Top(string File, Base Backing);
        [FileSource(Format = DiskFormat.Qcow2), {reference}] public sealed record Over(string File);
        [Topology] public sealed partial record Host([HostDisk("a")] Top A, [HostDisk("a-5")] Over B, [HostDisk("a-1")] Base C);
        """));

    [Theory]
    [InlineData("BackingReference(\"a\")", "COLO0210")]
    [InlineData("BackingReference(\"a\", 5)", "COLO0210")]
    [InlineData("BackingReference(\"a\", 1)", "")]
    public void Of_a_device_over_a_pinned_top(string reference, string ids) => Assert.Equal(ids, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Raw)] public sealed record Base(string File);
        [FileSource(Format = DiskFormat.Qcow2, Index = 5)] public sealed record Top(string File, Base Backing);
        [FileSource(Format = DiskFormat.Qcow2), {reference}] public sealed record Over(string File);
        [Topology] public sealed partial record Host([Disk("sda", ReadOnly = true)] Top A, [HostDisk("b")] Over B);
        """.Replace("\"a\"", "\"sda\"")));

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

    [Theory]
    [InlineData("BackingReference(\"parnt0\")", "\"parnt0\"", "COLO0202")]
    [InlineData("BackingReference(\"parent0\", 7)", "7", "COLO0203")]
    public void A_wrong_reference_of_a_layer_is_reported_in_the_layer(string reference, string place, string id)
    {
        CSharpCompilation compilation = Compile.Sources(
            $"using ColoGen; [FileSource(Format = DiskFormat.Qcow2), {reference}] public sealed record Hidden(string File);",
            "using ColoGen; [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File);",
            "using ColoGen; [Topology] public sealed partial record Host([HostDisk(\"parent0\")] Image Parent, [Disk(\"vda\")] Hidden Root);",
            "using ColoGen; [Topology] public sealed partial record Without([HostDisk(\"parent0\")] Image Parent);");
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(compilation));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(("Source0.cs", place), (diagnostic.Location.SourceTree!.FilePath, Text(diagnostic.Location)));
        Assert.Contains("Disk(\"vda\")", diagnostic.AdditionalLocations.Select(Text));
    }

    [Theory]
    [InlineData("BackingReference(\"nope\")", "COLO0202")]
    [InlineData("BackingReference(\"vdb\", 7)", "COLO0203")]
    public void A_wrong_reference_of_a_generic_layer_is_reported_once(string reference, string id)
    {
        string layer = $"[FileSource(Format = DiskFormat.Qcow2), {reference}] public sealed record";
        Assert.Equal(id, Of($"{layer} Tag<T>(string File);", "Tag<int>"));
        Assert.Equal(id, Of($"public static class Box<T> {{ {layer} Tag(string File); }}", "Box<int>.Tag"));

        static string Of(string layers, string type) =>
            Ids.Of($"{layers} [Topology] public sealed partial record Host([Disk(\"vda\")] {type} A, [Disk(\"vdb\")] Image B);");
    }

    [Fact]
    public void A_wrong_reference_of_a_layer_of_another_assembly_is_reported_in_the_topology()
    {
        CSharpCompilation library = Compile.Sources(
            "using ColoGen; [FileSource(Format = DiskFormat.Qcow2), BackingReference(\"parnt0\")] public sealed record Hidden(string File);");
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(Compile
            .Sources("using ColoGen; [Topology] public sealed partial record Host([Disk(\"vda\")] Hidden Root);")
            .AddReferences(library.WithAssemblyName("Library").ToMetadataReference())));
        Assert.Equal("Disk(\"vda\")", Text(diagnostic.Location));
    }

    [Theory]
    [InlineData(
        "[HostDisk(\"parent0\")] Image A, [HostDisk(\"o\"), BackingReference(\"parnt0\")] Open O, [Disk(\"vdc\")] Image C",
        ": 'parent0' is the nearest")]
    [InlineData("[Disk(\"vdb\")] Image A, [HostDisk(\"o\"), BackingReference(\"x\")] Open O", ": 'vdb' is the only one")]
    [InlineData("[Disk(\"vdb\")] Image A, [HostDisk(\"o\"), BackingReference(\"x\")] Open O, [Disk(\"vdc\")] Image C", ": there are 'vdb', 'vdc'")]
    [InlineData("[HostDisk(\"o\"), BackingReference(\"x\")] Open O", "has that dev")]
    public void A_reference_to_an_unknown_disk_names_those_that_are_there(string disks, string end) => Assert.EndsWith(
        end,
        Assert.Single(
            Compile.Analyze(Compile.Sources(
                $"""
                using ColoGen;
                [FileSource(Format = DiskFormat.Qcow2)] record Image(string File);
                [FileSource(Format = DiskFormat.Qcow2), BackingReference] record Open(string File);
                [Topology] partial record Host({disks});
                """)),
            diagnostic => diagnostic.Id == "COLO0202").GetMessage(CultureInfo.InvariantCulture),
        StringComparison.Ordinal);

    /// <summary>An error is the reason, and not that libvirt can open nothing.</summary>
    [Theory]
    [InlineData("[HostDisk(\"base\")] Image A, [Disk(\"vda\"), BackingReference(\"bse\")] Open O", "COLO0202")]
    [InlineData("[HostDisk(\"base\")] Image A, [Disk(\"vda\"), BackingReference(\"base\", 3)] Open O", "COLO0203")]
    [InlineData("[Disk(\"vda\"), BackingReference(\"vdb\")] Open A, [Disk(\"vdb\"), BackingReference(\"vda\")] Open O", "COLO0204 COLO0208")]
    [InlineData("[Disk(\"vdb\")] Image A, [Disk(\"vda\"), BackingReference(\"vdb\")] Open O", "COLO0208")]
    [InlineData("[Disk(\"vda\")] Open O", "COLO0201")]
    public void A_wrong_reference_of_a_domain_is_all_that_is_reported(string disks, string id) =>
        Assert.Equal(id, Ids.OfHost(disks, "Topology, Domain(\"shop\")"));

    private static string Text(Location location) => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length);
}
