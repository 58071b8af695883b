using System.Globalization;

namespace ColoGen.Generators.Tests.Rules;

public sealed class AuthoringTests
{
    [Theory]
    [InlineData("no parameters", "", "")]
    [InlineData("a disk", """[Disk("vda")] Image Root""", "")]
    [InlineData("a disk that may be absent", """[Disk("vda")] Image? Root""", "")]
    [InlineData("two host disks", """[HostDisk("a")] Image A, [HostDisk("b")] Image B""", "")]
    [InlineData("an attribute on the property", """[property: Disk("vda")] Image Root""", "")]
    [InlineData("a disk that is a string", """[Disk("vda")] string Root""", "COLO0004")]
    [InlineData("a disk that is an array", """[Disk("vda")] Image[] Root""", "COLO0004")]
    [InlineData("a disk that is a list", """[Disk("vda")] System.Collections.Generic.List<Image> Root""", "COLO0004")]
    [InlineData("disks that are an object and a number", """[Disk("vda")] object Root, [HostDisk("b")] int B""", "COLO0004 COLO0004")]
    [InlineData("a disk that is a host disk, too", """[Disk("vda"), HostDisk("b")] Image Root""", "COLO0005")]
    [InlineData("a layer that is not attached", """Image Root""", "COLO0011")]
    [InlineData("layers that are not attached", """Image[] Roots, Image? Root""", "COLO0011 COLO0011")]
    [InlineData("an export alone", """[NbdExport] Image Root""", "COLO0021")]
    [InlineData("a serial", """[Disk("vda")] Image Root, [Serial("vda")] string Serial""", "")]
    [InlineData("a serial that is a number", """[Disk("vda")] Image Root, [Serial("vda")] int Serial""", "COLO0008")]
    [InlineData("a boot order that is a string", """[Disk("vda")] Image Root, [BootOrder("vda")] string Order""", "COLO0008")]
    [InlineData("a serial as a constant and as a property", """[Disk("vda", Serial = "S")] Image Root, [Serial("vda")] string Serial""", "COLO0010")]
    [InlineData("a serial as two properties", """[Disk("vda")] Image Root, [Serial("vda")] string One, [Serial("vda")] string Two""", "COLO0010")]
    public void Of_a_topology(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.OfHost(parameters)));

    [Theory]
    [InlineData("a setting that [Disk] does not have", "SerialNumber", "string")]
    [InlineData("the dev, which is no setting", "Dev", "string")]
    [InlineData("a setting that must be constant", "Cache", "DiskCache")]
    public void An_attribute_of_a_setting_that_no_property_gives_has_no_effect(string condition, string setting, string type) => Assert.Equal(
        (condition, "COLO0021"),
        (condition, Ids.Of(
            $"""
            class {setting}Attribute(string dev) : DiskSettingAttribute(dev);
            [Topology] public sealed partial record Host([Disk("vda")] Image Root, [property: {setting}("vda")] {type} Value);
            """)));

    [Fact]
    public void An_attribute_of_a_setting_that_no_property_gives_names_the_disk_and_those_that_one_gives() => Assert.Contains(
        "[Throttle] on 'Value' has no effect on 'vda', because a property can give a disk these settings alone: [BootOrder], [Serial], [Vendor], [Product]",
        Compile.Analyze(Compile.Sources(
            """
            using ColoGen;
            class ThrottleAttribute(string dev) : DiskSettingAttribute(dev);
            [FileSource(Format = DiskFormat.Qcow2)] record Image(string File);
            [Topology] partial record Host([Disk("vda")] Image Root, [property: Throttle("vda")] string Value);
            """)).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("record R(string File, string Size);", "make its type 'long' or 'long?'")]
    [InlineData("record R(string File, string Index);", "make it a constant of the type 'int', or give it in the attribute")]
    [InlineData("record R(string File) { public const string Size = \"1\"; }", "make it a constant of the type 'long'")]
    [InlineData("record R(System.Uri File);", "make its type 'string'")]
    [InlineData("record R { public const string? File = null; }", "it is null, so leave it out")]
    [InlineData(
        "record R(string File) { public enum DiskFormat { Raw } public const DiskFormat Format = DiskFormat.Raw; }",
        "make it a constant of the type 'ColoGen.DiskFormat'")]
    public void A_member_of_the_wrong_type_gets_advice_that_helps(string record, string advice) => Assert.Contains(
        Compile.Analyze(Compile.Sources(
            $"using ColoGen; [FileSource{(record.Contains("Format") ? "" : "(Format = ColoGen.DiskFormat.Raw)")}] public {record}")),
        diagnostic => diagnostic.Id == "COLO0008" && diagnostic.GetMessage(CultureInfo.InvariantCulture).EndsWith($": {advice}", StringComparison.Ordinal));

    [Theory]
    [InlineData("Image[] Roots")]
    [InlineData("[Disk(\"vda\")] Image[] Roots")]
    public void A_list_of_disks_gets_the_same_advice_with_and_without_an_attribute(string parameter) => Assert.Contains(
        "a list can't be attached, so declare a property with [Disk] or [HostDisk] for each layer",
        Assert.Single(Compile.Analyze(Compile.Sources(
            $"using ColoGen; [FileSource(Format = DiskFormat.Qcow2)] record Image(string File); [Topology] partial record Host({parameter});")))
            .GetMessage(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("two kinds", """[FileSource(Format = DiskFormat.Raw), Quorum(VoteThreshold = 1)] record Two(string File);""", "COLO0005")]
    [InlineData("a class", """[FileSource(Format = DiskFormat.Raw)] class Two { public string File => "/"; }""", "COLO0001")]
    [InlineData("a struct", """[FileSource(Format = DiskFormat.Raw)] struct Two { public string File => "/"; }""", "COLO0001")]
    [InlineData("a layer over itself", """[FileSource(Format = DiskFormat.Qcow2)] record Loop(string File, Loop? Next);""", "COLO0006")]
    [InlineData(
        "two layers over each other",
        """[FileSource(Format = DiskFormat.Qcow2)] record A(string File, B? Next); [FileSource(Format = DiskFormat.Qcow2)] record B(string File, A? Next);""",
        "COLO0006 COLO0006")]
    [InlineData(
        "a generic layer that grows over itself",
        """[FileSource(Format = DiskFormat.Qcow2)] record Loop<T>(string File, Loop<Loop<T>>? Next);""",
        "COLO0006")]
    [InlineData("a file as a constant and as a property", """[FileSource(Format = DiskFormat.Raw, File = "/x")] record Two(string File);""", "COLO0010")]
    [InlineData("two children", """[FileSource(Format = DiskFormat.Qcow2)] record Two(string File, Image A, Image B);""", "COLO0012")]
    [InlineData(
        "a child and a backing reference",
        """[FileSource(Format = DiskFormat.Qcow2), BackingReference("a")] record Two(string File, Image A);""",
        "COLO0012")]
    [InlineData("a list of children", """[FileSource(Format = DiskFormat.Qcow2)] record Two(string File, Image[] A);""", "COLO0012")]
    [InlineData("a quorum without children", """[Quorum(VoteThreshold = 1)] record None;""", "COLO0012")]
    [InlineData("a quorum with a backing reference", """[Quorum(VoteThreshold = 1), BackingReference("a")] record Two(Image A);""", "COLO0012")]
    [InlineData("a primary with two children", """[Replication(ReplicationMode.Primary)] record Two(Remote A, Remote B);""", "COLO0012")]
    [InlineData("a primary whose child may be absent", """[Replication(ReplicationMode.Primary)] record Two(Remote? A);""", "COLO0012")]
    [InlineData("a primary with a list of children", """[Replication(ReplicationMode.Primary)] record Two(Remote[] A);""", "COLO0012")]
    [InlineData("an attribute of the project's own", """class OwnAttribute : LayerAttribute; [Own] record Two(Image A);""", "COLO0012")]
    [InlineData("a format of run time", """[FileSource] record Two(string File, DiskFormat Format);""", "COLO0013")]
    [InlineData("an index of run time", """[FileSource(Format = DiskFormat.Raw)] record Two(string File, int Index);""", "COLO0013")]
    [InlineData("TLS of run time", """[NbdSource(Format = DiskFormat.Raw)] record Two(string Host, bool Tls);""", "COLO0013")]
    [InlineData("a port that may be null", """[NbdSource(Format = DiskFormat.Raw)] record Two(string Host, int? Port);""", "COLO0014")]
    [InlineData("an export that may be null", """[NbdSource(Format = DiskFormat.Raw)] record Two(string Host, string? Export);""", "")]
    [InlineData(
        "a secret that may be null",
        """[FileSource(Format = DiskFormat.Luks)] record Two(string File, string? SecretFile, string? SecretUuid);""",
        "COLO0014 COLO0014")]
    [InlineData("an array that may be null", """[Quorum(VoteThreshold = 1)] record Two(Image[]? A);""", "COLO0014")]
    [InlineData("an array whose children may be null", """[Quorum(VoteThreshold = 1)] record Two(Image?[] A);""", "COLO0014")]
    [InlineData(
        "an immutable array whose children may be null",
        """[Quorum(VoteThreshold = 1)] record Two(System.Collections.Immutable.ImmutableArray<Image?> A);""",
        "COLO0014")]
    [InlineData("a child of a type parameter", """[Quorum(VoteThreshold = 1)] record Two<T>(T A);""", "")]
    public void Of_a_layer(string condition, string layer, string ids) => Assert.Equal((condition, ids), (condition, Ids.Of(layer)));

    [Theory]
    [InlineData("a layer", "Vote<Image>", "")]
    [InlineData("layers within each other", "Vote<Vote<Vote<Image>>>", "")]
    [InlineData("a number within a layer", "Vote<Vote<int>>", "COLO0012")]
    [InlineData("two children", "Two<Image>", "COLO0012")]
    [InlineData("a number that is no child", "Two<int>", "")]
    public void Of_the_type_argument_of_a_generic_layer(string condition, string root, string ids) => Assert.Equal((condition, ids), (condition, Ids.Of(
        $"""
        [Quorum(VoteThreshold = 1)] public record Vote<T>(T A);
        [FileSource(Format = DiskFormat.Qcow2)] public record Two<T>(string File, Image A, T B);
        [Topology] public partial record Host([Disk("vda")] {root} Root);
        """)));
}
