using System.Collections.Immutable;
using System.Globalization;
using ColoGen.Core.Rules;
using ColoGen.Generators.Tests.RulePages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace ColoGen.Generators.Tests.CodeFixes;

/// <summary>Every repair that is offered for the wrong example of a page mends it.</summary>
public sealed class EveryFixTests
{
    /// <summary>The rules with one obvious repair.</summary>
    private static readonly string[] s_fixable =
    [
        "COLO0002", "COLO0016", "COLO0022", "COLO0101", "COLO0202", "COLO0203", "COLO0206", "COLO0301", "COLO0303", "COLO0306", "COLO0307",
        "COLO0308", "COLO0401", "COLO0402", "COLO0403", "COLO0404", "COLO0405", "COLO0506", "COLO0507", "COLO0508", "COLO0511", "COLO0602",
        "COLO0603", "COLO0604", "COLO0605", "COLO0608", "COLO0609", "COLO0610", "COLO0701",
    ];

    public static TheoryData<string> Fixable => [.. s_fixable];

    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task Every_repair_leaves_code_that_compiles_and_has_the_diagnostic_no_more(string id)
    {
        using var fixing = new Fixing(Wrong(id));
        Diagnostic diagnostic = Assert.Single(await fixing.DiagnosticsAsync());
        IReadOnlyList<CodeAction> offers = await fixing.OffersAsync(diagnostic);
        Assert.NotEmpty(offers);
        foreach (CodeAction offer in offers)
        {
            string mended = await fixing.ApplyAsync(offer);
            AssertMended(id, offer, mended);
        }
    }

    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task Fix_all_mends_every_occurrence_in_the_file(string id)
    {
        string example = Wrong(id).Replace("using ColoGen;\n", "");
        using var fixing = new Fixing($"using ColoGen;\nnamespace First\n{{\n{example}\n}}\nnamespace Second\n{{\n{example}\n}}\n");
        ImmutableArray<Diagnostic> diagnostics = await fixing.DiagnosticsAsync();
        Assert.Equal(2, diagnostics.Length);
        CodeAction offer = (await fixing.OffersAsync(diagnostics[0]))[0];
        AssertMended(id, offer, await fixing.ApplyToAllAsync(diagnostics[0], offer.EquivalenceKey!));
    }

