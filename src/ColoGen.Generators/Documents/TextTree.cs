using System.Text;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The graph as an indented text, for the remarks that an editor shows.</summary>
internal static class TextTree
{
    public static IReadOnlyList<string> Lines(TopologyIndex index)
    {
        var picture = new Picture(BlockGraphLowering.Lower(index));
        var lines = new List<string>();
        foreach (PictureNode attachment in picture.Nodes.Where(node => node.IsAttachment))
        {
            lines.Add(attachment.Label);
            Below(attachment, "");
        }

        return lines;

        void Below(PictureNode node, string indentation)
        {
            PictureEdge[] edges = [.. picture.From(node)];
            for (int number = 0; number < edges.Length; number++)
            {
                PictureEdge edge = edges[number];
                bool isLast = number == edges.Length - 1;
                var line = new StringBuilder(indentation).Append(isLast ? "└─ " : "├─ ");
                if (edge.Key.Length > 0) line.Append(edge.Key).Append(edge.IsOptional ? "? " : " ");
                line.Append(edge.IsReference ? "→ " : "").Append(edge.To);
                PictureNode to = picture.Nodes.First(other => other.Label == edge.To);
                if (edge.IsReference)
                {
                    lines.Add(line.ToString());
                    continue;
                }

                lines.Add(line.Append(' ').Append(to.Driver).ToString());
                Below(to, indentation + (isLast ? "   " : "│  "));
            }
        }
    }
}
