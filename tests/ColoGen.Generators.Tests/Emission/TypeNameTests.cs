using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>Names of types that need care in source, or as the name of a file.</summary>
public sealed class TypeNameTests
{
    private const string Image =
        """
        using ColoGen;
        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record Image(string File);

        """;

    [Theory]
    [InlineData("record")]
    [InlineData("required")]
    [InlineData("file")]
    [InlineData("scoped")]
    [InlineData("extension")]
    [InlineData("field")]
    [InlineData("allows")]
    [InlineData("partial")]
    [InlineData("where")]
    [InlineData("var")]
    [InlineData("nint")]
    [InlineData("dynamic")]
    [InlineData("await")]
    [InlineData("global")]
    [InlineData("class")]
    [InlineData("__arglist")]
    public void A_keyword_can_be_the_name_of_everything(string keyword)
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            {{Image}}
            namespace N.@{{keyword}}
            {
                [FileSource(Format = DiskFormat.Qcow2)]
                public sealed record @{{keyword}}2(string File, Image? @{{keyword}});

                public partial class @{{keyword}}1<@{{keyword}}>
                {
                    [Topology]
                    public sealed partial record @{{keyword}}3([Disk("vda")] @{{keyword}}2 @{{keyword}}, [Serial("vda")] string? @{{keyword}}4);
                }

                [Topology]
                public sealed partial record @{{keyword}}([Disk("vda")] Image @{{keyword}}5);
            }
            """));
        Assert.Equal(2, generation.Files.Count);
        Assert.Empty(generation.Output.GetDiagnostics());
    }

    [Fact]
    public void Names_that_differ_only_by_case_get_files_that_do_not()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            {{Image}}
            [Topology] public sealed partial record Host([Disk("vda")] Image Root);
            [Topology] public sealed partial record HOST([Disk("vda")] Image Root);
            [Topology] public sealed partial record host2([Disk("vda")] Image Root);
            [Topology] public sealed partial record ς([Disk("vda")] Image Root);
            [Topology] public sealed partial record σ([Disk("vda")] Image Root);
            namespace host
            {
                [Topology] public sealed partial record σ([Disk("vda")] Image Root);
            }
            """));
        Assert.Null(generation.Result.Exception);
        Assert.Equal(6, generation.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Empty(generation.Output.GetDiagnostics());
    }

    [Fact]
    public void A_file_is_named_after_its_type_in_full() => Assert.Equal(
        ["N.Outer{T}.Middle{TKey,TValue}.Host.g.cs", "Host.g.cs"],
        Compile.Generate(Compile.Sources(
            $$"""
            {{Image}}
            namespace N
            {
                public partial class Outer<T>
                {
                    public partial struct Middle<TKey, TValue>
                    {
                        [Topology] public sealed partial record Host([Disk("vda")] Image Root);
                    }
                }
            }

            [Topology] public sealed partial record Host([Disk("vda")] Image Root);
            """)).Files.Keys);

    [Fact]
    public void A_file_s_name_fits_a_file_system_however_long_that_of_the_type_is()
    {
        string cjk = new('磁', 88);
        string[] names = [cjk, cjk + "一", cjk + "二", new string('a', 300), string.Concat(Enumerable.Repeat("𠀀", 60)), "Short"];
        string nested = string.Concat(Enumerable.Range(0, 40).Select(level => $"public partial class Level{level} {{ "));
        string topologies = string.Concat(names.Select(name => $"[Topology] public sealed partial record {name}([Disk(\"vda\")] Image Root); "));
        CSharpCompilation compilation = Compile.Sources($"{Image} {topologies} {nested} {topologies} {new string('}', 40)}");
        Generation generation = Compile.Generate(compilation);
        Assert.Equal(12, generation.Files.Count);
        Assert.Contains("Short.g.cs", generation.Files.Keys);
        Assert.Equal(12, generation.Files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(generation.Files.Keys, name => Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, 120));
        Assert.All(generation.Files.Keys, name => Assert.Equal(name, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(name))));
        Assert.Equal(generation.Files.Keys, Compile.Generate(compilation).Files.Keys);
    }

    [Theory]
    [InlineData("public sealed record Host([Disk(\"vda\")] Image Root);", "COLO0002")]
    [InlineData("file sealed partial record Host([Disk(\"vda\")] Image Root);", "COLO0002")]
    [InlineData("public sealed partial class Host { [Disk(\"vda\")] public Image Root { get; } = new(\"/x\"); }", "COLO0001")]
    [InlineData("public sealed partial record Host([Disk(\"vda\")] Image Root) { public int WriteQmp; }", "COLO0003")]
    [InlineData("public sealed partial record WriteQmp([Disk(\"vda\")] Image Root);", "COLO0003")]
    [InlineData("public sealed partial record Host<WriteQmp>([Disk(\"vda\")] Image Root);", "COLO0003")]
    [InlineData("public sealed partial record Host([Disk(\"vda\")] Image Root) { public class DotUtf8; }", "COLO0003")]
    public void A_type_that_can_not_be_extended_gets_no_file_and_one_error(string declaration, string id)
    {
        Generation generation = Compile.Generate(Compile.Sources($"{Image} [Topology] {declaration}"));
        Assert.Empty(generation.Files);
        Assert.Equal(id, Assert.Single(Compile.Analyze(generation.Output)).Id);
    }

    [Fact]
    public void A_type_inside_one_that_is_not_partial_gets_no_file_and_one_error()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $"{Image} public class Outer {{ public partial class Inner {{ [Topology] public sealed partial record Host([Disk(\"vda\")] Image Root); }} }}"));
        Assert.Empty(generation.Files);
        Assert.Equal("COLO0002", Assert.Single(Compile.Analyze(generation.Output)).Id);
    }

    [Fact]
    public void An_attribute_on_two_parts_gives_one_file()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $"{Image} [Topology] public sealed partial record Host([Disk(\"vda\")] Image Root);",
            "[ColoGen.Topology] partial record Host;"));
        Assert.Null(generation.Result.Exception);
        Assert.Equal(["Host.g.cs"], generation.Files.Keys);
    }

    [Fact]
    public void Two_types_of_one_name_do_not_cost_the_others_their_files()
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            {{Image}}
            [Topology] public sealed partial record Other([Disk("vda")] Image Root);
            [Topology] public sealed partial record Host([Disk("vda")] Image Root);
            [Topology] public partial record struct Host([Disk("vda")] Image Root);
            """));
        Assert.Null(generation.Result.Exception);
        Assert.Equal(["Other.g.cs"], generation.Files.Keys);
    }
}
