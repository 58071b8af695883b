using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

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
            Connect(attachment, "", tree.Top, isOptional: false);
        }
    }

    public IReadOnlyList<DiagramNode> Nodes => _nodes;

    public IReadOnlyList<DiagramEdge> Edges => _edges;

    private static string Kind(Attachment attachment) => attachment switch
    {
        { IsHostDisk: true, Export: not null } => "(host disk, NBD export)",
        { IsHostDisk: true } => "(host disk)",
        _ => $"({attachment.Bus!.ToLowerInvariant()} {attachment.Device.ToLowerInvariant()})",
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

    private void Connect(DiagramNode from, string key, ChildNode child, bool isOptional)
    {
        switch (child)
        {
            case OwnNode own:
                Connect(from, key, own.Node, isOptional);
                break;
            case OptionalNode optional:
                Connect(from, key, optional.Then, isOptional: true);
                break;
            case NodeList list:
                Connect(from, key, list.Item, isOptional);
                break;
            case OtherNode other:
                Connect(new DiagramEdge(from, Get(Label(other.Name)), key, isOptional, IsReference: true));
                break;
        }
    }

    private void Connect(DiagramNode from, string key, BlockNode node, bool isOptional)
    {
        string label = Label(node.Name);
        Connect(new DiagramEdge(from, Get(label), key, isOptional, IsReference: false));
        DiagramNode to = Add(label, isAttachment: false, node.Driver);
        foreach (BlockChild child in node.Children)
        {
            Connect(to, child.Key == "children" ? "children." + Label(child.Position!) : child.Key, child.Node, isOptional: false);
        }
    }

    private void Connect(DiagramEdge edge)
    {
        _edges.Add(edge);
        edge.From.Edges.Add(edge);
    }

    private static string Label(Name name) => name.Prefix + (name.Index is { } index ? Label(index) : "") + name.Suffix;

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
