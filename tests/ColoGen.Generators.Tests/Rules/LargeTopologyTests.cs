using ColoGen.Generators.Parsing;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>Declarations of endless or very large trees are reported, and their trees are not built.</summary>
public sealed class LargeTopologyTests
{
    private const string Base = "[FileSource(Format = DiskFormat.Qcow2)] public record Base(string File);\n";

    [Fact]
    public void Two_edges_on_each_of_thirty_levels() => AssertTooLarge(
        "Layer0",
        Base + string.Concat(Enumerable.Range(0, 30).Select(level =>
            $"[Quorum(VoteThreshold = 2)] public record Layer{level}({Next(level, 30)} A, {Next(level, 30)} B);\n")));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    public void A_chain_that_is_longer_than_may_be(string annotation) => AssertTooLarge("Layer0", Chain(LayerTreeParser.MaxDepth, annotation));

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    public void A_chain_as_long_as_may_be_is_written(string annotation)
    {
        Generation generation = Generate("Layer0", Chain(LayerTreeParser.MaxDepth - 1, annotation));
        Assert.DoesNotContain("COLO0", generation.Files["Host.g.cs"]);
        Assert.Empty(generation.Output.GetDiagnostics());
    }

    [Theory]
    [InlineData("over itself", "record Layer<T>(string File, Layer<Layer<T>>? Next);")]
    [InlineData("with a tuple", "record Layer<T>(string File, Layer<(T, T)>? Next);")]
    [InlineData("with an array", "record Layer<T>(string File, Layer<T[]>? Next);")]
    [InlineData(
        "through a nested type",
        "record Layer<T>(string File, Outer<T>.Inner? Next); "
        + "public class Outer<T> { [FileSource(Format = DiskFormat.Qcow2)] public record Inner(string File, Layer<Outer<T>>? Next); }")]
    public void A_generic_record_that_grows_inside_itself(string growth, string layer)
    {
        Generation generation = Generate("Layer<int>", $"[FileSource(Format = DiskFormat.Qcow2)] public {layer}");
        Assert.True(generation.Files["Host.g.cs"].Contains("COLO0006"), growth);
        Assert.True(Compile.Analyze(generation.Output).Any(diagnostic => diagnostic.Id == "COLO0006"), growth);
    }

    private static void AssertTooLarge(string root, string layers)
    {
        Generation generation = Generate(root, layers);
        Assert.Contains("COLO0007", generation.Files["Host.g.cs"]);
        Assert.Contains(Compile.Analyze(generation.Output), diagnostic => diagnostic.Id == "COLO0007");
        Assert.Empty(generation.Output.GetDiagnostics());
    }

    private static Generation Generate(string root, string layers) => Compile.Generate(Compile.Sources(
        $"""
        using ColoGen;
        {layers}
        [Topology] public partial record Host([Disk("vda")] {root} Root);
        """));

    /// <summary>This many layers over the base.</summary>
    private static string Chain(int levels, string annotation) => Base + string.Concat(Enumerable.Range(0, levels).Select(level =>
        $"[FileSource(Format = DiskFormat.Qcow2)] public record Layer{level}(string File, {Next(level, levels)}{annotation} Backing);\n"));

    private static string Next(int level, int levels) => level == levels - 1 ? "Base" : $"Layer{level + 1}";
}
