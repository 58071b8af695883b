using System.Globalization;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Diagrams;

/// <summary>The graph for Mermaid.</summary>
internal static class MermaidDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        DiagramGraph diagram = context.Diagram;
        builder.Literal("graph TD\n");
        foreach (DiagramNode node in diagram.Nodes)
        {
            builder.Literal("  ").Literal(Id(node));
            if (node.IsAttachment) builder.Literal("([\"").Literal(node.Label).Literal("\"])\n");
            else builder.Literal("[\"").Literal(node.Label).Literal("<br/>").Literal(node.Driver).Literal("\"]\n");
        }

        foreach (DiagramEdge edge in diagram.Edges)
        {
            builder.Literal("  ").Literal(Id(edge.From)).Literal(edge.IsOptional ? " -.->" : " -->");
            if (edge.Key.Length > 0) builder.Literal("|").Literal(edge.Key).Literal("|");
            builder.Literal(" ").Literal(Id(edge.To)).Literal("\n");
        }
    }

    private static string Id(DiagramNode node) => "n" + node.Number.ToString(CultureInfo.InvariantCulture);
}
