using System.Text;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The graph as an indented text, for the remarks that an editor shows.</summary>
internal static class TextTree
{
    /// <summary>How deep an editor can show it.</summary>
    private const int MaxDepth = 20;

    /// <summary>The width of a level.</summary>
    private const int Step = 3;

    public static IReadOnlyList<string> Lines(TopologyIndex index)
    {
        var picture = new Picture(index.Graph);
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
            if (edges.Length > 0 && indentation.Length >= MaxDepth * Step)
            {
                lines.Add(indentation + "└─ …");
                return;
            }

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
