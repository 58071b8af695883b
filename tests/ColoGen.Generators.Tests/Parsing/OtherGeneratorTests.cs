using System.Globalization;
using ColoGen.Core.Rules;
using ColoGen.Generators.Analyzers;
using ColoGen.Generators.Parsing;
using ColoGen.Generators.Tests.Compiling;
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

    private const string Data = "'Data' of 'Host'";

    private const string AddedData = "using ColoGen; partial record Host { [Disk(\"vdb\")] public Image? Data { get; init; } }";

    [Theory]
    [InlineData("a disk", Image + Host, "partial record Host { [Disk(\"vdb\")] public Image? Data { get; init; } }", "'Data' of 'Host'")]
    [InlineData("a layer that is not attached", Image + Host, "partial record Host { public Image? Data { get; init; } }", "COLO0011")]
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
    [InlineData(
        "a part of a constant of the project",
        Image + "static class N { public const string Vda = Gen.P + \"a\"; } [Topology] public sealed partial record Host([Disk(N.Vda)] Image Root);",
        "static class Gen { public const string P = \"vd\"; }",
        "'Gen' in [Disk] of 'Root'")]
    [InlineData(
        "the dev of a serial behind a constant",
        Image + "static class N { public const string A = Gen.P; } "
            + "[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) { [Serial(N.A)] public string S => \"s\"; }",
        "static class Gen { public const string P = \"vda\"; }",
        "'Gen' in [Serial] of 'S'")]
    [InlineData(
        "a format behind a constant",
        "static class N { public const DiskFormat F = Gen.F; } [FileSource(Format = N.F)] public sealed record Image(string File); " + Host,
        "static class Gen { public const DiskFormat F = DiskFormat.Raw; }",
        "'Gen' in [FileSource] of 'Image'")]
    [InlineData(
        "the memory of a domain behind a constant",
        Image + "static class K { public const int M = Gen.M; } [Domain(\"d\", MemoryMiB = K.M)] " + Host,
        "static class Gen { public const int M = 4096; }",
        "'Gen' in [Domain] of 'Host'")]
    [InlineData(
        "the name of a domain behind a constant",
        Image + "static class K { public const string N = $\"{Gen.N}x\"; } [Domain(K.N)] " + Host,
        "static class Gen { public const string N = \"shop\"; }",
        "'Gen' in [Domain] of 'Host'")]
    [InlineData(
        "the bus of a disk behind a constant",
        Image + "static class K { public const DiskBus B = Gen.B; } [Topology] public sealed partial record Host([Disk(\"vda\", Bus = K.B)] Image Root);",
        "static class Gen { public const DiskBus B = DiskBus.Virtio; }",
        "'Gen' in [Disk] of 'Root'")]
    [InlineData(
        "the dev of a backing reference behind a constant",
        Image + "static class K { public const string D = Gen.D; } [FileSource(Format = DiskFormat.Qcow2), BackingReference(K.D)] "
            + "public record Tag(string File); [Topology] public sealed partial record Host([Disk(\"vda\")] Tag Root, [HostDisk(\"b\")] Image B);",
        "static class Gen { public const string D = \"b\"; }",
        "'Gen' in [BackingReference] of 'Tag'")]
    [InlineData(
        "the value of a constant setting",
        "[FileSource(Format = DiskFormat.Raw)] public record Image(string File) { public const long Size = Gen.S; } " + Host,
        "static class Gen { public const long S = 512; }",
        "'Gen' in 'Size' of 'Image'")]
    [InlineData(
        "the value of an inherited constant setting",
        "public record B { public const string File = Gen.N; } [FileSource(Format = DiskFormat.Raw)] public record Image : B; " + Host,
        "static class Gen { public const string N = \"/shop\"; }",
        "'Gen' in 'File' of 'Image'")]
    [InlineData(
        "a type that hides another behind a constant",
        "static class Gen { public const long S = 512; } namespace A { static class K { public const long T = Gen.S; } "
            + "[FileSource(Format = DiskFormat.Qcow2, Size = K.T)] public record Image(string File); " + Host + "}",
        "namespace A { static class Gen { public const long S = 1024; } }",
        "'Gen' in [FileSource] of 'Image'")]
    [InlineData(
        "the base type of a type around it, for a constant",
        Image + "public class Names { public const string Vda = \"vda\"; } "
            + "public partial class Outer { [Topology] public sealed partial record Host([Disk(Vda)] Image Root); }",
        "partial class Outer : Names;",
        "The base type 'Names' of 'Outer'")]
    [InlineData(
        "the base type of a type around it, for a layer",
        "public class Types { " + Image + "} public partial class Outer { " + Host + "}",
        "partial class Outer : Types;",
        "The base type 'Types' of 'Outer'")]
    [InlineData(
        "the base type of a type around it, for a constant that hides another",
        Image + "public static class Vd { public const string A = \"vda\"; } "
            + "public class Names { public static class Vd { public const string A = \"vdb\"; } } "
            + "public partial class Outer { [Topology] public sealed partial record Host([Disk(Vd.A)] Image Root); }",
        "partial class Outer : Names;",
        "The base type 'Names' of 'Outer'")]
    [InlineData(
        "the class of an attribute",
        Image + "[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) { [My.Serial(\"vda\")] public string S => \"s\"; }",
        "namespace My { public sealed class SerialAttribute(string dev) : DiskSettingAttribute(dev); }",
        "'Serial'")]
    [InlineData(
        "the base type of an attribute",
        Image + "namespace My { public sealed partial class SerialAttribute; } "
            + "[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) { [My.Serial(\"vda\")] public string S => \"s\"; }",
        "namespace My { partial class SerialAttribute(string dev) : DiskSettingAttribute(dev); }",
        "Something that 'Root' depends on")]
    [InlineData(
        "a host of a pair",
        Image + "[ColoPair] public sealed partial record P(Host Primary, Host Secondary);",
        Host,
        "'Host' COLO0103 COLO0103 COLO0103 COLO0103 COLO0522 COLO0701")]
    [InlineData("a class whose name is a constant", Image + "[Topology] public sealed partial record Host([Disk(nameof(vda))] Image Root);", "class vda;", "")]
    [InlineData(
        "a member with the name of a generated one, twice",
        Image + Host,
        "partial record Host { int Validate(int x) => x; int Validate(long x) => 1; }",
        "COLO0003")]
    [InlineData(
        "members like settings",
        Image + "[Domain(\"d\")] " + Host,
        "partial record Host { public int Memory { get; init; } public int Port { get; init; } }",
        "")]
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
    [InlineData(
        "that names another layer",
        "using ColoGen; using Lib; namespace Lib { " + Image + "} "
            + "namespace Oth { [FileSource(Format = DiskFormat.Raw)] public record Image(string File); } " + Host,
        "global using Image = Oth.Image;",
        "The global using for 'Image'")]
    [InlineData(
        "that names another constant",
        "using ColoGen; using A; namespace A { static class K { public const string D = \"vda\"; } } "
            + "namespace B { static class K { public const string D = \"vdb\"; } } "
            + Image + "[Topology] public sealed partial record Host([Disk(K.D)] Image Root);",
        "global using K = B.K;",
        "The global using for 'K'")]
    [InlineData(
        "that says which layer is meant",
        "using ColoGen; using A; using B; namespace A { " + Image + "} namespace B { " + Image + "} " + Host,
        "global using Image = A.Image;",
        "The global using for 'Image'")]
    [InlineData(
        "for a type argument of a layer",
        "using ColoGen; " + Image + "namespace L { [FileSource(Format = DiskFormat.Raw)] public record R(string File); } "
            + "[Quorum(VoteThreshold = 1)] public record W<T>(T A, Image B); [Topology] public sealed partial record Host([Disk(\"vda\")] W<R> Root);",
        "global using L;",
        "The global using for 'R'")]
    [InlineData(
        "for a base type of a base type",
        "using ColoGen; " + Image + "namespace B { public record Base([property: Disk(\"vda\")] Image Root); } "
            + "public record Mid(Image Root) : Base(Root); [Topology] public sealed partial record Host(Image Root) : Mid(Root);",
        "global using B;",
        "The global using for 'Base'")]
    [InlineData(
        "for the value of a constant setting",
        "using ColoGen; namespace L { static class Gen { public const long S = 512; } } "
            + "[FileSource(Format = DiskFormat.Raw)] public record Image(string File) { public const long Size = S; } " + Host,
        "global using static L.Gen;",
        "The global using for 'S'")]
    [InlineData(
        "for what says that a setting is in no document",
        Unqualified + " public record Image(string File) { [NotInDocuments] public long Size => 512; } "
            + "[ColoGen.Topology] public sealed partial record Host([ColoGen.Disk(\"vda\")] Image Root);",
        "global using ColoGen;",
        "The global using for 'DiskFormat'")]
    [InlineData(
        "for what says that a setting is in no document, alone",
        Qualified + " public record Image(string File) { [NotInDocuments] public long Size => 512; } "
            + "[ColoGen.Topology] public sealed partial record Host([ColoGen.Disk(\"vda\")] Image Root);",
        "global using ColoGen;",
        "Something that 'Root.Size' depends on")]
    [InlineData(
        "for a constant of an argument",
        "using ColoGen; " + Image + "namespace N { static class Names { public const string Vda = \"vda\"; } } "
            + "[Topology] public sealed partial record Host([Disk(Vda)] Image Root);",
        "global using static N.Names;",
        "The global using for 'Vda'")]
    [InlineData(
        "for all of ColoGen",
        "[C.FileSource(Format = C.DiskFormat.Raw)] public record Image(string File); "
            + "[C.Topology] public sealed partial record Host([C.Disk(\"vda\")] Image Root);",
        "global using C = ColoGen;",
        "The global using for 'C'")]
    [InlineData("and a layer", "using ColoGen; " + Host, "global using System.Text; using ColoGen; " + Image, "'Image'")]
    [InlineData(
        "and a constant",
        "using ColoGen; " + Image + "[Topology] public sealed partial record Host([Disk(Names.Vda)] Image Root);",
        "global using System.Text; static class Names { public const string Vda = \"vda\"; }",
        "'Names' in [Disk] of 'Root'")]
    [InlineData(
        "for an interface",
        "using ColoGen; " + Image + "namespace K { public interface IBar; } [Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) : IBar;",
        "global using K;",
        "")]
    [InlineData(
        "for a type argument of a base type",
        "using ColoGen; " + Image + "public record Base<T>; [Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) : Base<StringBuilder>;",
        "global using System.Text;",
        "")]
    [InlineData(
        "for what a base type is given",
        "using ColoGen; " + Image + "public record Base(int X); namespace K { static class Lim { public const int X = 5; } } "
            + "[Topology] public sealed partial record Host([Disk(\"vda\")] Image Root) : Base(Lim.X);",
        "global using K;",
        "")]
    public void It_adds_a_global_using_and_more(string condition, string project, string added, string expected) => Check(condition, project, added, expected);

    /// <summary>A host that lacks something is reported in its own declaration alone.</summary>
    [Theory]
    [InlineData("ConstantPair(Primary Primary", "ConstantPair(Host Primary", "global using Host = Pairs.Primary;", "The global using for 'Host'")]
    [InlineData("NbdPort = 10809", "NbdPort = Gen.Port", "class Gen { public const int Port = 10809; }", "'Gen' in [ColoPair] of 'ConstantPair'")]
    [InlineData("namespace Pairs;", "namespace Pairs;", "namespace Pairs; partial record ConstantPair { public const int XCheckpointDelay = 5; }", "")]
    [InlineData(
        "namespace Pairs;",
        "namespace Pairs;",
        "namespace Pairs; partial record Primary { [ColoGen.HostDisk(\"more\")] public Image? More { get; init; } }",
        "'More' of 'Primary'")]
    public void It_adds_to_a_pair(string part, string without, string added, string expected) =>
        Check(part, ValidSources.All["Pairs"].Replace(part, without), added, expected);

    public static TheoryData<string, string, string> Initial => new()
    {
        { "a layer", "using ColoGen; " + Host, "using ColoGen; " + Image },
        { "a using", "using ColoGen; " + Image + "[Topology] public sealed partial record Host([Disk(\"vda\")] Lay Root);", "global using Lay = Image;" },
        {
            "a constant",
            "using ColoGen; " + Image + "[Topology] public sealed partial record Host([Disk(Names.Vda)] Image Root);",
            "static class Names { public const string Vda = \"vda\"; }"
        },
        { "the attribute of a topology", "using ColoGen; " + Image + Host.Replace("[Topology]", ""), "[ColoGen.Topology] partial record Host;" },
    };

    /// <summary>All generators see what one adds after its initialization.</summary>
    [Theory]
    [MemberData(nameof(Initial))]
    public void What_is_added_before_all_generators_run_is_in_the_documents(string condition, string project, string added)
    {
        Generation generation = Compile.Generate(Compile.Sources(project), new AddingGenerator(added, isInitial: true));
        Assert.Contains("\"vda\"", generation.Files["Host.g.cs"].Replace("\\", ""));
        Assert.Equal((condition, ""), (condition, string.Join(' ', Compile.Analyze(generation.Output))));
    }

    public static TheoryData<string> Names => ["a/A.g.cs", "my-folder/A.g.cs", "v1.0/A.g.cs", "Pages/2024/A.g.cs", "Pages/Sub/A.g.cs"];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_adds_a_file_in_a_folder(string name)
    {
        Check(name, "using ColoGen; " + Image + Host, Data, new AddingGenerator(AddedData, name));
        Check(name, "using ColoGen; " + Image + Host, Data, new AddingGenerator(AddedData), new AddingGenerator<int>("class Unrelated;"));
    }

    [Fact]
    public void It_is_a_generic_class() => Check("generic", "using ColoGen; " + Image + Host, Data, new AddingGenerator<int>(AddedData));

    /// <summary>Nothing tells the folder of the generated files where this generator adds none.</summary>
    [Theory]
    [InlineData("", "Other.Gen/Other.Gen.G/Added.g.cs")]
    [InlineData("", "Gen/G/my-folder/Added.g.cs")]
    [InlineData("/shop/obj/Debug/net10.0/", "Other.Gen/Other.Gen.G/Added.g.cs")]
    [InlineData("/shop/obj/Debug/net10.0/", "Other.Gen/Other.Gen.G/v1.0/Added.g.cs")]
    [InlineData("/shop/obj/Debug/net10.0/", "Other/AddingGenerator`1/Added.g.cs")]
    [InlineData("/shop/build/int/", "Other.Gen/Other.Gen.G/Added.g.cs")]
    [InlineData("/shop/Generated/", "Other.Gen/Other.Gen.AddingGenerator/sub/Added.cs")]
    [InlineData("C:\\shop\\Generated\\", "Other.Gen\\Other.Gen.G\\Added.g.cs")]
    public void It_adds_what_makes_a_topology_and_this_generator_adds_nothing(string root, string path)
    {
        Compilation compilation = Compile.Trees(
            Compile.Parse(Image.Replace("FileSource", "ColoGen.FileSource") + Host, "/shop/Shop/Shop.Core/Hosts.cs"),
            Compile.Parse("global using ColoGen;", root + path));
        Assert.Equal(["COLO0019"], Compile.Analyze(compilation).Select(static diagnostic => diagnostic.Id));
    }

    [Theory]
    [InlineData("/shop/Shop/Shop.Core/Usings.cs")]
    [InlineData("/shop/obj/Release/net10.0/Shop.GlobalUsings.g.cs")]
    [InlineData("/shop/artifacts/obj/Shop/release_linux-x64/Shop.GlobalUsings.g.cs")]
    [InlineData("/shop/obj/Release/net10.0/Protos/Layers.cs")]
    [InlineData("Usings.cs")]
    public void A_file_of_the_project_is_none_of_a_generator(string path) => Assert.Empty(Compile.Analyze(Compile.Trees(
        Compile.Parse(Image.Replace("FileSource", "ColoGen.FileSource") + Host, "/shop/Hosts.cs"), Compile.Parse("global using ColoGen;", path))));

    /// <summary>What a tool wrote before the build is seen, in whatever folder below that of the generated files.</summary>
    [Fact]
    public void A_file_that_is_taken_for_one_of_a_generator_is_in_the_documents()
    {
        const string folder = "/shop/obj/Release/net10.0/";
        Compilation project = Compile.Sources("using ColoGen; " + Host)
            .AddSyntaxTrees(Compile.Parse("using ColoGen; " + Image, folder + "Protos/v1/Layers.cs"));
        Assert.Empty(Compile.Analyze(InFolder(project, Compile.Generate(project), folder)));
    }

    [Fact]
    public void What_is_cancelled_is_done_again()
    {
        Compilation output = Compile.Generate(Compile.Sources("using ColoGen; " + Image + Host), new AddingGenerator(AddedData)).Output;
        var topologies = new CheckedTopologies(CompilationSymbols.Of(output), RuleSelection.All);
        INamedTypeSymbol host = Assert.Single(topologies.Symbols.Topologies);
        Assert.Throws<OperationCanceledException>(() => topologies.IsUnseen(host, new CancellationToken(canceled: true)));
        Assert.True(topologies.IsUnseen(host, CancellationToken.None));
    }

    [Fact]
    public void A_project_without_other_generators_is_compiled_once() =>
        Assert.Null(CompilationSymbols.Of(Compile.Generate(Compile.Sources("using ColoGen; " + Image + Host)).Output).WithoutAdded);

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
        Assert.Empty(Compile.Analyze(InFolder(project, generation, folder)));
    }

    /// <summary>The output of the generators with its files in a folder.</summary>
    private static Compilation InFolder(Compilation project, Generation generation, string folder) => project.AddSyntaxTrees(
        [.. generation.Output.SyntaxTrees.Except(project.SyntaxTrees).Select(tree => Compile.Parse(tree.ToString(), folder + tree.FilePath))]);

    private static void Check(string condition, string project, string added, string expected) =>
        Check(condition, project, expected, new AddingGenerator(added));

    private static void Check(string condition, string project, string expected, params IIncrementalGenerator[] others)
    {
        Generation generation = Compile.Generate(Compile.Sources(project), others);
        IEnumerable<string> messages = Compile.Analyze(generation.Output)
            .Where(diagnostic => diagnostic.Location.IsInSource)
            .Select(diagnostic => diagnostic.Id == "COLO0019" ? diagnostic.GetMessage(CultureInfo.InvariantCulture).Split(" is added")[0] : diagnostic.Id);
        Assert.Equal($"{condition}: {expected}", $"{condition}: {string.Join(' ', messages.Order(StringComparer.Ordinal))}");
        Assert.DoesNotContain(generation.Output.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }
}
