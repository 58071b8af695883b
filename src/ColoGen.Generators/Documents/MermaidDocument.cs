using System.Globalization;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The graph for Mermaid.</summary>
internal static class MermaidDocument
{
    public static void Write(TemplateBuilder builder, TopologyIndex index)
    {
        Picture picture = index.Picture;
        builder.Literal("graph TD\n");
        foreach (PictureNode node in picture.Nodes)
        {
            builder.Literal("  ").Literal(Id(node));
            if (node.IsAttachment) builder.Literal("([\"").Literal(node.Label).Literal("\"])\n");
            else builder.Literal("[\"").Literal(node.Label).Literal("<br/>").Literal(node.Driver).Literal("\"]\n");
        }

        foreach (PictureEdge edge in picture.Edges)
        {
            builder.Literal("  ").Literal(Id(edge.From)).Literal(edge.IsOptional ? " -.->" : " -->");
            if (edge.Key.Length > 0) builder.Literal("|").Literal(edge.Key).Literal("|");
            builder.Literal(" ").Literal(Id(edge.To)).Literal("\n");
        }
    }

    private static string Id(PictureNode node) => "n" + node.Number.ToString(CultureInfo.InvariantCulture);
}
