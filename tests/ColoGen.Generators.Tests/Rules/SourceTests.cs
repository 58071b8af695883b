using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Rules;

public sealed class SourceTests
{
    [Theory]
    [InlineData("a raw file", """FileSource(Format = DiskFormat.Raw, File = "/x")""", "")]
    [InlineData("a format that is unspecified", """FileSource(Format = DiskFormat.Unspecified, File = "/x")""", "COLO0101")]
    [InlineData("a format without a name", """FileSource(Format = (DiskFormat)99, File = "/x")""", "COLO0101")]
    [InlineData("a format below 0", """FileSource(Format = (DiskFormat)(-1), File = "/x")""", "COLO0101")]
    [InlineData("a file source without a file", """FileSource(Format = DiskFormat.Raw)""", "COLO0103")]
    [InlineData("a file source whose file is null", """FileSource(Format = DiskFormat.Raw, File = null)""", "COLO0103")]
    [InlineData("an NBD source without a host", """NbdSource(Format = DiskFormat.Raw, Port = 1)""", "COLO0103")]
    [InlineData("a block source without a device", """BlockSource(Format = DiskFormat.Raw)""", "COLO0103")]
    [InlineData("a path with a tab", """FileSource(Format = DiskFormat.Raw, File = "/\t")""", "")]
    [InlineData("a path with a line feed", """FileSource(Format = DiskFormat.Raw, File = "/a\nb")""", "COLO0104")]
    [InlineData("a path with a carriage return", """FileSource(Format = DiskFormat.Raw, File = "/a\rb")""", "COLO0104")]
    [InlineData("a device with a line feed", """BlockSource(Format = DiskFormat.Raw, Dev = "/dev/a\nb")""", "COLO0104")]
    [InlineData("a socket with a line feed", """NbdSource(Format = DiskFormat.Raw, Socket = "/a\nb")""", "COLO0104")]
    [InlineData("an export with a line feed", """NbdSource(Format = DiskFormat.Raw, Host = "h", Export = "a\nb")""", "")]
    [InlineData("a path with a control character of C1", """FileSource(Format = DiskFormat.Raw, File = "/\u007F\u0085\u009F\u2028")""", "")]
    [InlineData("the root as a path", """FileSource(Format = DiskFormat.Raw, File = "/")""", "COLO0124")]
    [InlineData("a path with a slash at its end", """FileSource(Format = DiskFormat.Raw, File = "/a/")""", "COLO0124")]
    [InlineData("a device with a dot at its end", """BlockSource(Format = DiskFormat.Raw, Dev = "/dev/.")""", "COLO0124")]
    [InlineData("a socket with two dots at its end", """NbdSource(Format = DiskFormat.Raw, Socket = "/a/..")""", "COLO0124")]
    [InlineData("a TLS folder with a slash at its end", """NbdSource(Format = DiskFormat.Raw, Host = "h", Tls = true, TlsDir = "/t/")""", "")]
    [InlineData("a path of three dots", """FileSource(Format = DiskFormat.Raw, File = "/...")""", "")]
    [InlineData("a path with a control character", """FileSource(Format = DiskFormat.Raw, File = "/\u0001")""", "COLO0104")]
    [InlineData("a path with a null character", """FileSource(Format = DiskFormat.Raw, File = "/\0")""", "COLO0104")]
    [InlineData("a path with a surrogate pair", """FileSource(Format = DiskFormat.Raw, File = "/\uD83E\uDD8A")""", "")]
    [InlineData("a path with a high surrogate alone", """FileSource(Format = DiskFormat.Raw, File = "/\uD83E")""", "COLO0104")]
    [InlineData("a path with swapped surrogates", """FileSource(Format = DiskFormat.Raw, File = "/\uDD8A\uD83E")""", "COLO0104")]
    [InlineData("a path with a replacement character", """FileSource(Format = DiskFormat.Raw, File = "/\uFFFD")""", "")]
    [InlineData("a path with a noncharacter", """FileSource(Format = DiskFormat.Raw, File = "/\uFFFE")""", "COLO0104")]
    [InlineData("a secret file without a UUID", """FileSource(Format = DiskFormat.Qcow2, File = "/x", SecretFile = "/s")""", "COLO0105")]
    [InlineData(
        "a secret of a format without encryption",
        """FileSource(Format = DiskFormat.Vdi, File = "/x", SecretFile = "/s", SecretUuid = "00000000-0000-0000-0000-000000000000")""",
        "COLO0105")]
    [InlineData("a luks image without a secret", """FileSource(Format = DiskFormat.Luks, File = "/x")""", "COLO0105")]
    [InlineData("an empty path", """FileSource(Format = DiskFormat.Raw, File = "")""", "COLO0106")]
    [InlineData("a relative path", """FileSource(Format = DiskFormat.Raw, File = "x")""", "COLO0107")]
    [InlineData("a path with a protocol", """FileSource(Format = DiskFormat.Raw, File = "nbd://x")""", "COLO0108")]
    [InlineData("a rooted path with a protocol in it", """FileSource(Format = DiskFormat.Raw, File = "/nbd://x")""", "")]
    [InlineData("a block device as a file", """FileSource(Format = DiskFormat.Raw, File = "/dev/sdb")""", "COLO0123")]
    [InlineData("a file in shared memory", """FileSource(Format = DiskFormat.Raw, File = "/dev/shm/x")""", "")]
    [InlineData("a file in a folder whose name starts with dev", """FileSource(Format = DiskFormat.Raw, File = "/device/x")""", "")]
    [InlineData("a block device as a block source", """BlockSource(Format = DiskFormat.Raw, Dev = "/dev/sdb")""", "")]
    [InlineData("a file as a block source", """BlockSource(Format = DiskFormat.Raw, Dev = "/images/x")""", "COLO0123")]
    [InlineData("a raw file with a qcow2 extension", """FileSource(Format = DiskFormat.Raw, File = "/x.QCOW2")""", "COLO0109")]
    [InlineData("a raw file of Azure", """FileSource(Format = DiskFormat.Raw, File = "/azure.vhd")""", "COLO0109")]
    [InlineData("an archive", """FileSource(Format = DiskFormat.Raw, File = "/appliance.ova")""", "COLO0109")]
    [InlineData("a compressed image", """FileSource(Format = DiskFormat.Qcow2, File = "/x.qcow2.XZ")""", "COLO0109")]
    [InlineData("a qcow2 image of another program", """FileSource(Format = DiskFormat.Qcow2, File = "/x.vmdk")""", "COLO0109")]
    [InlineData("a qcow2 image as an ISO", """FileSource(Format = DiskFormat.Qcow2, File = "/x.iso")""", "COLO0109")]
    [InlineData("a flat extent as raw", """FileSource(Format = DiskFormat.Raw, File = "/x-FLAT.vmdk")""", "")]
    [InlineData("a flat extent of several as raw", """FileSource(Format = DiskFormat.Raw, File = "/x-f001.vmdk")""", "")]
    [InlineData("a sparse extent as raw", """FileSource(Format = DiskFormat.Raw, File = "/x-s001.vmdk")""", "COLO0109")]
    [InlineData("a flat extent as VMDK", """FileSource(Format = DiskFormat.Vmdk, File = "/x-flat.vmdk")""", "COLO0109")]
    [InlineData("an extension of two formats", """FileSource(Format = DiskFormat.Qcow2, File = "/x.qcow")""", "")]
    [InlineData("a copy", """FileSource(Format = DiskFormat.Raw, File = "/x.qcow2.bak~")""", "COLO0109")]
    [InlineData("a copy of the same format", """FileSource(Format = DiskFormat.Qcow2, File = "/x.qcow2.orig")""", "")]
    [InlineData("an overlay named after a raw file", """FileSource(Format = DiskFormat.Qcow2, File = "/x.raw.snap1")""", "")]
    [InlineData("a folder with an extension", """FileSource(Format = DiskFormat.Raw, File = "/x.qcow2/disk")""", "")]
    [InlineData("a raw file with a neutral extension", """FileSource(Format = DiskFormat.Raw, File = "/x.img")""", "")]
    [InlineData("an old format", """FileSource(Format = DiskFormat.Qed, File = "/x")""", "COLO0111")]
    [InlineData("a socket and a host", """NbdSource(Format = DiskFormat.Raw, Socket = "/s", Host = "h")""", "COLO0112")]
    [InlineData("a socket, a host and a port", """NbdSource(Format = DiskFormat.Raw, Socket = "/s", Host = "h", Port = 1)""", "COLO0112 COLO0112")]
    [InlineData("a TLS folder without TLS", """NbdSource(Format = DiskFormat.Raw, Host = "h", TlsDir = "/t")""", "COLO0113")]
    [InlineData("a TLS folder with TLS", """NbdSource(Format = DiskFormat.Raw, Host = "h", Tls = true, TlsDir = "/t")""", "")]
    [InlineData("a secret UUID that is none", """FileSource(Format = DiskFormat.Luks, File = "/x", SecretFile = "/s", SecretUuid = "0")""", "COLO0115")]
    [InlineData(
        "a secret UUID with a blank",
        """FileSource(Format = DiskFormat.Luks, File = "/x", SecretFile = "/s", SecretUuid = " 0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")""",
        "COLO0115")]
    [InlineData(
        "a secret UUID without hyphens",
        """FileSource(Format = DiskFormat.Luks, File = "/x", SecretFile = "/s", SecretUuid = "0a81f5b284037b23c8d621ccc2f80d6f")""",
        "")]
    [InlineData("a host with a port in it", """NbdSource(Format = DiskFormat.Raw, Host = "h:1")""", "COLO0116")]
    [InlineData("a host that is an IPv6 address", """NbdSource(Format = DiskFormat.Raw, Host = "fe80::1")""", "")]
    [InlineData("TLS over a socket", """NbdSource(Format = DiskFormat.Raw, Socket = "/s", Tls = true)""", "COLO0117")]
    public void Of_a_source(string condition, string attribute, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.Of($"[{attribute}] public sealed record Source;")));

    [Theory]
    [InlineData("a tab", "Topology", "File = \"/a\\tb\"", "COLO0104")]
    [InlineData("a delete", "Topology", "File = \"/a\\u007Fb\"", "COLO0104")]
    [InlineData("a C1 control", "Topology", "File = \"/a\\u0085b\"", "")]
    [InlineData("a line break, in no document", "Topology", "File = \"/a\\nb\"", "COLO0104")]
    [InlineData("a tab in the drive arguments", "Topology(Documents = TopologyDocuments.DriveArguments)", "File = \"/a\\tb\"", "COLO0104")]
    [InlineData("a tab in other documents", "Topology(Documents = TopologyDocuments.Qmp | TopologyDocuments.DomainXml)", "File = \"/a\\tb\"", "")]
    public void Of_a_control_character(string condition, string topology, string file, string ids) => Assert.Equal((condition, ids), (condition, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Raw, {file})] public sealed record Source;
        [{topology}] public sealed partial record Host([Disk("vda")] Source Root);
        """)));

    [Fact]
    public void Of_an_export_with_a_line_break() => Assert.Equal("COLO0104", Ids.Of(
        """
        [NbdSource(Format = DiskFormat.Raw, Host = "h", Export = "a\nquit\n")] public sealed record Source;
        [Topology] public sealed partial record Host([Disk("vda")] Source Root);
        """));

    [Fact]
    public void A_control_character_is_reported_once_at_its_argument()
    {
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(Compile.Sources(
            "using ColoGen; [NbdSource(Format = DiskFormat.Raw, Host = \"h\", Export = \"a\\tb\")] public sealed record Remote;",
            "using ColoGen; [Topology] public sealed partial record Host([Disk(\"vda\")] Remote Root);",
            "using ColoGen; [Topology] public sealed partial record Other([Disk(\"vdb\")] Remote Root);")));
        Assert.Equal("COLO0104", diagnostic.Id);
        Assert.Equal("Export = \"a\\tb\"", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
    }

    /// <summary>Every noncharacter of Unicode, and its neighbors.</summary>
    [Fact]
    public void Of_every_noncharacter()
    {
        int[] noncharacters =
        [
            .. Enumerable.Range(0xFDD0, 32),
            .. Enumerable.Range(0, 17).SelectMany(plane => new[] { (plane << 16) | 0xFFFE, (plane << 16) | 0xFFFF }),
        ];
        Assert.Equal(66, noncharacters.Length);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("COLO0104", 66)), OfPaths(noncharacters));
        Assert.Equal("", OfPaths([0xFDCF, 0xFDF0, 0xFFFD, 0x10000, 0x1FFFD, 0x20000, 0xFFFFD, 0x100000, 0x10FFFD]));

        static string OfPaths(IEnumerable<int> characters) => Ids.Of(string.Concat(characters.Select(character =>
            $"""[FileSource(Format = DiskFormat.Raw, File = "/\U{character:X8}")] public sealed record Source{character};""" + "\n")));
    }

    [Theory]
    [InlineData("*", "COLO0116")]
    [InlineData("a b", "COLO0116")]
    [InlineData("a,b", "COLO0116")]
    [InlineData("a_b", "COLO0116")]
    [InlineData("a/b", "COLO0116")]
    [InlineData("ä", "COLO0116")]
    [InlineData("[::1]", "COLO0116")]
    [InlineData("g::1", "COLO0116")]
    [InlineData("1:2", "COLO0116")]
    [InlineData("fe80::1%eth0", "COLO0116")]
    [InlineData(" ", "COLO0116")]
    [InlineData("a.b-c.", "")]
    [InlineData("127.1", "")]
    [InlineData("::", "")]
    [InlineData("::ffff:1.2.3.4", "")]
    [InlineData("1:2:3:4:5:6:7:8", "")]
    public void Of_a_host(string host, string ids) =>
        Assert.Equal(ids, Ids.Of($"""[NbdSource(Format = DiskFormat.Raw, Host = "{host}")] public sealed record Source;"""));

    [Theory]
    [InlineData("Socket", 1, 108, "")]
    [InlineData("Socket", 1, 109, "COLO0122")]
    [InlineData("File", 1, 256, "")]
    [InlineData("File", 1, 257, "COLO0122")]
    [InlineData("File", 16, 255, "")]
    [InlineData("File", 16, 256, "COLO0122")]
    public void Of_a_long_path(string setting, int names, int bytes, string ids)
    {
        string name = "/" + new string('x', bytes - 1);
        string source = setting == "File" ? "FileSource" : "NbdSource";
        Assert.Equal(
            ids,
            Ids.Of($"""[{source}(Format = DiskFormat.Raw, {setting} = "{string.Concat(Enumerable.Repeat(name, names))}")] public sealed record Source;"""));
    }

    [Fact]
    public void Of_a_long_name_of_long_letters() =>
        Assert.Equal("COLO0122", Ids.Of($"""[FileSource(Format = DiskFormat.Raw, File = "/{new string('日', 86)}")] public sealed record Source;"""));

    [Theory]
    [InlineData("x", 247, "")]
    [InlineData("x", 248, "COLO0118")]
    [InlineData("é", 20, "")]
    [InlineData("é", 124, "COLO0118")]
    [InlineData("日", 20, "")]
    [InlineData("😀", 15, "")]
    [InlineData("😀", 16, "COLO0118")]
    [InlineData("xxxxxxxxxxxxxxxxxxxx😀", 1, "")]
    public void Of_a_name_of_a_domain(string letter, int count, string ids) =>
        Assert.Equal(ids, Ids.OfHost("", $"Topology, Domain(\"{string.Concat(Enumerable.Repeat(letter, count))}\")"));

    [Theory]
    [InlineData(4096, "")]
    [InlineData(4097, "COLO0114")]
    public void Of_a_long_name_of_an_export(int length, string ids) =>
        Assert.Equal(ids, Ids.Of($"""[NbdSource(Format = DiskFormat.Raw, Host = "h", Export = "{new string('x', length)}")] public sealed record Source;"""));

    [Theory]
    [InlineData("Qcow2", "")]
    [InlineData("Vmdk", "")]
    [InlineData("Qed", "COLO0111")]
    [InlineData("Raw", "COLO0102")]
    [InlineData("Vdi", "COLO0102")]
    [InlineData("Parallels", "COLO0102")]
    public void Of_a_format_over_another_layer(string format, string ids)
    {
        Assert.Equal(ids, Ids.Of($"[FileSource(Format = DiskFormat.{format})] public sealed record Source(string File, Image? Backing);"));
        Assert.Equal(ids, Ids.Of($"[FileSource(Format = DiskFormat.{format}), BackingReference] public sealed record Source(string File);"));
    }

    [Theory]
    [InlineData("an image that a guest writes and a host disk reads", """[Disk("vda")] Fixed A, [HostDisk("b", ReadOnly = true)] Fixed B""", "COLO0120")]
    [InlineData("an image that two disks read", """[Disk("vda", ReadOnly = true)] Fixed A, [HostDisk("b", ReadOnly = true)] Fixed B""", "")]
    [InlineData("a raw image that disks share", """[Disk("vda", Shareable = true)] Fixed A, [Disk("vdb", Shareable = true)] Fixed B""", "")]
    [InlineData("a raw image that one disk would share", """[Disk("vda", Shareable = true)] Fixed A, [Disk("vdb")] Fixed B""", "COLO0120")]
    [InlineData("a raw image that is shared and read", """[Disk("vda", Shareable = true)] Fixed A, [Disk("vdb", ReadOnly = true)] Fixed B""", "COLO0120")]
    [InlineData("an image that three disks write", """[Disk("vda")] Fixed A, [Disk("vdb")] Fixed B, [Disk("vdc")] Fixed C""", "COLO0120 COLO0120")]
    [InlineData("an image that two paths name", """[Disk("vda")] Fixed A, [Disk("vdb")] SameFixed B""", "COLO0120")]
    [InlineData(
        "an image of two formats that two disks read",
        """[Disk("vda", ReadOnly = true)] Fixed A, [Disk("vdb", ReadOnly = true)] Qcow2Fixed B""",
        "COLO0125")]
    [InlineData("an image of two formats that is written", """[Disk("vda")] Fixed A, [Disk("vdb", ReadOnly = true)] Qcow2Fixed B""", "COLO0120")]
    [InlineData(
        "an image of two formats that three disks read",
        """[Disk("vda", ReadOnly = true)] Fixed A, [Disk("vdb", ReadOnly = true)] Qcow2Fixed B, [Disk("vdc", ReadOnly = true)] SameFixed C""",
        "COLO0125")]
    [InlineData(
        "an encrypted image that is read as a plain one",
        """[Disk("vda", ReadOnly = true)] Qcow2Fixed A, [Disk("vdb", ReadOnly = true)] Secret B""",
        "COLO0125")]
    [InlineData("an image of two formats below two disks", """[Disk("vda")] OverFixed A, [Disk("vdb")] OverQcow2Fixed B""", "COLO0125")]
    [InlineData("a relative path in two spellings", """[Disk("vda")] Relative A, [Disk("vdb")] SameRelative B""", "COLO0120")]
    [InlineData("relative paths that lead elsewhere", """[Disk("vda")] Relative A, [Disk("vdb")] BelowRelative B""", "")]
    [InlineData("a relative and an absolute path", """[Disk("vda")] Relative A, [Disk("vdb")] Fixed B""", "")]
    [InlineData("a path that leads elsewhere", """[Disk("vda")] Fixed A, [Disk("vdb")] Below B""", "")]
    [InlineData("two exports of one server, known at run time", """[Disk("vda")] Served A, [Disk("vdb")] Served B""", "")]
    [InlineData("an export known at run time and a constant one", """[Disk("vda")] One A, [Disk("vdb")] Served B""", "")]
    [InlineData("one export of one server", """[Disk("vda")] One A, [Disk("vdb")] One B""", "COLO0120")]
    [InlineData("one export of one host in two spellings", """[Disk("vda")] Far A, [Disk("vdb")] SameFar B""", "COLO0120")]
    [InlineData("a list of one image", """[Disk("vda")] Many A""", "COLO0121")]
    [InlineData("a list of one image that is read", """[Disk("vda", ReadOnly = true)] Many A""", "")]
    [InlineData("a format that QEMU can't write", """[Disk("vda")] Old A""", "COLO0110")]
    [InlineData("a format that QEMU can't write, read-only", """[Disk("vda", ReadOnly = true)] Old A""", "")]
    [InlineData("a format that QEMU can't write, as backing", """[Disk("vda")] OverOld A""", "")]
    public void Of_images_that_are_opened(string condition, string parameters, string ids) => Assert.Equal((condition, ids), (condition, Ids.Of(
        $"""
        [FileSource(Format = DiskFormat.Raw, File = "/x")] public sealed record Fixed;
        [FileSource(Format = DiskFormat.Raw, File = "//./x")] public sealed record SameFixed;
        #pragma warning disable COLO0107
        [FileSource(Format = DiskFormat.Raw, File = "x")] public sealed record Relative;
        [FileSource(Format = DiskFormat.Raw, File = ".//./x")] public sealed record SameRelative;
        [FileSource(Format = DiskFormat.Raw, File = "y/../x")] public sealed record BelowRelative;
        #pragma warning restore COLO0107
        [FileSource(Format = DiskFormat.Qcow2, File = "/x")] public sealed record Qcow2Fixed;
        [FileSource(Format = DiskFormat.Qcow2, File = "/x", SecretFile = "/s", SecretUuid = "12345678-1234-1234-1234-123456789abc")]
        public sealed record Secret;
        [FileSource(Format = DiskFormat.Qcow2, File = "/o")] public sealed record OverFixed(Fixed Backing);
        [FileSource(Format = DiskFormat.Qcow2, File = "/p")] public sealed record OverQcow2Fixed(Qcow2Fixed Backing);
        [FileSource(Format = DiskFormat.Raw, File = "/x/../y/x")] public sealed record Below;
        [NbdSource(Format = DiskFormat.Raw, Socket = "/s")] public sealed record Served(string Export);
        [NbdSource(Format = DiskFormat.Raw, Socket = "/s", Export = "e")] public sealed record One;
        [NbdSource(Format = DiskFormat.Raw, Host = "shop", Export = "e")] public sealed record Far;
        [NbdSource(Format = DiskFormat.Raw, Host = "Shop", Port = 10809, Export = "e")] public sealed record SameFar;
        [Quorum(VoteThreshold = 1)] public sealed record Many(Fixed[] Children);
        [FileSource(Format = DiskFormat.Bochs)] public sealed record Old(string File);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record OverOld(string File, Old Backing);
        [Topology] public sealed partial record Host({parameters});
        """)));

    [Theory]
    [InlineData("Topology, Domain", "string Name", "")]
    [InlineData("Topology, Domain", "", "COLO0103")]
    [InlineData("Topology, Domain(\"\")", "", "COLO0103")]
    [InlineData("Topology, Domain(\"x\")", "string Name", "COLO0010")]
    [InlineData("Topology, Domain", "string? Name", "COLO0014")]
    [InlineData("Topology, Domain(\"x\")", "string Machine", "COLO0013")]
    [InlineData("Topology, Domain(\"a\\0b\")", "", "COLO0104")]
    [InlineData("Topology, Domain(\"x\", Uuid = \"x\")", "", "COLO0115")]
    [InlineData("Topology, Domain(\"x\", Uuid = \"0A81f5b2-8403-7b23-c8d6-21ccc2f80d6f\")", "", "")]
    [InlineData("Topology, Domain(\"x\", Uuid = \" 0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f\")", "", "COLO0115")]
    [InlineData("Topology, Domain(\"x\", Uuid = \"0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f\\n\")", "", "COLO0115")]
    [InlineData("Topology, Domain(\"x\", Uuid = \"0x81f5b2-8403-7b23-c8d6-21ccc2f80d6f\")", "", "COLO0115")]
    [InlineData("Topology, Domain(\"x\", Uuid = \"+a81f5b2-8403-7b23-c8d6-21ccc2f80d6f\")", "", "COLO0115")]
    [InlineData("Topology, Domain(\"a/b\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Emulator = \"qemu\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\" \")", "", "COLO0118")]
    [InlineData("Topology, Domain(\" \\t\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Emulator = \"/\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Emulator = \"/usr/bin/\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Emulator = \"/a\\nb\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Emulator = \"\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Machine = \"pc\")", "", "")]
    [InlineData("Topology, Domain(\"x\", Machine = \"pc-i440fx-7.2\")", "", "")]
    [InlineData("Topology, Domain(\"x\", Machine = \"pc-q35-11.1\")", "", "")]
    [InlineData("Topology, Domain(\"x\", Machine = \"Q35\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Machine = \"PC\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Machine = \"microvm\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Machine = \"isapc\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Machine = \"none\")", "", "COLO0118")]
    [InlineData("Topology, Domain(\"x\", Machine = \"\")", "", "COLO0118")]
    public void Of_a_domain(string attributes, string parameters, string ids) => Assert.Equal(ids, Ids.OfHost(parameters, attributes));
}
