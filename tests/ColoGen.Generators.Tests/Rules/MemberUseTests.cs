namespace ColoGen.Generators.Tests.Rules;

/// <summary>Members that are in no document, attributes that nothing reads, and types that are not what they are declared as.</summary>
public sealed class MemberUseTests
{
    [Theory]
    [InlineData("another case", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int port);", "COLO0022")]
    [InlineData("two letters in the other order", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prot);", "COLO0022")]
    [InlineData("a letter less", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prt);", "COLO0023")]
    [InlineData("a letter more", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Portt);", "COLO0022")]
    [InlineData("a letter of another type", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, string Part);", "COLO0023")]
    [InlineData("a synonym", "[FileSource(Format = DiskFormat.Qcow2, File = \"/x\")] record R(string KeySecret);", "COLO0022")]
    [InlineData("a synonym of another attribute", "[FileSource(Format = DiskFormat.Qcow2, File = \"/x\")] record R(string Hostname);", "COLO0023")]
    [InlineData("a setting that is given", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot);", "COLO0023")]
    [InlineData("a member that gives the setting", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prot) { public int Port => Prot; }", "")]
    [InlineData("a computed setting", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { public int Prot => 5; }", "COLO0022")]
    [InlineData("a static one", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { public static int Port => 5; }", "COLO0022")]
    [InlineData("a field", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { public int Port = 5; }", "COLO0022")]
    [InlineData("a constant", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { public const int Prot = 5; }", "COLO0022")]
    [InlineData("an inherited property", "record B(int Prot); [NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prot) : B(Prot);", "COLO0022")]
    [InlineData("one that is private", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { private int Prot => 5; }", "")]
    [InlineData("one that is marked", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, [NotInDocuments] int Prot);", "")]
    [InlineData(
        "a property that is marked",
        "[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { [NotInDocuments] public int Prot { get; init; } }",
        "")]
    [InlineData("a setting that is marked", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, [NotInDocuments] string? Port);", "")]
    [InlineData("a layer that is marked", "[FileSource(Format = DiskFormat.Raw)] record R(string File, [NotInDocuments] Image Other);", "")]
    [InlineData("another property", "[FileSource(Format = DiskFormat.Raw)] record R(string File, string Owner);", "COLO0023")]
    [InlineData("one that is used", "[FileSource(Format = DiskFormat.Raw)] record R(string Folder) { public string File => Folder + \"/x\"; }", "")]
    [InlineData("one that a base type uses", "record B(string File); [FileSource(Format = DiskFormat.Raw)] record R(string Folder) : B(Folder + \"/x\");", "")]
    [InlineData("one that is computed", "[FileSource(Format = DiskFormat.Raw)] record R(string File) { public string Extension => File[1..]; }", "")]
    [InlineData(
        "one of an interface",
        "interface I { string Owner { get; } } [FileSource(Format = DiskFormat.Raw)] record R(string File, string Owner) : I;",
        "")]
    [InlineData(
        "methods",
        "[FileSource(Format = DiskFormat.Raw)] record R(string File) { public override string ToString() => \"\"; public int Prt() => 5; }",
        "")]
    [InlineData("memory of a domain", "[Topology, Domain(\"x\")] partial record R([HostDisk(\"a\")] Image A, int Memory);", "COLO0022")]
    [InlineData("memory of no domain", "[Topology] partial record R([HostDisk(\"a\")] Image A, int Memory);", "COLO0023")]
    [InlineData("a record that is nothing", "record R(string File, int Prot);", "")]
    public void A_member_is_in_no_document(string condition, string declarations, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.Of(declarations)));

    [Theory]
    [InlineData("a static property", "[Topology] partial record R { [Disk(\"vda\")] public static Image Root => new(\"/x\"); }", "COLO0021")]
    [InlineData("a property without a getter", "[Topology] partial record R { [Disk(\"vda\")] public Image Root { set { } } }", "COLO0021")]
    [InlineData("an indexer", "[Topology] partial record R { [Disk(\"vda\")] public Image this[int at] => new(\"/x\"); }", "COLO0021")]
    [InlineData(
        "an explicit implementation",
        "interface I { Image Root { get; } } [Topology] partial record R : I { [Disk(\"vda\")] Image I.Root => new(\"/x\"); }",
        "COLO0021")]
    [InlineData("a parameter of a constructor", "[Topology] partial record R { public R([Disk(\"vda\")] Image root) { } }", "COLO0021")]
    [InlineData("a parameter of a method", "[Topology] partial record R { public void M([Serial(\"vda\")] string root) { } }", "COLO0021")]
    [InlineData(
        "a parameter of an inherited property",
        "record B([Disk(\"vda\")] Image Root); [Topology] partial record R([Disk(\"vda\", BootOrder = 1)] Image Root) : B(Root);",
        "COLO0021")]
    [InlineData("a parameter that a field hides", "[Topology] partial record R([Disk(\"vda\")] Image Root) { public Image Root = Root; }", "COLO0021")]
    [InlineData("a property of a layer", "[FileSource(Format = DiskFormat.Qcow2)] record R(string File, [BackingReference(\"a\")] Image Backing);", "COLO0021")]
    [InlineData("a serial of a layer", "[FileSource(Format = DiskFormat.Qcow2)] record R(string File, [Serial(\"vda\")] string Serial);", "COLO0021")]
    [InlineData("an export of no disk", "[Topology] partial record R([HostDisk(\"a\")] Image A, [NbdExport] string Export);", "COLO0021")]
    [InlineData("a domain of no topology", "[Domain(\"x\")] record R;", "COLO0021")]
    [InlineData("a backing reference of no layer", "[BackingReference(\"x\")] record R;", "COLO0021")]
    [InlineData("a disk that is not in documents", "[Topology] partial record R([Disk(\"vda\"), NotInDocuments] Image Root);", "COLO0021")]
    [InlineData("a record that is nothing", "record R([Disk(\"vda\")] Image Root);", "")]
    public void An_attribute_has_no_effect(string condition, string declarations, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.Of(declarations)));

    [Theory]
    [InlineData("another layer", "[FileSource(Format = DiskFormat.Raw)] record R(string File) : Base(File);", "COLO0018")]
    [InlineData("a setting", "record R(string File, string SecretFile, string SecretUuid) : Base(File);", "COLO0018")]
    [InlineData("a hidden setting", "record R(string File) : Base(File) { public new string File => \"/y\"; }", "COLO0018")]
    [InlineData("a layer below", "record R(string File, Base Backing) : Base(File);", "COLO0018")]
    [InlineData("another in between", "record S(string File) : Base(File); [FileSource(Format = DiskFormat.Raw)] record R(string File) : S(File);", "COLO0018")]
    [InlineData("nothing", "record R(string File) : Base(File) { public int Number => 5; }", "")]
    [InlineData("an override", "record R(string File) : Base(File) { public override string ToString() => File; }", "")]
    public void A_layer_has_a_derived_record_with(string condition, string declarations, string ids) => Assert.Equal(
        (condition, ids),
        (condition, Ids.Of(declarations + " [FileSource(Format = DiskFormat.Qcow2)] record Base(string File);")));
}
