using System.Text.RegularExpressions;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>The pictures: DOT is Graphviz', and Mermaid shows the same.</summary>
public sealed partial class GraphDocumentTests
{
    public static TheoryData<string> Cases => TopologyCases.Names(_ => true);

    /// <summary>Of a list the picture shows one item for all.</summary>
    public static TheoryData<string> CasesWithoutLists =>
        TopologyCases.Names(item => !item.Name.Contains("list ") && !item.Name.Contains("array "));

    [Fact]
    public void The_picture_of_a_list_shows_one_item_for_all() =>
        Assert.Contains("\"vda-0\" -> \"vda-1…\" [label=\"children.0…\"];", Dot("array of 5"));

    [ToolTheory("dot")]
    [MemberData(nameof(Cases))]
    public async Task Graphviz_reads_DOT(string name)
    {
        string dot = Dot(name);

        string canonical = await Graphviz.CanonicalAsync(dot);

        Assert.Equal(DotEdge.Count(dot), canonical.Split(" -> ").Length - 1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Mermaid_has_the_nodes_and_edges_of_DOT(string name)
    {
        string mermaid = Mermaid(name);
        Assert.StartsWith("graph TD\n", mermaid);
        Dictionary<string, string> labels = MermaidNode.Matches(mermaid).ToDictionary(node => node.Groups["id"].Value, node => node.Groups["label"].Value);
        string[] lines = DocumentReader.Lines(mermaid);

        Assert.Equal(lines.Length, 1 + labels.Count + MermaidEdge.Count(mermaid));
        Assert.Equal(
            DotNode.Matches(Dot(name)).Select(node => node.Groups["label"].Value).Order(StringComparer.Ordinal),
            labels.Values.Order(StringComparer.Ordinal));
        Assert.Equal(
            DotEdge.Matches(Dot(name))
                .Select(edge => (edge.Groups["from"].Value, edge.Groups["to"].Value, edge.Groups["key"].Value, edge.Groups["dashed"].Success)),
            MermaidEdge.Matches(mermaid)
                .Select(edge => (labels[edge.Groups["from"].Value], labels[edge.Groups["to"].Value], edge.Groups["key"].Value, edge.Groups["dashed"].Success)));
    }

    [Theory]
    [MemberData(nameof(CasesWithoutLists))]
    public void Every_node_that_QEMU_is_given_is_in_the_picture(string name)
    {
        object topology = TopologyCases.Get(name).Make(Images.Nowhere);

        HashSet<string> drawn = [.. DotNode.Matches(Dot(name)).Select(node => node.Groups["label"].Value)];
        Assert.All(
            DocumentReader.Values(((IBlockdevArguments)topology).GetBlockdevArguments(), "-blockdev"),
            node => Assert.Contains(node["node-name"]!.GetValue<string>(), drawn));
    }

    [Fact]
    public void A_layer_that_may_be_absent_hangs_on_a_dashed_edge() =>
        Assert.Contains("\"vda-0\" -> \"vda-2\" [label=\"children.1\", style=dashed];", Dot("primary host"));

    [GeneratedRegex("^  \"(?<label>[^\"]+)\" \\[(shape=oval|label=\"[^\"]+\")\\];$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DotNode { get; }

    [GeneratedRegex(
        "^\\s*\"(?<from>[^\"]+)\" -> \"(?<to>[^\"]+)\"\\s*\\[label=\"?(?<key>[^\",\\]]*)\"?(?<dashed>,\\s*style=dashed)?\\];$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex DotEdge { get; }

    [GeneratedRegex(
        "^  (?<id>n\\d+)(\\(\\[\"(?<label>[^\"]+)\"\\]\\)|\\[\"(?<label>[^\"<]+)<br/>[^\"]+\"\\])$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex MermaidNode { get; }

    [GeneratedRegex("^  (?<from>n\\d+) (-->|(?<dashed>-\\.->))(\\|(?<key>[^|]+)\\|)? (?<to>n\\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex MermaidEdge { get; }

    private static string Dot(string name) => ((IDot)TopologyCases.Get(name).Make(Images.Nowhere)).ToDotString();

    private static string Mermaid(string name) => ((IMermaid)TopologyCases.Get(name).Make(Images.Nowhere)).ToMermaidString();
}
