using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Diagrams;

/// <summary>The graph as people see it: nodes with what is written in them, and edges. It shows the declaration, not its values.</summary>
internal sealed class DiagramGraph
{
    private readonly List<DiagramNode> _nodes = [];
    private readonly List<DiagramEdge> _edges = [];
    private readonly Dictionary<string, DiagramNode> _byLabel = [];

    public DiagramGraph(BlockGraph graph)
    {
        foreach (BlockTree tree in graph.Trees)
        {
            DiagramNode attachment = Add($"{tree.Attachment.Dev} {Kind(tree.Attachment)}", isAttachment: true);
            Connect(attachment, "", tree.Top, tree.Edge?.Kind == EdgeKind.Optional);
        }
    }

    public IReadOnlyList<DiagramNode> Nodes => _nodes;

    public IReadOnlyList<DiagramEdge> Edges => _edges;

    private static string Kind(Attachment attachment) => attachment switch
    {
        { IsHostDisk: true, Export: not null } => "(host disk, NBD export)",
        { IsHostDisk: true } => "(host disk)",
        _ => $"({attachment.Bus!.Value.ToWord()} {attachment.Device.ToWord()})",
    };

    /// <summary>The node with a label. One that another tree refers to may be met before its own tree.</summary>
    private DiagramNode Get(string label)
    {
        if (_byLabel.TryGetValue(label, out DiagramNode? node)) return node;
        node = new DiagramNode(label);
        _byLabel.Add(label, node);
        return node;
    }

    private DiagramNode Add(string label, bool isAttachment, string driver = "")
    {
        DiagramNode node = Get(label);
        if (node.Number < 0)
        {
            node.Number = _nodes.Count;
            node.IsAttachment = isAttachment;
            node.Driver = driver;
            _nodes.Add(node);
        }

        return node;
    }

    private void Connect(DiagramNode from, string key, BlockNode node, bool isOptional)
    {
        string label = Label(node.Name);
        Connect(new DiagramEdge(from, Get(label), key, isOptional, IsReference: false));
        DiagramNode to = Add(label, isAttachment: false, node.Driver);
        int position = 0;
        foreach (BlockChild child in node.Children)
        {
            string childKey = child.Key;
            if (child.IsListItem)
            {
                // A position that depends on values stands for its first.
                childKey += $".{position.ToString(CultureInfo.InvariantCulture)}{(child.Edge?.Kind == EdgeKind.List ? "…" : "")}";
                if (child.Edge?.Kind == EdgeKind.Required) position++;
            }

            if (child.Node is { } below) Connect(to, childKey, below, child.Edge?.Kind == EdgeKind.Optional);
            else if (child.Reference is { } reference) Connect(new DiagramEdge(to, Get(Label(reference)), childKey, IsOptional: false, IsReference: true));
        }
    }

    private void Connect(DiagramEdge edge)
    {
        _edges.Add(edge);
        edge.From.Edges.Add(edge);
    }

    private static string Label(NodeName name) => name.Prefix + (name.Index is { } index ? Label(index) : "") + name.Suffix;

    /// <summary>A number that depends on values stands for its first.</summary>
    private static string Label(IndexExpression index) =>
        index.Constant.ToString(CultureInfo.InvariantCulture) + (index.Terms.Any(term => term is RoundTerm) ? "…" : "");
}

/// <summary>What a tree is attached to, or a node of QEMU's.</summary>
internal sealed class DiagramNode(string label)
{
    public string Label { get; } = label;

    /// <summary>Its place among the nodes.</summary>
    public int Number { get; set; } = -1;

    public bool IsAttachment { get; set; }

    /// <summary>QEMU's driver; empty for what a tree is attached to.</summary>
    public string Driver { get; set; } = "";

    /// <summary>What it stands on.</summary>
    public List<DiagramEdge> Edges { get; } = [];
}

/// <param name="IsReference">It leads into another tree.</param>
internal sealed record DiagramEdge(DiagramNode From, DiagramNode To, string Key, bool IsOptional, bool IsReference);