    /// <summary><c>dotnet format</c> gives the key of the first diagnostic of any rule.</summary>
    [Theory]
    [MemberData(nameof(Fixable))]
    public async Task Fix_all_mends_every_occurrence_with_the_key_of_another_rule(string id)
    {
        string example = Wrong(id).Replace("using ColoGen;\n", "");
        using var fixing = new Fixing($"using ColoGen;\nnamespace First\n{{\n{example}\n}}\nnamespace Second\n{{\n{example}\n}}\n");
        Diagnostic diagnostic = (await fixing.DiagnosticsAsync())[0];
        CodeAction offer = (await fixing.OffersAsync(diagnostic))[0];
        AssertMended(id, offer, await fixing.ApplyToAllAsync(diagnostic, "COLO9999.0"));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_not_offered()
    {
        using var fixing = new Fixing(
            """
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image(string File);
            [Topology]
            public sealed partial record Host([Disk("vda", Bus = DiskBus.Scsi)] Image Root, [Disk("sda", Bus = DiskBus.Usb)] Image Data);
            """);
        Diagnostic diagnostic = Assert.Single(await fixing.DiagnosticsAsync());
        Assert.Equal("COLO0307", diagnostic.Id);
        Assert.Contains("name it sdb", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        IReadOnlyList<CodeAction> offers = await fixing.OffersAsync(diagnostic);
        Assert.Equal(["Set Bus to DiskBus.Virtio", "Set Dev to \"sdb\""], offers.Select(offer => offer.Title));
        foreach (CodeAction offer in offers) Assert.Empty(Compile.Analyze(Compile.Sources(await fixing.ApplyAsync(offer))));
    }

    /// <summary>The changes of one kind do not contradict each other.</summary>
    [Theory]
    [InlineData("""[Disk("vda", BootOrder = 1)] Image A, [Disk("vdb", BootOrder = 1)] Image B, [Disk("vdc", BootOrder = 1)] Image C""", "COLO0308")]
    [InlineData(
        """
        [Disk("vda", BootOrder = 1)] Image A, [Disk("vdb", BootOrder = 1)] Image B, [Disk("vdc", BootOrder = 2)] Image C, [Disk("vdd", BootOrder = 2)] Image D
        """,
        "COLO0308")]
    [InlineData("""[Disk("vda")] Image A, [Disk("vda")] Image B, [Disk("vda")] Image C""", "COLO0301")]
    [InlineData("""[HostDisk("a")] Image A, [HostDisk("a")] Image B, [HostDisk("a")] Image C""", "COLO0301")]
    [InlineData("""[Disk("vdc")] Image A, [Disk("vdc")] Image B, [Disk("vda")] Image C, [Disk("vda")] Image D, [Disk("vda")] Image E""", "COLO0301")]
    [InlineData(
        """
        [Disk("vda")] Image A, [Disk("sda", Bus = DiskBus.Virtio)] Image B, [Disk("vdb")] Image C, [Disk("sdb", Bus = DiskBus.Virtio)] Image D
        """,
        "COLO0306")]
    [InlineData(
        """[Disk("vda")] Image A, [Disk("sda", Bus = DiskBus.Virtio)] Image B, [Disk("hda", Bus = DiskBus.Virtio)] Image C""",
        "COLO0306")]
    public async Task Fix_all_leaves_no_diagnostic_of_several_in_one_topology(string disks, string id)
    {
        using var fixing = new Fixing(
            $"""
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image(string File);
            [Topology]
            public sealed partial record Host({disks.Trim()});
            """);
        Diagnostic diagnostic = (await fixing.DiagnosticsAsync()).First(diagnostic => diagnostic.Id == id);
        CodeAction offer = (await fixing.OffersAsync(diagnostic))[0];
        AssertMended(id, offer, await fixing.ApplyToAllAsync(diagnostic, offer.EquivalenceKey!));
    }

    [Theory]
    [InlineData("record Image(string file) { public static int File => 3; public string Path => File + \"\"; }")]
    [InlineData("record Image(string file) { public string File() => file; }")]
    [InlineData("record Image(string file) : Named; public record Named { public static string File => \"\"; }")]
    [InlineData("record File(string file);")]
    [InlineData("record Image<File>(string file);")]
    public async Task A_member_is_not_renamed_to_a_name_that_is_taken(string record)
    {
        using var fixing = new Fixing($"using ColoGen;\n[FileSource(Format = DiskFormat.Qcow2)]\npublic {record}");
        foreach (Diagnostic diagnostic in await fixing.DiagnosticsAsync()) Assert.Empty(await fixing.OffersAsync(diagnostic));
    }

    [Fact]
    public async Task A_member_of_every_name_but_the_new_one_is_renamed()
    {
        using var fixing = new Fixing("using ColoGen;\n[FileSource(Format = DiskFormat.Qcow2)]\npublic record Image(string file, int Files);");
        Diagnostic diagnostic = Assert.Single(await fixing.DiagnosticsAsync(), diagnostic => diagnostic.Id == "COLO0022");
        CodeAction offer = Assert.Single(await fixing.OffersAsync(diagnostic));
        Assert.Contains("Image(string File, int Files)", await fixing.ApplyAsync(offer));
    }

    [Fact]
    public async Task No_other_rule_offers_anything()
    {
        var offering = new List<string>();
        foreach (Rule rule in RuleCatalog.All)
        {
            using var fixing = new Fixing(Wrong(rule.Id));
            if ((await fixing.DiagnosticsAsync()) is [var diagnostic] && (await fixing.OffersAsync(diagnostic)).Count > 0) offering.Add(rule.Id);
        }

        Assert.Equal(s_fixable, offering);
    }

    private static string Wrong(string id) => RulePage.Of(RuleCatalog.All.Single(rule => rule.Id == id)).Wrong;

    private static void AssertMended(string id, CodeAction offer, string mended)
    {
        Assert.DoesNotContain("global::", mended);
        Compilation compilation = Compile.Sources(mended);
        Assert.True(
            Compile.Analyze(compilation).All(diagnostic => diagnostic.Id != id),
            $"'{offer.Title}' leaves {id} in:\n{mended}");
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
    }
}
