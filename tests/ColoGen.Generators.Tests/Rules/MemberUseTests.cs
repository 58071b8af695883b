using System.Globalization;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>Members that are in no document, attributes that nothing reads, and types that are not what they are declared as.</summary>
public sealed class MemberUseTests
{
    private const string Image = "using ColoGen; [FileSource(Format = DiskFormat.Qcow2)] public record Image(string File); ";

    /// <summary>Types that are no layers, and hold one.</summary>
    private const string Holders =
        """
        interface INamed;
        abstract record Named(string File);
        [FileSource(Format = DiskFormat.Qcow2)] record Layer(string File) : Named(File), INamed;
        record Plain(string File) : Layer(File);
        sealed record Plainer(string File) : Plain(File);
        sealed record Box(Image I);
        sealed record Boxes(List<Box> Children);
        sealed record Loop(Loop? Next, int Number);
        [Topology] sealed partial record Disks([Disk("vda")] Image Root);

        """;

    [Theory]
    [InlineData("another case", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int port);", "COLO0022")]
    [InlineData("two letters in the other order", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prot);", "COLO0022")]
    [InlineData("a letter less", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prt);", "COLO0023")]
    [InlineData("a letter more", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Portt);", "COLO0022")]
    [InlineData("a letter of another type", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, string Part);", "COLO0023")]
    [InlineData("a synonym", "[FileSource(Format = DiskFormat.Qcow2, File = \"/x\")] record R(string KeySecret);", "COLO0022")]
    [InlineData("a synonym of another attribute", "[FileSource(Format = DiskFormat.Qcow2, File = \"/x\")] record R(string Hostname);", "COLO0023")]
    [InlineData("a setting that is given", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot);", "COLO0022")]
    [InlineData("a synonym of a setting that is given", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int NbdPort);", "COLO0022")]
    [InlineData("a setting that a member gives", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Port, int Prot);", "COLO0022")]
    [InlineData(
        "a setting that a constant gives",
        "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int port) { public const int Port = 5; }",
        "COLO0022")]
    [InlineData("a constant beside it", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host) { public const int Prot = 5; }", "")]
    [InlineData("a constant that gives it", "[NbdSource(Format = DiskFormat.Raw, Port = Prot)] record R(string Host) { public const int Prot = 5; }", "")]
    [InlineData("a field beside it", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host) { public int Prot = 5; }", "COLO0022")]
    [InlineData("a computed one beside it", "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Port) { public int Prot => Port; }", "")]
    [InlineData("a static one beside it", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host) { public static int Prot = 5; }", "")]
    [InlineData(
        "one that is used beside it",
        "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) { public string A => Host + Prot; }",
        "")]
    [InlineData("one that is marked beside it", "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, [NotInDocuments] int Prot);", "")]
    [InlineData(
        "one of an interface beside it",
        "interface I { int Prot { get; } } [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) : I;",
        "")]
    [InlineData(
        "an inherited one beside it",
        "record B(int Prot); [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) : B(Prot);",
        "COLO0022")]
    [InlineData(
        "an inherited one that is used beside it",
        "record B(int Prot) { public int Next => Prot + 1; } [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) : B(Prot);",
        "")]
    [InlineData(
        "an inherited one that a type between uses",
        """
        record B(int Prot); record C(int Prot) : B(Prot) { public int Port => Prot + 1; }
        [NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prot) : C(Prot);
        """,
        "")]
    [InlineData(
        "an inherited one that no type uses",
        "record B(int Prot); record C(int Prot) : B(Prot); [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) : C(Prot);",
        "COLO0022")]
    [InlineData(
        "an override beside it",
        """
        record B { public virtual int Prot => 0; }
        [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host) : B { public override int Prot { get; } = 5; }
        """,
        "COLO0022")]
    [InlineData(
        "an override",
        """
        abstract record B { public abstract int Prot { get; } }
        [NbdSource(Format = DiskFormat.Raw)] record R(string Host) : B { public override int Prot => 5; }
        """,
        "COLO0022")]
    [InlineData(
        "one that is passed to a base type",
        "record B(int Number); [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) : B(Prot);",
        "")]
    [InlineData(
        "another that is not given",
        "[NbdSource(Format = DiskFormat.Raw, Socket = \"/s\")] record R(string Name, string SocketPath);",
        "COLO0022 COLO0022")]
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
    [InlineData("one of a type with its name", "enum Owner { A } [FileSource(Format = DiskFormat.Raw)] record R(string File, Owner Owner);", "COLO0023")]
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
    [InlineData("a disk's text of run time", "[Topology] partial record R([Disk(\"vda\")] Image A, string Serial);", "COLO0022")]
    [InlineData("a disk's number of run time", "[Topology] partial record R([Disk(\"vda\")] Image A, int bootOrder);", "COLO0022")]
    [InlineData("a disk's constant", "[Topology] partial record R([Disk(\"vda\")] Image A, bool ReadOnly);", "COLO0022")]
    [InlineData("a disk's setting with its attribute", "[Topology] partial record R([Disk(\"vda\")] Image A, [Serial(\"vda\")] string Serial);", "")]
    [InlineData("a disk's setting that is given", "[Topology] partial record R([Disk(\"vda\", Serial = \"S\")] Image A, string Serial);", "COLO0022")]
    [InlineData("a disk's constant that is given", "[Topology] partial record R([Disk(\"vda\", ReadOnly = true)] Image A, bool ReadOnly);", "COLO0022")]
    [InlineData(
        "a disk's setting that an attribute gives",
        "[Topology] partial record R([Disk(\"vda\")] Image A, [Serial(\"vda\")] string S, string Serial);",
        "COLO0022")]
    [InlineData("a letter of a disk's setting", "[Topology] partial record R([Disk(\"vda\")] Image A, int BootOder);", "COLO0022")]
    [InlineData(
        "a disk's setting of a base type",
        "record B(string Serial); [Topology] partial record R([Disk(\"vda\")] Image A, string Serial) : B(Serial);",
        "COLO0022")]
    [InlineData("another type than a disk's setting", "[Topology] partial record R([Disk(\"vda\")] Image A, string ReadOnly);", "COLO0022")]
    [InlineData("an enum with the name of a disk's setting", "enum Model { A } [Topology] partial record R([Disk(\"vda\")] Image A, Model Model);", "COLO0023")]
    [InlineData(
        "an enum with a name like that of a disk's setting",
        "enum Mode { A } [Topology] partial record R([Disk(\"vda\")] Image A, Mode Mode);",
        "COLO0023")]
    [InlineData("the enum of a disk's setting", "[Topology] partial record R([Disk(\"vda\")] Image A, DiskCache Cache);", "COLO0022")]
    [InlineData("a text for the enum of a disk's setting", "[Topology] partial record R([Disk(\"vda\")] Image A, string Cache);", "COLO0022")]
    [InlineData(
        "an enum like a layer's setting",
        "enum Formats { A } [FileSource(Format = DiskFormat.Raw)] record R(string File, Formats Formats);",
        "COLO0023")]
    [InlineData(
        "a constant of one disk",
        "[Topology] partial record R([Disk(\"vda\", Serial = R.RootSerial)] Image A, [Disk(\"vdb\")] Image B) { public const string RootSerial = \"X\"; }",
        "")]
    [InlineData(
        "a part of a serial",
        """
        [Topology] partial record R([Disk("vda")] Image A, [Disk("vdb")] Image B, string SerialPrefix)
        {
            [Serial("vda")] public string RootId => SerialPrefix + "-0";
        }
        """,
        "")]
    [InlineData("a computed serial", "[Topology] partial record R([Disk(\"vda\")] Image A) { public string SerialLog => \"/x\"; }", "")]
    [InlineData("the vendor of something", "[Topology] partial record R([Disk(\"vda\")] Image A, string ProductName);", "COLO0023")]
    [InlineData("a name beside an export", "[Topology] partial record R([HostDisk(\"a\"), NbdExport] Image A, string Name);", "COLO0023")]
    [InlineData(
        "a text with the name of a number of an address",
        "[Topology] partial record R([Disk(\"vda\"), PciAddress(5)] Image A, string Slot);",
        "COLO0023")]
    [InlineData("a switch", "[Topology] partial record R([Disk(\"vda\")] Image A, OnOff Logging);", "COLO0023")]
    [InlineData("a dev on a layer", "[FileSource(Format = DiskFormat.Raw)] record R(string File, string Dev);", "COLO0023")]
    [InlineData(
        "a property over a field",
        """
        [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host)
        {
            private readonly int _port;
            public int Prot { get => _port; init => _port = value; }
        }
        """,
        "COLO0022")]
    [InlineData("an enum of a setting", "[Topology] partial record R([Disk(\"vda\")] Image A, DiskCache RootMode);", "COLO0022")]
    [InlineData("an enum of a layer's setting", "[NbdSource] record R(string Host, DiskFormat Kind);", "COLO0022 COLO0101")]
    [InlineData("a name that has that of a setting", "[Topology] partial record R([Disk(\"vda\")] Image A, string SerialOfRoot);", "COLO0022")]
    [InlineData(
        "a name that has that of a setting that is given",
        "[Topology] partial record R([Disk(\"vda\", Serial = \"S\")] Image A, string RootSerial);",
        "COLO0022")]
    [InlineData("a disk's setting on a layer", "[FileSource(Format = DiskFormat.Raw)] record R(string File, bool ReadOnly);", "COLO0022")]
    [InlineData("an enum of a disk on a layer", "[FileSource(Format = DiskFormat.Raw)] record R(string File, DiskCache Cache);", "COLO0022")]
    [InlineData("a layer's own enum", "enum Cache { A } [FileSource(Format = DiskFormat.Raw)] record R(string File, Cache Cache);", "COLO0023")]
    [InlineData("a setting of a host disk", "[Topology] partial record R([HostDisk(\"a\")] Image A, bool ReadOnly);", "COLO0022")]
    [InlineData("a setting that a host disk does not have", "[Topology] partial record R([HostDisk(\"a\")] Image A, string Serial);", "COLO0023")]
    [InlineData("a setting of an export", "[Topology] partial record R([HostDisk(\"a\"), NbdExport] Image A, bool Writable);", "COLO0022")]
    [InlineData("a setting of an address", "[Topology] partial record R([Disk(\"vda\"), PciAddress(5)] Image A, int Slot, int Function);", "COLO0022 COLO0022")]
    [InlineData(
        "a setting that one disk lacks",
        "[Topology] partial record R([Disk(\"vda\")] Image A, [Disk(\"vdb\", ReadOnly = true)] Image B) { public bool ReadOnly => true; }",
        "COLO0022")]
    [InlineData("memory of a domain", "[Topology, Domain(\"x\")] partial record R([HostDisk(\"a\")] Image A, int Memory);", "COLO0022")]
    [InlineData(
        "the domain's settings twice",
        "[Topology, Domain(\"x\", MemoryMiB = 2048, Vcpus = 4)] partial record R([HostDisk(\"a\")] Image A, int Memory, int Vcpu, long MemoryMib);",
        "COLO0022 COLO0022 COLO0022")]
    [InlineData("a name beside the domain's", "[Topology, Domain(\"x\")] partial record R([HostDisk(\"a\")] Image A, string VmName);", "COLO0022")]
    [InlineData("memory of no domain", "[Topology] partial record R([HostDisk(\"a\")] Image A, int Memory);", "COLO0023")]
    [InlineData("a record that is nothing", "record R(string File, int Prot);", "")]
    public void A_member_is_in_no_document(string condition, string declarations, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.Of(declarations)));

    [Fact]
    public void A_setting_of_a_pair_is_given_twice() => Assert.Contains("COLO0022", Ids.Of(
        "[Topology] partial record H([HostDisk(\"a\")] Image A); [ColoPair(NbdPort = 1)] partial record R(H Primary, H Secondary, int NbdServerPort);"));

    [Theory]
    [InlineData("[NbdSource(Format = DiskFormat.Raw)] record R(string Host, int Prot);", "Port of [NbdSource] is not given: rename it to 'Port', or mark")]
    [InlineData("[NbdSource(Format = DiskFormat.Raw)] record R(string Host) { public int Port = 5; }", "is not given: make it a property with a getter")]
    [InlineData(
        "[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot);",
        "Port of [NbdSource] is given elsewhere: remove it, or remove the other and rename it to 'Port', or mark it [NotInDocuments]")]
    [InlineData(
        "[FileSource(Format = DiskFormat.Raw)] record R(string File, bool ReadOnly);",
        "'ReadOnly' is in no document, and ReadOnly of [Disk] is no setting of a layer: give it where the layer is attached, or mark")]
    [InlineData(
        "[FileSource] record R(string File, DiskFormat Kind);",
        "Format of [FileSource] is not given: give it there, as a constant, or mark")]
    [InlineData(
        "[Topology, Domain(\"x\")] partial record R([HostDisk(\"a\")] Image A, int MemoryGiB);",
        "rename it to 'MemoryMiB', whose unit is MiB, or mark")]
    [InlineData(
        "[NbdSource(Format = DiskFormat.Raw)] record R(string Host, string NbdPort);",
        "is not given: rename it to 'Port' and make its type 'int', or mark it")]
    [InlineData("[NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host) { public int Port = 5; }", "is given elsewhere: remove it, or mark")]
    [InlineData(
        "[Topology] partial record R([Disk(\"vda\")] Image A, string Serial);",
        "Serial of [Disk(\"vda\")] is not given: write [Serial(\"vda\")] before it, or")]
    [InlineData(
        "[Topology] partial record R([Disk(\"vda\")] Image A, bool ReadOnly);",
        "ReadOnly of [Disk(\"vda\")] is not given: give it there, as a constant, or mark")]
    [InlineData(
        "[Topology] partial record R([Disk(\"vda\", Serial = \"S\")] Image A, string Serial);",
        "Serial of [Disk(\"vda\")] is given elsewhere: remove it, or remove the other and write [Serial(\"vda\")] before it, or mark it")]
    [InlineData(
        "[Topology] partial record R([Disk(\"vda\", ReadOnly = true)] Image A, bool ReadOnly);",
        "ReadOnly of [Disk(\"vda\")] is given elsewhere: remove it, or mark it [NotInDocuments]")]
    [InlineData(
        "[Topology] partial record R([Disk(\"vda\", Serial = \"S\")] Image A, [Disk(\"vdb\")] Image B, string Serial);",
        "Serial of [Disk(\"vdb\")] is not given: write [Serial(\"vdb\")] before it, or")]
    public void A_member_that_is_similar_to_a_setting_says_what_to_do(string declarations, string advice) => Assert.Contains(
        advice,
        Assert.Single(Compile.Analyze(Compile.Sources(Image + declarations)), diagnostic => diagnostic.Id == "COLO0022")
            .GetMessage(CultureInfo.InvariantCulture));

    /// <summary>Generated code has these names.</summary>
    [Theory]
    [InlineData("destination")]
    [InlineData("Length")]
    [InlineData("Write")]
    public void A_property_is_in_no_document_where_generated_code_has_its_name(string name)
    {
        Compilation source = Compile.Sources(Image + $"[Topology] public partial record Host([Disk(\"vda\")] Image Root, int {name});");
        Assert.Equal("COLO0023", Assert.Single(Compile.Analyze(Compile.Generate(source).Output)).Id);
    }

    [Theory]
    [InlineData("a property pattern", "public bool IsHigh => this is { Prot: > 1024 };", "")]
    [InlineData("an argument", "public int Next() => System.Math.Max(Prot, 1);", "")]
    [InlineData("a member of this", "public int Next => this.Prot;", "")]
    [InlineData("a member of another object", "public bool Equals(R other, int a) => other.Prot == a;", "")]
    [InlineData("an anonymous object", "public object Shown => new { Prot };", "")]
    [InlineData("a compound assignment", "public void Up() => Prot += 1;", "")]
    [InlineData("an assignment", "public R(string host) : this(host, 1) { Prot = 5; }", "COLO0022")]
    [InlineData("an assignment to a member of this", "public R(string host) : this(host, 1) { this.Prot = 5; }", "COLO0022")]
    [InlineData("a with expression", "public R To(int a) => this with { Prot = a };", "COLO0022")]
    [InlineData("a parameter of a method", "public static R Of(string Host, int Prot) => new(Host, Prot);", "COLO0022")]
    [InlineData("the name of an argument", "public static R Of(string host, int a) => new(host, Prot: a);", "COLO0022")]
    [InlineData("a local variable", "public int Next() { int Prot = 1; return Prot; }", "COLO0022")]
    [InlineData("a name", "public string Shown => nameof(Prot);", "COLO0022")]
    [InlineData("an assignment of a tuple", "public R(string host) : this(host, 1) => (Host, Prot) = (host, 5);", "COLO0022")]
    [InlineData("a member of another type", "public static int Of(Other other) => other.Prot;", "COLO0022")]
    public void A_member_is_used_by(string use, string code, string ids) => Assert.Equal((use, ids), (use, Ids.Of(
        $$"""
        record Other { public int Prot => 1; }
        [NbdSource(Format = DiskFormat.Raw, Port = 1)] record R(string Host, int Prot) { {{code}} public int Prot { get; set; } = Prot; }
        """)));

    [Fact]
    public void A_null_check_of_the_parameter_does_not_use_the_property() => Assert.Equal("COLO0023", Ids.Of(
        """
        [FileSource(Format = DiskFormat.Raw)]
        record R(string File, string Owner) { public string Owner { get; } = Owner ?? throw new System.ArgumentNullException(nameof(Owner)); }
        """));

    [Fact]
    public void A_constructor_that_sets_a_property_does_not_use_it() => Assert.Equal("COLO0023", Ids.Of(
        """
        [FileSource(Format = DiskFormat.Raw)]
        record R
        {
            public R(string file, string owner)
            {
                File = file;
                Owner = owner;
            }

            public string File { get; }
            public string Owner { get; }
        }
        """));

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
    [InlineData("a marked property", "[Topology] partial record R { [Disk(\"vda\"), NotInDocuments] public Image Root => new(\"/x\"); }", "COLO0021")]
    [InlineData("a writable export of a layer that is no disk", "[Topology] partial record R([NbdExport(Writable = true)] Image Root);", "COLO0021")]
    [InlineData("a reference of a layer that is no disk", "[Topology] partial record R([BackingReference(\"a\")] Image Root);", "COLO0021")]
    [InlineData("an export of a host disk", "[Topology] partial record R([HostDisk(\"a\"), NbdExport] Image Root);", "")]
    [InlineData("a record that is nothing", "record R([Disk(\"vda\")] Image Root);", "")]
    [InlineData("a sealed record that is nothing", "sealed record R([Disk(\"vda\")] Image Root, [Serial(\"vda\")] string S);", "COLO0021")]
    [InlineData("a sealed class that is nothing", "sealed class R { [Disk(\"vda\")] public Image? Root { get; init; } }", "COLO0021")]
    [InlineData("a sealed record without attributes of ColoGen", "sealed record R([property: System.Obsolete] Image Root);", "")]
    [InlineData("a serial on a disk", "[Topology] partial record R([Disk(\"vda\"), Serial(\"vda\")] Image Root);", "COLO0021")]
    [InlineData(
        "a serial whose dev is fixed",
        "class SerialAttribute() : DiskSettingAttribute(\"vda\"); [Topology] partial record R([Disk(\"vda\")] Image Root, [property: Serial] string S);",
        "COLO0021")]
    public void An_attribute_has_no_effect(string condition, string declarations, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.Of(declarations)));

    [Theory]
    [InlineData("[Topology] partial record R([Disk(\"vda\"), NotInDocuments] Image Root);", "[NotInDocuments] takes the property out")]
    [InlineData("[Topology] partial record R([property: NotInDocuments, Disk(\"vda\")] Image Root);", "[NotInDocuments] takes the property out")]
    [InlineData("[Topology] partial record R([property: NotInDocuments][Disk(\"vda\")] Image Root);", "[NotInDocuments] takes the property out")]
    [InlineData("[FileSource] record R(string File, [Disk(\"vda\"), NotInDocuments] Image Root);", "it belongs on a property of a topology")]
    [InlineData("[Topology] partial record R { public void M([Disk(\"vda\"), NotInDocuments] Image root) { } }", "no property of the record comes from")]
    [InlineData("[Topology] partial record R { [Disk(\"vda\")] public static Image Root => new(\"/x\"); }", "the documents can't read the property")]
    [InlineData("[Topology] partial record R([NbdExport] Image Root);", "the property has no [Disk] and no [HostDisk]")]
    [InlineData("[Topology] partial record R([HostDisk(\"a\")] Image A, [PciAddress(5)] string S);", "the property has no [Disk]")]
    [InlineData("sealed record R([Disk(\"vda\")] Image Root);", "it belongs on a property of a topology, a record with [Topology]")]
    public void An_attribute_without_effect_says_why(string declarations, string reason) => Assert.Contains(
        $"has no effect, because {reason}",
        Assert.Single(Compile.Analyze(Compile.Sources(Image + declarations)), diagnostic => diagnostic.Id == "COLO0021")
            .GetMessage(CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("a derived type", "string File, Plain Backing", "COLO0011")]
    [InlineData("one that may be absent", "string File, Plain? Backing", "COLO0011")]
    [InlineData("a derived type of a derived type", "string File, Plainer Backing", "COLO0011")]
    [InlineData("an array of a derived type", "string File, Plain[] Backing", "COLO0011")]
    [InlineData("a list of a derived type", "string File, List<Plain> Backing", "COLO0011")]
    [InlineData("a base type", "string File, Named Backing", "COLO0011")]
    [InlineData("an interface", "string File, INamed Backing", "COLO0011")]
    [InlineData("an array of arrays", "string File, Image[][] Backing", "COLO0011")]
    [InlineData("an array of two dimensions", "string File, Image[,] Backing", "COLO0011")]
    [InlineData("a list of arrays", "string File, List<Image[]> Backing", "COLO0011")]
    [InlineData("another collection", "string File, IEnumerable<Image> Backing", "COLO0011")]
    [InlineData("a dictionary", "string File, Dictionary<string, Image> Backing", "COLO0011")]
    [InlineData("a tuple", "string File, (Image, int) Backing", "COLO0011")]
    [InlineData("a record", "string File, Box Backing", "COLO0011")]
    [InlineData("a record in a record", "string File, Boxes Backing", "COLO0011")]
    [InlineData("a record that leads back", "string File, Loop Backing", "COLO0023")]
    [InlineData("a topology", "string File, Disks Backing", "COLO0011")]
    [InlineData("a delegate", "string File, System.Func<Image> Backing", "COLO0023")]
    [InlineData("a text", "string File, string Owner", "COLO0023")]
    [InlineData("one beside a child", "string File, Image Backing, Plain Other", "COLO0011")]
    [InlineData("two", "string File, Plain A, Box B", "COLO0011 COLO0011")]
    [InlineData("one that is marked", "string File, [NotInDocuments] Plain Backing", "")]
    [InlineData("a property that is marked", "string File, [property: NotInDocuments] Plain Backing", "")]
    public void A_layer_has_a_property_that_holds_a_layer_in(string condition, string parameters, string ids) => Assert.Equal(
        (condition, ids), (condition, Ids.Of($"{Holders} [FileSource(Format = DiskFormat.Qcow2)] record R({parameters});")));

    [Theory]
    [InlineData("a derived type", "Plain Data", "COLO0011")]
    [InlineData("an array of arrays", "Image[][] Data", "COLO0011")]
    [InlineData("a record", "Box Data", "COLO0011")]
    [InlineData("another topology", "Disks Data", "COLO0011")]
    [InlineData("a text", "string Owner", "COLO0023")]
    [InlineData("one that is marked", "[NotInDocuments] Box Data", "")]
    public void A_topology_has_a_property_that_holds_a_layer_in(string condition, string parameter, string ids) => Assert.Equal(
        (condition, ids), (condition, Ids.Of($"{Holders} [Topology] partial record R([Disk(\"vda\")] Image Root, {parameter});")));

    [Theory]
    [InlineData("a field", "public Image Other = new(\"/x\");", "COLO0011", "COLO0011")]
    [InlineData("a field that is internal", "internal readonly Image Other = new(\"/x\");", "COLO0011", "COLO0011")]
    [InlineData("two fields", "public Image A = new(\"/x\"), B = new(\"/y\");", "COLO0011 COLO0011", "COLO0011 COLO0011")]
    [InlineData("a field of a list", "public Image[] Others = [];", "COLO0011", "COLO0011")]
    [InlineData("a field that is marked", "[NotInDocuments] public Image Other = new(\"/x\");", "", "")]
    [InlineData("a private field", "private readonly Image _other = new(\"/x\"); public string Name() => _other.File;", "", "")]
    [InlineData("a protected field", "protected Image Other = new(\"/x\");", "", "")]
    [InlineData("a static field", "public static readonly Image Default = new(\"/x\");", "COLO0011", "")]
    [InlineData("a static property", "public static Image Default => new(\"/x\");", "COLO0011", "")]
    [InlineData("a static field of its own type", "public static readonly R? Default = null;", "", "")]
    [InlineData("a property without a getter", "public Image Other { set { } }", "COLO0011", "COLO0011")]
    [InlineData("an indexer", "public Image this[int at] => new(\"/x\");", "COLO0011", "COLO0011")]
    [InlineData("an indexer of what is read", "public Image this[int at] => Child;", "", "")]
    [InlineData("a computed collection of what is read", "public IEnumerable<Image> All => [Child];", "", "")]
    [InlineData("a computed collection", "public IEnumerable<Image> All => [new Image(\"/x\")];", "COLO0011", "COLO0011")]
    [InlineData("a method", "public Image Other() => new(\"/x\");", "", "")]
    [InlineData("an event", "public event System.Action<Image>? Opened { add { } remove { } }", "", "")]
    public void A_member_that_is_no_readable_property_holds_a_layer(string condition, string member, string ofQuorum, string ofTopology)
    {
        string quorum = $"{Holders} [Quorum(VoteThreshold = 1)] record R(Image Child) {{ {member} }}";
        string topology = $"{Holders} [Topology] partial record R([Disk(\"vda\")] Image Child) {{ {member} }}";
        Assert.Equal((condition, ofQuorum, ofTopology), (condition, Ids.Of(quorum), Ids.Of(topology)));
    }

    [Theory]
    [InlineData(
        "a field is the backing layer",
        "[FileSource(Format = DiskFormat.Qcow2)] record R(string File) { public Image Backing = new(\"/x\"); }",
        "COLO0011")]
    [InlineData(
        "another layer is made from it",
        "[FileSource(Format = DiskFormat.Qcow2)] record R(string File, Box Box) { public Image Backing => Box.I; }",
        "")]
    [InlineData(
        "another layer of the base type is made from it",
        "record B(string File, Image Backing); [FileSource(Format = DiskFormat.Qcow2)] record R(string File, Box Box) : B(File, Box.I);",
        "")]
    [InlineData(
        "an inherited property",
        "record B(Box Box); [FileSource(Format = DiskFormat.Qcow2)] record R(string File, Box Box) : B(Box);",
        "COLO0011")]
    [InlineData(
        "an inherited field",
        "record B { public Image A = new(\"/x\"); } [Topology] partial record R([Disk(\"vda\")] Image Root) : B;",
        "COLO0011")]
    [InlineData(
        "an override",
        """
        abstract record B { public abstract Plain A { get; } }
        [FileSource(Format = DiskFormat.Raw)] record R(string File, Plain A) : B { public override Plain A { get; } = A; }
        """,
        "COLO0011")]
    [InlineData("of an interface", "interface I { Plain A { get; } } [FileSource(Format = DiskFormat.Raw)] record R(string File, Plain A) : I;", "COLO0011")]
    [InlineData("a layer of a pair", "[ColoPair] partial record R(Disks Primary, Disks Secondary, Image Other);", "COLO0011")]
    [InlineData("a third host of a pair", "[ColoPair] partial record R(Disks Primary, Disks Secondary, Disks Third);", "COLO0011")]
    [InlineData(
        "the type argument of a layer",
        "[FileSource(Format = DiskFormat.Qcow2)] record Over<T>(string File, T Backing); [Topology] partial record R([Disk(\"vda\")] Over<Plain> Root);",
        "COLO0011")]
    [InlineData(
        "no type argument of a layer",
        "[FileSource(Format = DiskFormat.Qcow2)] record Over<T>(string File, T Backing); [Topology] partial record R([Disk(\"vda\")] Over<Image> Root);",
        "")]
    public void A_layer_is_lost(string condition, string declarations, string ids) => Assert.Equal(
        (condition, ids),
        (condition, string.Join(' ', Ids.Of(Holders + declarations).Split(' ').Where(id => id is "COLO0011" or "COLO0023"))));

    [Theory]
    [InlineData("a topology with a disk", "record R(Image Root, [property: Disk(\"vdb\")] Image Data) : Host(Root);", "COLO0026")]
    [InlineData("another topology", "[Topology] partial record R(Image Root, [Disk(\"vdb\")] Image Data) : Host(Root);", "COLO0026")]
    [InlineData("the same topology", "[Topology] partial record R(Image Root) : Host(Root);", "COLO0026")]
    [InlineData("a domain", "[Domain(\"x\")] record R(Image Root) : Host(Root);", "COLO0021 COLO0026")]
    [InlineData("a setting of the domain", "record R(Image Root, int Vcpus) : Host(Root);", "COLO0026")]
    [InlineData("a disk that is not attached", "record R(Image Root, Image Data) : Host(Root);", "COLO0026")]
    [InlineData("a field", "record R(Image Root) : Host(Root) { public Image Data = new(\"/x\"); }", "COLO0026")]
    [InlineData("a disk that is hidden", "record R(Image Root) : Host(Root) { public new Image Root => new(\"/x\"); }", "COLO0026")]
    [InlineData("a setting that is hidden", "record R(Image Root) : Host(Root) { public new string Serial => \"x\"; }", "COLO0026")]
    [InlineData("an attribute of a parameter", "record R([Disk(\"vdb\")] Image Root) : Host(Root);", "COLO0026")]
    [InlineData("an attribute of an override", "record R(Image Root) : Host(Root) { [Disk(\"vdb\")] public override Image? Spare => null; }", "COLO0026")]
    [InlineData("another in between", "record S(Image Root) : Host(Root); record R(Image Root, [Disk(\"vdb\")] Image Data) : S(Root);", "COLO0026")]
    [InlineData("each of two", "record S(Image A, Image B) : Host(A); [Topology] partial record R(Image A, Image B) : S(A, B);", "COLO0026 COLO0026")]
    [InlineData("a setting of a pair", "record R(Host Primary, Host Secondary, int CheckpointDelay) : Pair(Primary, Secondary);", "COLO0026")]
    [InlineData("another pair", "[ColoPair] partial record R(Host Primary, Host Secondary) : Pair(Primary, Secondary);", "COLO0026")]
    [InlineData("another host", "record R(Host Primary, Host Secondary) : Pair(Primary, Secondary) { public new Host Primary => Secondary; }", "COLO0026")]
    [InlineData("nothing", "record R(Image Root) : Host(Root) { public int Number => 5; public override string ToString() => \"\"; }", "")]
    [InlineData("an override of a disk", "record R(Image Root) : Host(Root) { public override Image? Spare => new(\"/x\"); }", "")]
    [InlineData("a private field", "record R(Image Root) : Host(Root) { private readonly Image _a = new(\"/x\"); public string A() => _a.File; }", "")]
    [InlineData("a static field", "record R(Image Root) : Host(Root) { public static readonly Image Default = new(\"/x\"); }", "")]
    [InlineData("a layer that is marked", "record R(Image Root, [property: NotInDocuments] Image Data) : Host(Root);", "")]
    [InlineData("nothing of a pair", "record R(Host Primary, Host Secondary, string Owner) : Pair(Primary, Secondary);", "")]
    public void A_topology_or_pair_has_a_derived_record_with(string condition, string declarations, string ids) => Assert.Equal(
        (condition, ids),
        (condition, string.Join(' ', Ids.Of(declarations
            + """
             [Topology, Domain("x")] partial record Host([Disk("vda")] Image Root)
             {
                 [HostDisk("spare")]
                 public virtual Image? Spare => null;

                 [Serial("vda")]
                 public string Serial => "s";
             }

             [ColoPair] partial record Pair(Host Primary, Host Secondary);
             """).Split(' ').Where(id => id is "COLO0018" or "COLO0021" or "COLO0026"))));

    [Fact]
    public void A_topology_of_another_assembly_has_a_derived_record_with_a_disk()
    {
        Compilation library = Compile.Generate(Compile.Sources(Image + "[Topology] public partial record Host([Disk(\"vda\")] Image Root);")).Output;
        Compilation application = Compile.Sources("using ColoGen; public record R(Image Root, [property: Disk(\"vdb\")] Image Data) : Host(Root);")
            .AddReferences(library.ToMetadataReference());
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(application));
        Assert.Equal(("COLO0026", true), (diagnostic.Id, diagnostic.Location.IsInSource));
        Assert.Contains("make 'Host' sealed", diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_layer_of_another_assembly_that_loses_a_layer_is_reported_where_it_is_used()
    {
        Compilation library = Compile.Sources(
            Image + "public record Plain(string File) : Image(File); [FileSource(Format = DiskFormat.Qcow2)] public record Over(string File, Plain Backing);");
        Compilation application = Compile.Sources("using ColoGen; [Topology] public partial record Host([Disk(\"vda\")] Over Root);")
            .AddReferences(library.ToMetadataReference());
        Assert.Equal("COLO0011", Assert.Single(Compile.Analyze(application)).Id);
    }

    [Theory]
    [InlineData("[FileSource(Format = DiskFormat.Qcow2)] record R(string File, Image[][] Backing);", "Backing", "'Backing' holds a layer")]
    [InlineData("[FileSource(Format = DiskFormat.Qcow2)] record R(string File) { public Image A = new(\"/x\"); }", "A", "make it a property")]
    [InlineData("[Quorum(VoteThreshold = 1)] record R(Image Child) { public Image this[int at] => new(\"/x\"); }", "this", "declare a property")]
    [InlineData("[Quorum(VoteThreshold = 1)] record R(Image Child) { public static Image A => new(\"/x\"); }", "A", "make it an instance property")]
    [InlineData("[Quorum(VoteThreshold = 1)] record R(Image Child) { public Image A { set { } } }", "A", "add a getter")]
    [InlineData("record B { public Image A = new(\"/x\"); } [Topology] partial record R : B;", "R", "'A' holds a layer")]
    [InlineData("record P(string File) : Image(File); [Topology] partial record R(P A);", "A", "give 'P' the attribute of its base type")]
    [InlineData("[Topology] partial record R(Image[][] A);", "A", "with [Disk] or [HostDisk] for each layer")]
    [InlineData("[Topology] partial record H([Disk(\"vda\")] Image A); [ColoPair] partial record R(H Primary, H Secondary, Image B);", "B", "in the hosts")]
    [InlineData("[Topology] partial record H([Disk(\"vda\")] Image A); record R(Image A, Image B) : H(A);", "R", "'R' derives from 'H'")]
    public void A_lost_layer_is_reported_at_its_name_with_what_to_do(string declarations, string place, string advice)
    {
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(Compile.Sources(Image + declarations)), found => found.Id is "COLO0011" or "COLO0026");
        Assert.Equal(place, diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Contains(advice, diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void The_documents_of_a_derived_topology_compile()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            Image + """
            [Topology, Domain("x")] public partial record Host([Disk("vda")] Image Root);
            [Topology] public partial record Derived(Image Root, [Disk("vdb")] Image Data) : Host(Root);
            """));
        Assert.DoesNotContain(generation.Output.GetDiagnostics(), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("COLO0026", Assert.Single(Compile.Analyze(generation.Output)).Id);
    }

    [Theory]
    [InlineData("another layer", "[FileSource(Format = DiskFormat.Raw)] record R(string File) : Base(File);", "COLO0018")]
    [InlineData("a setting", "record R(string File, string SecretFile, string SecretUuid) : Base(File);", "COLO0018")]
    [InlineData("a hidden setting", "record R(string File) : Base(File) { public new string File => \"/y\"; }", "COLO0018")]
    [InlineData("a layer below", "record R(string File, Base Backing) : Base(File);", "COLO0018")]
    [InlineData("another in between", "record S(string File) : Base(File); [FileSource(Format = DiskFormat.Raw)] record R(string File) : S(File);", "COLO0018")]
    [InlineData("a field", "record R(string File) : Base(File) { public Image Backing = new(\"/x\"); }", "COLO0018")]
    [InlineData("a layer that is lost", "record R(string File, Image[][] Backing) : Base(File);", "COLO0018")]
    [InlineData("a layer that is marked", "record R(string File, [property: NotInDocuments] Image Backing) : Base(File);", "")]
    [InlineData("a static field", "record R(string File) : Base(File) { public static readonly R Default = new(\"/x\"); }", "")]
    [InlineData("nothing", "record R(string File) : Base(File) { public int Number => 5; }", "")]
    [InlineData("an override", "record R(string File) : Base(File) { public override string ToString() => File; }", "")]
    public void A_layer_has_a_derived_record_with(string condition, string declarations, string ids) => Assert.Equal(
        (condition, ids),
        (condition, Ids.Of(declarations + " [FileSource(Format = DiskFormat.Qcow2)] record Base(string File);")));
}
