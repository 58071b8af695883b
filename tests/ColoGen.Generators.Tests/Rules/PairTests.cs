using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;
using ColoGen.Generators.Tests.Compiling;
using ColoGen.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>What spans the hosts of a pair: each row is one change of a pair that is right.</summary>
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
    [InlineData("COLO0521", Hosts, "SecondaryHost Secondary, string NbdHost, string MigrationHost")]
    [InlineData("COLO0521", "PrimaryHost Primary,", "PrimaryRoot Primary,")]
    [InlineData("COLO0521", "PrimaryHost Primary,", "string Primary,")]
    [InlineData("COLO0523", "PrimaryHost([Disk(\"vda\")]", "PrimaryHost([Disk(\"vdb\")]")]
    [InlineData("COLO0523", Secondary, "    [Disk(\"vda\")] SecondaryRoot Root,\n    [Disk(\"sda\", Device = DiskDevice.Cdrom)] Image? Tools);")]
    [InlineData("COLO0524", "PrimaryHost([Disk(\"vda\")]", "PrimaryHost([Disk(\"vda\", BootOrder = 1)]")]
    [InlineData("COLO0524", Secondary, "    [Disk(\"vda\", Serial = \"A\")] SecondaryRoot Root);")]
    [InlineData("COLO0525", "PrimaryRoot(Image Local, PrimaryReplica? Replica)", "PrimaryRoot(Image Local, Image Other)")]
    [InlineData("COLO0528", "PrimaryReplica? Replica", "PrimaryReplica? Replica, Image Last")]
    [InlineData("COLO0528", "Image Local, PrimaryReplica? Replica", "Image Local, Image? Maybe, PrimaryReplica? Replica")]
    [InlineData("COLO0528", "SecondaryRoot(SecondaryReplica Local)", "SecondaryRoot(Image First, SecondaryReplica? Local)")]
    [InlineData("COLO0529", Client, "[NbdSource(Format = DiskFormat.Raw, Tls = true)]", "int Port)", "int Port, string TlsHostname)")]
    [InlineData(
        "COLO0529",
        "[NbdSource(Format = DiskFormat.Raw)]\npublic sealed partial record SecondaryExport(string Host, int Port);",
        "[NbdSource(Format = DiskFormat.Raw, Socket = \"/run/nbd\")]\npublic sealed partial record SecondaryExport;")]
    [InlineData(
        "COLO0530",
        "[Topology]\npublic sealed partial record PrimaryHost",
        "[Topology, Domain(\"a\", Vcpus = 2)]\npublic sealed partial record PrimaryHost",
        "[Topology]\npublic sealed partial record SecondaryHost",
        "[Topology, Domain(\"b\")]\npublic sealed partial record SecondaryHost")]
    [InlineData(
        "COLO0530",
        "[Topology]\npublic sealed partial record PrimaryHost",
        "[Topology, Domain(\"a\", Machine = \"pc\")]\npublic sealed partial record PrimaryHost",
        "[Topology]\npublic sealed partial record SecondaryHost",
        "[Topology, Domain(\"b\")]\npublic sealed partial record SecondaryHost")]
    [InlineData("COLO0701", "Qemu = QemuVersion.Qemu7To10", "Qemu = QemuVersion.Unspecified")]
    [InlineData("COLO0607", "Qemu = QemuVersion.Qemu7To10", "Qemu = (QemuVersion)7")]
    [InlineData("COLO0804", Client, "[NbdSource(Format = DiskFormat.Raw, Export = \"PARENT0\")]")]
    [InlineData("COLO0805", Client, "[NbdSource(Format = DiskFormat.Raw, Host = \"h\")]", "string Host, ", "")]
    [InlineData("COLO0806", "NbdPort = 10809", "NbdPort = 9998")]
    [InlineData("COLO0103", "string NbdHost, ", "")]
    [InlineData("COLO0103", "NbdPort = 10809, ", "")]
    [InlineData("COLO0106", Pair, "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"\")]", "string NbdHost, ", "")]
    [InlineData("COLO0116", Pair, "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, NbdHost = \"[::1]\")]", "string NbdHost, ", "")]
    [InlineData(
        "COLO0116",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"::1\")]",
        ", string MigrationHost",
        "")]
    [InlineData(
        "COLO0104",
        Pair,
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdPort = 1, MigrationPort = 2, MigrationHost = \"a\\u0001\")]",
        ", string MigrationHost",
        "")]
    [InlineData("COLO0601", "NbdPort = 10809", "NbdPort = 65536")]
    [InlineData("COLO0601", "MigrationPort = 9998", "MigrationPort = 9998, CheckpointDelay = -1")]
    [InlineData("COLO0601", Client, "[NbdSource(Format = DiskFormat.Raw, Size = 0)]")]
    [InlineData("COLO0008", "string NbdHost", "int NbdHost")]
    [InlineData("COLO0010", "string NbdHost", "int NbdPort, string NbdHost")]
    [InlineData("COLO0014", "string NbdHost", "string? NbdHost")]
    [InlineData(
        "COLO0001",
        "public sealed partial record ShopPair(" + Hosts + ");",
        "public sealed partial class ShopPair { public PrimaryHost Primary => null!; public SecondaryHost Secondary => null!; "
        + "public string NbdHost => \"\"; public string MigrationHost => \"\"; }")]
    [InlineData("COLO0002", "public sealed partial record ShopPair", "public sealed record ShopPair")]
    [InlineData("COLO0003", "string MigrationHost);", "string MigrationHost) { public void WriteCommands() { } }")]
    [InlineData("COLO0314", Secondary, "    [HostDisk(\"vda-replica\")] Image Scratch,\n" + Secondary)]
    [InlineData(
        "COLO0531",
        "[FileSource(Format = DiskFormat.Qcow2)]\npublic sealed partial record ActiveDisk",
        "[FileSource(Format = DiskFormat.Qcow2, Size = 2048)]\npublic sealed partial record ActiveDisk",
        "PrimaryRoot(Image Local",
        "PrimaryRoot(Active1K Local",
        "[Topology]\npublic sealed partial record PrimaryHost",
        "[FileSource(Format = DiskFormat.Raw, Size = 1024)]\npublic sealed record Active1K(string File);\n\n"
        + "[Topology]\npublic sealed partial record PrimaryHost")]
    [InlineData("COLO0506", "NbdExport(Writable = true)", "NbdExport")]
    public void One_mistake_is_one_diagnostic(string id, params string[] edits) => Assert.Equal([id], IdsOf(Edited(edits)));

    [Theory]
    [InlineData("NbdPort = 10809", "NbdPort = 9998, NbdHost = \"10.0.0.1\", MigrationHost = \"10.0.0.2\"", ", string NbdHost, string MigrationHost", "")]
    [InlineData(Client, "[NbdSource(Format = DiskFormat.Raw, Port = 10809, Export = \"parent0\")]", ", int Port", "")]
    [InlineData(Pair, "[ColoPair]", "string NbdHost,", "QemuVersion Qemu, int NbdPort, int MigrationPort, uint? CheckpointDelay, string NbdHost,")]
    [InlineData("Image Local, PrimaryReplica?", "Image Local, Image Second, PrimaryReplica?")]
    [InlineData(Client, "[NbdSource(Format = DiskFormat.Raw, Tls = true, TlsHostname = \"secondary\")]")]
    [InlineData("\"vda\"", "\"vda\", Serial = \"S\", BootOrder = 1")]
    [InlineData(Primary, Primary + "[Serial(\"vda\")] string Serial, ", Secondary, "    [Disk(\"vda\", Serial = \"S\")] SecondaryRoot Root);")]
    [InlineData("DiskFormat.Qcow2)]", "DiskFormat.Qcow2, Size = 1 << 30)]", "DiskFormat.Qcow2),", "DiskFormat.Qcow2, Size = 1 << 30),")]
    public void What_is_right_in_another_way_is_silent(params string[] edits) => Assert.Empty(IdsOf(Edited(edits)));

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
