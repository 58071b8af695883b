namespace ColoGen.Core.Formats.Diagrams;

/// <summary>The graph as an indented text, for the remarks that an editor shows.</summary>
internal static class HoverTree
{
    /// <summary>How deep an editor can show it.</summary>
    private const int MaxDepth = 20;

    /// <summary>The lines, an attached tree after the other.</summary>
    public static IEnumerable<string> Lines(DiagramGraph diagram)
    {
        var lines = new List<string>();
        foreach (DiagramNode node in diagram.Nodes)
        {
            if (!node.IsAttachment) continue;
            lines.Add(node.Label);
            AddBelow(lines, node, "", 0);
        }

        return lines;
    }

    /// <param name="indentation">The lines that go on beside those of the node, or blanks.</param>
    private static void AddBelow(List<string> lines, DiagramNode node, string indentation, int depth)
    {
        if (node.Edges.Count > 0 && depth >= MaxDepth)
        {
            lines.Add(indentation + "└─ …");
            return;
        }

        for (int number = 0; number < node.Edges.Count; number++)
        {
            DiagramEdge edge = node.Edges[number];
            bool isLast = number == node.Edges.Count - 1;
            string branch = isLast ? "└─ " : "├─ ";
            string key = edge.Key.Length == 0 ? "" : edge.Key + (edge.IsOptional ? "? " : " ");
            if (edge.IsReference)
            {
                lines.Add($"{indentation}{branch}{key}→ {edge.To.Label}");
                continue;
            }

            lines.Add($"{indentation}{branch}{key}{edge.To.Label} {edge.To.Driver}");
            AddBelow(lines, edge.To, indentation + (isLast ? "   " : "│  "), depth + 1);
        }
    }
}
