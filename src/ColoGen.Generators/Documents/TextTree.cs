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
        var lines = new List<string>();
        foreach (PictureNode attachment in new Picture(index.Graph).Nodes)
        {
            if (!attachment.IsAttachment) continue;
            lines.Add(attachment.Label);
            Below(attachment, "");
        }

        return lines;

        void Below(PictureNode node, string indentation)
        {
            if (node.Edges.Count > 0 && indentation.Length >= MaxDepth * Step)
            {
                lines.Add(indentation + "└─ …");
                return;
            }

            for (int number = 0; number < node.Edges.Count; number++)
            {
                PictureEdge edge = node.Edges[number];
                bool isLast = number == node.Edges.Count - 1;
                string key = edge.Key.Length == 0 ? "" : edge.Key + (edge.IsOptional ? "? " : " ");
                string line = string.Concat(indentation, isLast ? "└─ " : "├─ ", key);
                if (edge.IsReference)
                {
                    lines.Add(string.Concat(line, "→ ", edge.To.Label));
                    continue;
                }

                lines.Add(string.Concat(line, edge.To.Label, " ", edge.To.Driver));
                Below(edge.To, indentation + (isLast ? "   " : "│  "));
            }
        }
    }
}
