using ColoGen.Core.Rules;
using ColoGen.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>Rules about both hosts of a pair. Each row changes a valid pair.</summary>
public sealed class PairTests
{
    private const string Primary = "public sealed partial record PrimaryHost(";
    private const string Secondary = "    [Disk(\"vda\")] SecondaryRoot Root);";
    private const string Client = "[NbdSource(Format = DiskFormat.Raw)]";
    private const string Pair = "[ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = 10809, MigrationPort = 9998)]";
    private const string Hosts = "PrimaryHost Primary, SecondaryHost Secondary, string NbdHost, string MigrationHost";

    private static readonly string s_right = RulePage.Of(RuleCatalog.All.Single(rule => rule.Id == "COLO0521")).Right;

    [Fact]
    public void The_pair_without_a_change_is_right() => Assert.Empty(IdsOf(s_right));

    [Theory]
    [InlineData("no primary", "COLO0521", Hosts, "SecondaryHost Secondary, string NbdHost, string MigrationHost")]
    [InlineData("a wildcard as the host", "COLO0533", "NbdPort = 10809", "MigrationHost = \"[::]\", NbdPort = 10809", ", string MigrationHost", "")]
    [InlineData("hosts that are swapped", "COLO0522", "PrimaryHost Primary, SecondaryHost Secondary,", "SecondaryHost Primary, PrimaryHost Secondary,")]
    [InlineData("a primary that is a layer", "COLO0521", "PrimaryHost Primary,", "PrimaryRoot Primary,")]
    [InlineData("a primary that is a string", "COLO0521", "PrimaryHost Primary,", "string Primary,")]
    [InlineData("other devs", "COLO0523", "PrimaryHost([Disk(\"vda\")]", "PrimaryHost([Disk(\"vdb\")]")]
    [InlineData(
        "a CD-ROM on the secondary alone",
        "COLO0523",
        Secondary,
        "    [Disk(\"vda\")] SecondaryRoot Root,\n    [Disk(\"sda\", Device = DiskDevice.Cdrom)] Image? Tools);")]
    [InlineData("a boot order on the primary alone", "COLO0524", "PrimaryHost([Disk(\"vda\")]", "PrimaryHost([Disk(\"vda\", BootOrder = 1)]")]
    [InlineData(
        "a number of the top layer on the primary alone",
        "COLO0524",
        "ReadPattern = QuorumReadPattern.Fifo)]\npublic sealed partial record PrimaryRoot",
        "ReadPattern = QuorumReadPattern.Fifo, Index = 4)]\npublic sealed partial record PrimaryRoot")]
    [InlineData(
        "a number of the top layer on both hosts",
        "",
        "ReadPattern = QuorumReadPattern.Fifo)]\npublic sealed partial record PrimaryRoot",
        "ReadPattern = QuorumReadPattern.Fifo, Index = 4)]\npublic sealed partial record PrimaryRoot",
        "ReadPattern = QuorumReadPattern.Fifo)]\npublic sealed partial record SecondaryRoot",
        "ReadPattern = QuorumReadPattern.Fifo, Index = 4)]\npublic sealed partial record SecondaryRoot")]
    [InlineData("a serial on the secondary alone", "COLO0524", Secondary, "    [Disk(\"vda\", Serial = \"A\")] SecondaryRoot Root);")]
    [InlineData("a primary without a replica", "COLO0525", "PrimaryRoot(Image Local, PrimaryReplica? Replica)", "PrimaryRoot(Image Local, Image Other)")]
    [InlineData("a child after the replica", "COLO0528", "PrimaryReplica? Replica", "PrimaryReplica? Replica, Image Last")]
    [InlineData(
        "a child that may be absent before the replica",
        "COLO0528",
        "Image Local, PrimaryReplica? Replica",
        "Image Local, Image? Maybe, PrimaryReplica? Replica")]
    [InlineData(
        "a secondary whose replica is not the first child",
        "COLO0517",
        "SecondaryRoot(SecondaryReplica Local)",
        "SecondaryRoot(Image First, SecondaryReplica? Local)")]
    [InlineData(
        "a secondary whose replica may be absent",
        "COLO0528",
        "SecondaryRoot(SecondaryReplica Local)",
        "SecondaryRoot(SecondaryReplica? Local, Image Last)")]
    [InlineData(
        "a TLS host name of run time",
        "COLO0529",
        Client,
        "[NbdSource(Format = DiskFormat.Raw, Tls = true)]",
        "int Port)",
        "int Port, string TlsHostname)")]
    [InlineData(
        "a client over a socket",
        "COLO0529",
        "[NbdSource(Format = DiskFormat.Raw)]\npublic sealed partial record SecondaryExport(string Host, int Port);",
        "[NbdSource(Format = DiskFormat.Raw, Socket = \"/run/nbd\")]\npublic sealed partial record SecondaryExport;")]
    [InlineData(
        "other processors",
        "COLO0530",
        "[Topology]\npublic sealed partial record PrimaryHost",
        "[Topology, Domain(\"a\", Vcpus = 2)]\npublic sealed partial record PrimaryHost",
        "[Topology]\npublic sealed partial record SecondaryHost",
        "[Topology, Domain(\"b\")]\npublic sealed partial record SecondaryHost")]
    [InlineData(
        "another machine",
        "COLO0530",
        "[Topology]\npublic sealed partial record PrimaryHost",
        "[Topology, Domain(\"a\", Machine = \"pc\")]\npublic sealed partial record PrimaryHost",
        "[Topology]\npublic sealed partial record SecondaryHost",
        "[Topology, Domain(\"b\")]\npublic sealed partial record SecondaryHost")]
    [InlineData("no QEMU version", "COLO0701", "Qemu = QemuVersion.Qemu7To10", "Qemu = QemuVersion.Unspecified")]
    [InlineData("a QEMU version without a name", "COLO0607", "Qemu = QemuVersion.Qemu7To10", "Qemu = (QemuVersion)7")]
    [InlineData("another export", "COLO0804", Client, "[NbdSource(Format = DiskFormat.Raw, Export = \"PARENT0\")]")]
    [InlineData("a client with a constant host", "COLO0805", Client, "[NbdSource(Format = DiskFormat.Raw, Host = \"h\")]", "string Host, ", "")]
    [InlineData("one port for NBD and migration", "COLO0806", "NbdPort = 10809", "NbdPort = 9998")]
    [InlineData("no NBD host", "COLO0103", "string NbdHost, ", "")]
    [InlineData("no NBD port", "COLO0103", "NbdPort = 10809, ", "")]
    [InlineData(
        "an empty NBD host",
        "COLO0106",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "an NBD host in brackets",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"[::1]\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "a migration host of IPv6 without brackets",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"::1\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "a migration host with a control character",
        "COLO0104",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"a\\u0001\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "an NBD host of every address",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"*\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "an NBD host with a blank",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"a b\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "an NBD host with an empty zone",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"fe80::1%\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "a migration host of every address",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"*\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "a migration host with a comma",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"a,b\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "a migration host that is a name in brackets",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"[a]\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "a migration host of 65 characters",
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = 1, MigrationPort = 2, "
            + "MigrationHost = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")]",
        ", string MigrationHost",
        "")]
    [InlineData("a port above 65535", "COLO0601", "NbdPort = 10809", "NbdPort = 65536")]
    [InlineData("a delay below 0", "COLO0601", "MigrationPort = 9998", "MigrationPort = 9998, CheckpointDelay = -1")]
    [InlineData("a size of 0", "COLO0601", Client, "[NbdSource(Format = DiskFormat.Raw, Size = 0)]")]
    [InlineData("an NBD host that is a number", "COLO0008", "string NbdHost", "int NbdHost")]
    [InlineData("a port as a constant and as a property", "COLO0010", "string NbdHost", "int NbdPort, string NbdHost")]
    [InlineData("an NBD host that may be null", "COLO0014", "string NbdHost", "string? NbdHost")]
    [InlineData(
        "a class",
        "COLO0001",
        "public sealed partial record ShopPair(" + Hosts + ");",
        "public sealed partial class ShopPair { public PrimaryHost Primary => null!; public SecondaryHost Secondary => null!; "
        + "public string NbdHost => \"\"; public string MigrationHost => \"\"; }")]
    [InlineData("a record that is not partial", "COLO0002", "public sealed partial record ShopPair", "public sealed record ShopPair")]
    [InlineData("a member of a generated name", "COLO0003", "string MigrationHost);", "string MigrationHost) { public void WriteCommands() { } }")]
    [InlineData("a dev of a generated node name", "COLO0314", Secondary, "    [HostDisk(\"vda-replica\")] Image Scratch,\n" + Secondary)]
    [InlineData(
        "an active disk of another size than the primary's disk",
        "COLO0531",
        "[FileSource(Format = DiskFormat.Qcow2)]\npublic sealed partial record ActiveDisk",
        "[FileSource(Format = DiskFormat.Qcow2, Size = 2048)]\npublic sealed partial record ActiveDisk",
        "PrimaryRoot(Image Local",
        "PrimaryRoot(Active1K Local",
        "[Topology]\npublic sealed partial record PrimaryHost",
        "[FileSource(Format = DiskFormat.Raw, Size = 1024)]\npublic sealed record Active1K(string File);\n\n"
        + "[Topology]\npublic sealed partial record PrimaryHost")]
    [InlineData("an export that is not writable", "COLO0506", "NbdExport(Writable = true)", "NbdExport")]
    public void One_mistake_is_one_diagnostic(string mistake, string id, params string[] edits) =>
        Assert.Equal((mistake, id), (mistake, string.Join(' ', IdsOf(Edited(edits)))));

    [Theory]
    [InlineData(
        "one port on two addresses",
        "NbdPort = 10809",
        "NbdPort = 9998, NbdHost = \"10.0.0.1\", MigrationHost = \"10.0.0.2\"",
        ", string NbdHost, string MigrationHost",
        "")]
    [InlineData(
        "a client with a constant port and export",
        Client,
        "[NbdSource(Format = DiskFormat.Raw, Port = 10809, Export = \"parent0\")]",
        ", int Port",
        "")]
    [InlineData(
        "all values of run time",
        Pair,
        "[ColoPair]",
        "string NbdHost,",
        "QemuVersion Qemu, int NbdPort, int MigrationPort, uint? CheckpointDelay, string NbdHost,")]
    [InlineData(
        "an NBD host with an underscore",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"a_b\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "an NBD host of a zone",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"fe80::1%eth0\")]",
        "string NbdHost, ",
        "")]
    [InlineData(
        "a migration host of IPv6 with a zone",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"[fe80::1%eth0]\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "a migration host of 64 characters",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = 1, MigrationPort = 2, "
            + "MigrationHost = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "a migration host of 65 characters for QEMU 11",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, "
            + "MigrationHost = \"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\")]",
        ", string MigrationHost",
        "")]
    [InlineData("two local children before the replica", "Image Local, PrimaryReplica?", "Image Local, Image Second, PrimaryReplica?")]
    [InlineData("TLS with a host name", Client, "[NbdSource(Format = DiskFormat.Raw, Tls = true, TlsHostname = \"secondary\")]")]
    [InlineData("a serial and a boot order on both hosts", "\"vda\"", "\"vda\", Serial = \"S\", BootOrder = 1")]
    [InlineData(
        "a serial of run time on the primary",
        Primary,
        Primary + "[Serial(\"vda\")] string Serial, ",
        Secondary,
        "    [Disk(\"vda\", Serial = \"S\")] SecondaryRoot Root);")]
    [InlineData(
        "one size of all images",
        "DiskFormat.Qcow2)]",
        "DiskFormat.Qcow2, Size = 1 << 30)]",
        "DiskFormat.Qcow2),",
        "DiskFormat.Qcow2, Size = 1 << 30),")]
    public void Another_valid_pair_is_not_reported(string condition, params string[] edits) =>
        Assert.Equal((condition, ""), (condition, string.Join(' ', IdsOf(Edited(edits)))));

    [Fact]
    public void A_diagnostic_is_on_the_pair_s_property_and_points_to_both_hosts()
    {
        Diagnostic diagnostic =
            Assert.Single(Compile.Analyze(Compile.Sources(Edited("PrimaryHost([Disk(\"vda\")]", "PrimaryHost([Disk(\"vda\", BootOrder = 7)]"))));
        Assert.Equal("Secondary", Text(diagnostic.Location));
        Assert.Equal(["Disk(\"vda\")", "BootOrder = 7"], diagnostic.AdditionalLocations.Select(Text));
    }

    [Fact]
    public void A_diagnostic_of_the_pair_s_own_settings_is_on_the_argument()
    {
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(Compile.Sources(Edited("NbdPort = 10809", "NbdPort = 9998"))));
        Assert.Equal("MigrationPort = 9998", Text(diagnostic.Location));
        Assert.Equal(["NbdPort = 9998"], diagnostic.AdditionalLocations.Select(Text));
    }

    private static IEnumerable<string> IdsOf(string source)
    {
        Compilation compilation = Compile.Sources(source);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return Compile.Analyze(compilation).Select(diagnostic => diagnostic.Id).Order();
    }

    private static string Text(Location location) => location.SourceTree!.ToString().Substring(location.SourceSpan.Start, location.SourceSpan.Length);

    private static string Edited(params string[] edits)
    {
        string source = s_right;
        for (int at = 0; at < edits.Length; at += 2)
        {
            Assert.Contains(edits[at], source);
            source = source.Replace(edits[at], edits[at + 1]);
        }

        return source;
    }
}
