using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The graph for Graphviz.</summary>
internal static class DotDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index)
    {
        var picture = new Picture(index.Graph);
        var builder = new TemplateBuilder();
        builder.Literal("digraph topology {\n  node [shape=box];\n");
        foreach (PictureNode node in picture.Nodes)
        {
            builder.Literal(node.IsAttachment ? $"  \"{node.Label}\" [shape=oval];\n" : $"  \"{node.Label}\" [label=\"{node.Label}\\n{node.Driver}\"];\n");
        }

        foreach (PictureEdge edge in picture.Edges)
        {
            string style = edge.IsOptional ? ", style=dashed" : "";
            builder.Literal($"  \"{edge.From}\" -> \"{edge.To}\" [label=\"{edge.Key}\"{style}];\n");
        }

        builder.Literal("}\n");
        return builder.ToTemplate();
    }
}
