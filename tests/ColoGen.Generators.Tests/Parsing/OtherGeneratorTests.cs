using System.Globalization;
using ColoGen.Generators.Tests.Mutation;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Parsing;

/// <summary>What another generator adds, ColoGen's generator does not see. The analyzer, which does, says so.</summary>
public sealed class OtherGeneratorTests
{
    private const string Image = "[FileSource(Format = DiskFormat.Qcow2)] public sealed partial record Image(string File); ";

    private const string Other = "[FileSource(Format = DiskFormat.Qcow2)] public sealed partial record Other(string File);";

    private const string Qualified = "[ColoGen.FileSource(Format = ColoGen.DiskFormat.Qcow2)]";

    private const string Unqualified = "[ColoGen.FileSource(Format = DiskFormat.Qcow2)]";

    private const string Host = "[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root); ";

    [Theory]
    [InlineData("a disk", Image + Host, "partial record Host { [Disk(\"vdb\")] public Image? Data { get; init; } }", "'Data' of 'Host'")]
    [InlineData("a layer that is not attached", Image + Host, "partial record Host { public Image? Data { get; init; } }", "'Data' of 'Host'")]
    [InlineData(
        "settings",
        Image + Host,
        "partial record Image { public string SecretFile => \"/x\"; public string SecretUuid => \"0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f\"; }",
        "'SecretFile' of 'Image' 'SecretUuid' of 'Image'")]
    [InlineData("a constant setting", Image + Host, "partial record Image { public const long Size = 512; }", "'Size' of 'Image'")]
    [InlineData("a backing layer", Image + Host, "partial record Image { public Other? Backing { get; init; } } " + Other, "'Backing' of 'Image'")]
    [InlineData("a layer", Host, Image, "'Image'")]
    [InlineData(
        "a list of layers",
        "[Topology] public sealed partial record Host([Disk(\"vda\")] Vote Root); [Quorum(VoteThreshold = 1)] public record Vote(Image[] Children);",
        Image,
        "'Image'")]
    [InlineData(
        "the attribute of a layer",
        "public sealed partial record Image(string File);" + Host,
        "[FileSource(Format = DiskFormat.Qcow2)] partial record Image;",
        "[FileSource] of 'Image'")]
    [InlineData("a backing reference", Image + Host, "[BackingReference(\"vda\")] partial record Image;", "COLO0204 [BackingReference] of 'Image'")]
    [InlineData("a topology", Image, Host, "'Host'")]
    [InlineData(
        "the attribute of a topology",
        Image + "public sealed partial record Host([Disk(\"vda\")] Image Root);",
        "[Topology] partial record Host;",
        "[Topology] of 'Host'")]
    [InlineData("a domain", Image + Host, "[Domain(\"shop\")] partial record Host;", "[Domain] of 'Host'")]
    [InlineData(
        "a setting of a domain",
        Image + "[Domain(\"shop\")] " + Host,
        "partial record Host { public int MemoryMiB => 4096; }",
        "'MemoryMiB' of 'Host'")]
    [InlineData("a serial", Image + Host, "partial record Host { [Serial(\"vda\")] public string RootSerial => \"S\"; }", "'RootSerial' of 'Host'")]
    [InlineData(
        "a constant of an argument",
        Image + "[Topology] public sealed partial record Host([Disk(Names.Vda)] Image Root);",
        "public static class Names { public const string Vda = \"vda\"; }",
        "'Names' in [Disk] of 'Root'")]
    [InlineData(
        "a base type",
        Image + Host + "public record Base { [Disk(\"vdb\")] public Image? Data { get; init; } }",
        "partial record Host : Base;",
        "The base type 'Base' of 'Host'")]
    [InlineData(
        "a type between two of the project",
        Image + "public record Base([Disk(\"vda\")] Image Root); [Topology] public sealed partial record Host(Image Root) : Between(Root);",
        "public record Between(Image Root) : Base(Root);",
        "The base type 'Between' of 'Host'")]
    [InlineData("what is in no document", Image + Host, "partial record Host { public int Number => 5; public static Image Shared => new(\"/x\"); }", "")]
    [InlineData("a layer that no topology has", Image + Host, Other, "")]
    public void It_adds(string condition, string project, string added, string expected) =>
        Check(condition, "using ColoGen; " + project, "using ColoGen; " + added, expected);

    [Theory]
    [InlineData("the attribute of a layer", "[FileSource(Format = ColoGen.DiskFormat.Qcow2)]", "ColoGen.Topology", "Image", "using ColoGen", "'FileSource'")]
    [InlineData("the attribute of a topology", Qualified, "Topology", "Image", "using ColoGen", "'Topology'")]
    [InlineData("a value", Unqualified, "ColoGen.Topology", "Image", "using ColoGen", "'DiskFormat'")]
    [InlineData("a member of a type", "[ColoGen.FileSource(Format = Qcow2)]", "ColoGen.Topology", "Image", "using static ColoGen.DiskFormat", "'Qcow2'")]
    [InlineData("the type of a disk", Qualified, "ColoGen.Topology", "Layer", "using Layer = Image", "'Layer'")]
    [InlineData("the type of an absent disk", Qualified, "ColoGen.Topology", "Layer?", "using Layer = Image", "'Layer'")]
    [InlineData("what a file of the project has, too", "using ColoGen; " + Unqualified, "Topology", "Image", "using ColoGen", "")]
    [InlineData("a using that nothing needs", Qualified, "ColoGen.Topology", "Image", "using System.Text", "")]
    public void It_adds_a_global_using(string condition, string layer, string topology, string type, string added, string expected) => Check(
        condition,
        $"{layer} public sealed partial record Image(string File); [{topology}] public sealed partial record Host([ColoGen.Disk(\"vda\")] {type} Root);",
        $"global {added};",
        expected.Length == 0 ? "" : "The global using for " + expected);

    [Theory]
    [InlineData("/shop/obj/Release/net10.0/")]
    [InlineData("/shop/obj/Release/net10.0/generated/")]
    [InlineData("/shop/artifacts/obj/Shop/release/")]
    [InlineData("C:\\shop\\artifacts\\obj\\Shop\\release\\")]
    public void The_build_writes_a_global_using(string folder)
    {
        Compilation project = Compile.Sources(Image.Replace("[FileSource", "[ColoGen.FileSource") + Host)
            .AddSyntaxTrees(Compile.Parse("global using ColoGen;", folder + "Shop.GlobalUsings.g.cs"));
        Generation generation = Compile.Generate(project, new AddingGenerator("namespace Other;"));
        Compilation output = project.AddSyntaxTrees(generation.Output.SyntaxTrees.Except(project.SyntaxTrees)
            .Select(tree => Compile.Parse(tree.ToString(), folder + tree.FilePath)));

        Assert.Empty(Compile.Analyze(output));
    }

    private static void Check(string condition, string project, string added, string expected)
    {
        Generation generation = Compile.Generate(Compile.Sources(project), new AddingGenerator(added));
        IEnumerable<string> messages = Compile.Analyze(generation.Output)
            .Where(diagnostic => diagnostic is { Severity: DiagnosticSeverity.Error, Location.IsInSource: true })
            .Select(diagnostic => diagnostic.Id == "COLO0019" ? diagnostic.GetMessage(CultureInfo.InvariantCulture).Split(" is added")[0] : diagnostic.Id);
        Assert.Equal((condition, expected), (condition, string.Join(' ', messages.Order(StringComparer.Ordinal))));
        Assert.DoesNotContain(generation.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
