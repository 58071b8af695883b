using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The graph for Mermaid.</summary>
internal static class MermaidDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index)
    {
        var picture = new Picture(index.Graph);
        Dictionary<string, int> numbers = picture.Nodes.Select((node, number) => (node.Label, number)).ToDictionary(pair => pair.Label, pair => pair.number);
        var builder = new TemplateBuilder();
        builder.Literal("graph TD\n");
        foreach (PictureNode node in picture.Nodes)
        {
            string label = node.IsAttachment ? $"([\"{node.Label}\"])" : $"[\"{node.Label}<br/>{node.Driver}\"]";
            builder.Literal($"  n{numbers[node.Label]}{label}\n");
        }

        foreach (PictureEdge edge in picture.Edges)
        {
            string arrow = edge.IsOptional ? "-.->" : "-->";
            string key = edge.Key.Length == 0 ? "" : $"|{edge.Key}|";
            builder.Literal($"  n{numbers[edge.From]} {arrow}{key} n{numbers[edge.To]}\n");
        }

        return builder.ToTemplate();
    }
}
