using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Diagrams;

/// <summary>The graph for Graphviz.</summary>
internal static class DotDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        DiagramGraph diagram = context.Diagram;
        builder.Literal("digraph topology {\n  node [shape=box];\n");
        foreach (DiagramNode node in diagram.Nodes)
        {
            builder.Literal("  \"").Literal(node.Label).Literal("\" [");
            if (node.IsAttachment) builder.Literal("shape=oval];\n");
            else builder.Literal("label=\"").Literal(node.Label).Literal("\\n").Literal(node.Driver).Literal("\"];\n");
        }

        foreach (DiagramEdge edge in diagram.Edges)
        {
            builder.Literal("  \"").Literal(edge.From.Label).Literal("\" -> \"").Literal(edge.To.Label)
                .Literal("\" [label=\"").Literal(edge.Key).Literal(edge.IsOptional ? "\", style=dashed];\n" : "\"];\n");
        }

        builder.Literal("}\n");
    }
}
