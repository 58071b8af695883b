using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Parsing;

/// <summary>What is wrong with a layer or a topology of another assembly is reported where it is used.</summary>
public sealed class ExternalDeclarationTests
{
    private const string Library =
        """
        using ColoGen;
        namespace Library;
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File);
        [FileSource] public sealed record Wrong(string File);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record OverWrong(string File, Wrong Backing);
        [FileSource(Format = DiskFormat.Qcow2)] public record Hidden(string File) { protected string SecretFile => "/x"; }
        [FileSource(Format = DiskFormat.Qcow2)] public readonly record struct Small(string File, Image Backing);
        [FileSource(Format = DiskFormat.Qcow2)] public sealed record Over<T>(string File, T Backing);
        [Topology] public sealed partial record Bad([Disk("vda")] Wrong Root);
        [Topology] public sealed partial record Good([HostDisk("b")] Image Base, [Disk("vda")] Small Root, [Serial("vda")] string RootSerial);
        public record Base([Disk("vda")] Wrong Root);
        """;

    private const string Pair =
        "[ColoPair(Qemu = QemuVersion.Qemu11, NbdHost = \"b\", NbdPort = 10809, MigrationHost = \"b\", MigrationPort = 9998)]";

    public static TheoryData<string, string, string> Uses => new()
    {
        { "Wrong", "COLO0101", "Disk(\"vda\")" },
        { "Wrong?", "COLO0101", "Disk(\"vda\")" },
        { "OverWrong", "COLO0101", "Disk(\"vda\")" },
        { "Over<Wrong>", "COLO0101", "Disk(\"vda\")" },
        { "Over<Over<Wrong>>", "COLO0101", "Disk(\"vda\")" },
        { "Hidden", "COLO0009", "Disk(\"vda\")" },
        { "Image", "", "" },
        { "Small", "", "" },
        { "Over<Image>", "", "" },
    };

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_layer_is_reported_at_the_topology(string type, string id, string place) => Assert.All(References(), library =>
    {
        Generation generation = Generate(library, $"[Topology] public sealed partial record Host([Disk(\"vda\")] {type} Root);");
        AssertFound(generation, id, place);
        Assert.Equal(id.Length > 0, generation.Files.Single().Value.Contains("throw new global::System.InvalidOperationException", StringComparison.Ordinal));
    });

    [Fact]
    public void A_layer_below_one_of_the_project_is_reported_there_once() => Assert.All(References(), library => AssertFound(
        Generate(
            library,
            """
            [FileSource(Format = DiskFormat.Qcow2)] public sealed record Top(string File, Wrong Backing);
            [Topology] public sealed partial record Host([Disk("vda")] Top Root, [Disk("vdb")] Top Data);
            """),
        "COLO0101",
        "Backing"));

    [Fact]
    public void A_disk_that_a_topology_inherits_is_reported_at_its_name() => Assert.All(References(), library =>
        AssertFound(Generate(library, "[Topology] public sealed partial record Host(Wrong Root) : Base(Root);"), "COLO0101", "Host"));

    [Fact]
    public void A_host_is_reported_at_the_pair() => Assert.All(References(), library =>
        AssertFound(Generate(library, $"{Pair} public sealed partial record Two(Good Primary, Bad Secondary);"), "COLO0101", "Secondary"));

    [Fact]
    public void What_a_host_can_read_and_its_pair_can_not_is_reported_at_the_pair() => Assert.All(References(), library => AssertFound(
        Generate(
            library,
            $"{Pair} public sealed partial record Two(Good Primary, Mine Secondary);"
            + "[Topology] public partial record Mine([HostDisk(\"a\")] Image A) { [HostDisk(\"x\")] protected Image Extra => new(\"/x\"); }"),
        "COLO0009",
        "Secondary"));

    [Fact]
    public void A_pair_over_hosts_of_another_assembly_has_the_same_commands()
    {
        string declarations = File.ReadAllText(Path.Combine(Repository.Root, "samples", "ColoPair", "Declarations.cs"));
        int pair = declarations.IndexOf("/// <summary>The two hosts", StringComparison.Ordinal);
        string whole = Compile.Generate(Compile.Sources(declarations)).Files["ColoPair.ShopPair-ColoPair.g.cs"];
        Assert.Contains("x-blockdev-change", whole);
        Assert.All(References(declarations[..pair]), library =>
        {
            Generation generation = Compile.Generate(Compile.Sources("using ColoGen; namespace ColoPair; " + declarations[pair..]).AddReferences(library));
            Assert.Empty(Compile.Diagnose(generation.Output));
            Assert.Equal(whole, Assert.Single(generation.Files).Value);
        });
    }

    /// <summary>A library as the compiler has it, and as an editor has a project that is referenced.</summary>
    private static IEnumerable<MetadataReference> References(string source = Library)
    {
        Compilation library = Compile.Generate(Compile.Sources(source).WithAssemblyName("Library")).Output;
        using var image = new MemoryStream();
        Assert.True(library.Emit(image).Success);
        return [library.ToMetadataReference(), MetadataReference.CreateFromImage(image.ToArray())];
    }

    private static Generation Generate(MetadataReference library, string source) =>
        Compile.Generate(Compile.Sources("using ColoGen; using Library; " + source).AddReferences(library));

    private static void AssertFound(Generation generation, string id, string place)
    {
        ImmutableArray<Diagnostic> diagnostics = Compile.Diagnose(generation.Output);
        if (id.Length == 0)
        {
            Assert.Empty(diagnostics);
            return;
        }

        Diagnostic diagnostic = Assert.Single(diagnostics);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(place, diagnostic.Location.SourceTree?.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }
}
