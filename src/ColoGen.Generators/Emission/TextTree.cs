using ColoGen.Core.Formats.Diagrams;

namespace ColoGen.Generators.Emission;

/// <summary>The graph as an indented text, in the remarks that an editor shows.</summary>
internal sealed class TextTree
{
    /// <summary>How deep an editor can show it.</summary>
    private const int MaxDepth = 20;

    private readonly SourceWriter _source;

    /// <summary>What each level stands behind: a line that goes on below it, or nothing.</summary>
    private readonly List<string> _levels = new(MaxDepth);

    private TextTree(SourceWriter source) => _source = source;

    public static void Emit(SourceWriter source, DiagramGraph picture)
    {
        var tree = new TextTree(source);
        source.Line("/// <remarks><code>");
        foreach (DiagramNode node in picture.Nodes)
        {
            if (!node.IsAttachment) continue;
            source.Line("/// ", node.Label);
            tree.Below(node);
        }

        source.Line("/// </code></remarks>");
    }

    private void Below(DiagramNode node)
    {
        if (node.Edges.Count > 0 && _levels.Count >= MaxDepth)
        {
            Begin("└─ ").End("…");
            return;
        }

        for (int number = 0; number < node.Edges.Count; number++)
        {
            DiagramEdge edge = node.Edges[number];
            bool isLast = number == node.Edges.Count - 1;
            Begin(isLast ? "└─ " : "├─ ");
            if (edge.Key.Length > 0) _source.Add(edge.Key).Add(edge.IsOptional ? "? " : " ");
            if (edge.IsReference)
            {
                _source.Add("→ ").End(edge.To.Label);
                continue;
            }

            _source.Add(edge.To.Label).Add(" ").End(edge.To.Driver);
            _levels.Add(isLast ? "   " : "│  ");
            Below(edge.To);
            _levels.RemoveAt(_levels.Count - 1);
        }
    }

    private SourceWriter Begin(string branch)
    {
        _source.Indent().Add("/// ");
        foreach (string level in _levels) _source.Add(level);
        return _source.Add(branch);
    }
}
