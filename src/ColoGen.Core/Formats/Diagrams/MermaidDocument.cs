using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Diagrams;

/// <summary>The graph for Mermaid.</summary>
internal static class MermaidDocument
{
    public static void Write(TemplateBuilder builder, TopologyContext index)
    {
        DiagramGraph picture = index.DiagramGraph;
        builder.Literal("graph TD\n");
        foreach (DiagramNode node in picture.Nodes)
        {
            builder.Literal("  ").Literal(Id(node));
            if (node.IsAttachment) builder.Literal("([\"").Literal(node.Label).Literal("\"])\n");
            else builder.Literal("[\"").Literal(node.Label).Literal("<br/>").Literal(node.Driver).Literal("\"]\n");
        }

        foreach (DiagramEdge edge in picture.Edges)
        {
            builder.Literal("  ").Literal(Id(edge.From)).Literal(edge.IsOptional ? " -.->" : " -->");
            if (edge.Key.Length > 0) builder.Literal("|").Literal(edge.Key).Literal("|");
            builder.Literal(" ").Literal(Id(edge.To)).Literal("\n");
        }
    }

    private static string Id(DiagramNode node) => "n" + node.Number.ToString(CultureInfo.InvariantCulture);
}
