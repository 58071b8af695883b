using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>The graph as people see it: nodes with what is written in them, and edges. It shows the declaration, not its values.</summary>
internal sealed class Picture
{
    private readonly List<PictureNode> _nodes = [];
    private readonly List<PictureEdge> _edges = [];

    public Picture(BlockGraph graph)
    {
        foreach (BlockTree tree in graph.Trees)
        {
            string attachment = $"{tree.Attachment.Dev} {Kind(tree.Attachment)}";
            Add(new PictureNode(attachment, IsAttachment: true));
            Connect(attachment, "", tree.Top, isOptional: false);
        }
    }

    public IReadOnlyList<PictureNode> Nodes => _nodes;

    public IReadOnlyList<PictureEdge> Edges => _edges;

    public IEnumerable<PictureEdge> From(PictureNode node) => _edges.Where(edge => edge.From == node.Label);

    private static string Kind(Attachment attachment) => attachment switch
    {
        { IsHostDisk: true, Export: not null } => "(host disk, NBD export)",
        { IsHostDisk: true } => "(host disk)",
        _ => $"({attachment.Bus!.ToLowerInvariant()} {attachment.Device.ToLowerInvariant()})",
    };

    private void Add(PictureNode node)
    {
        if (!_nodes.Contains(node)) _nodes.Add(node);
    }

    private void Connect(string from, string key, ChildNode child, bool isOptional)
    {
        switch (child)
        {
            case OwnNode own:
                _edges.Add(new PictureEdge(from, Label(own.Node.Name), key, isOptional, IsReference: false));
                Add(own.Node);
                break;
            case OptionalNode optional:
                Connect(from, key, optional.Then, isOptional: true);
                break;
            case NodeList list:
                _edges.Add(new PictureEdge(from, Label(list.Item.Name), key, isOptional, IsReference: false));
                Add(list.Item);
                break;
            case OtherNode other:
                _edges.Add(new PictureEdge(from, Label(other.Name), key, isOptional, IsReference: true));
                break;
        }
    }

    private void Add(BlockNode node)
    {
        string name = Label(node.Name);
        Add(new PictureNode(name, IsAttachment: false, node.Driver));
        foreach (BlockChild child in node.Children)
        {
            string key = child.Key == "children" ? $"children.{Label(child.Position!)}" : child.Key;
            Connect(name, key, child.Node, isOptional: false);
        }
    }

    private static string Label(Name name) => name.Prefix + (name.Index is { } index ? Label(index) : "") + name.Suffix;

    /// <summary>A number that depends on values stands for its first.</summary>
    private static string Label(IndexExpression index) =>
        index.Constant.ToString(System.Globalization.CultureInfo.InvariantCulture) + (index.Terms.Any(term => term is RoundTerm) ? "…" : "");
}

/// <param name="Driver">QEMU's driver; empty for what a tree is attached to.</param>
internal sealed record PictureNode(string Label, bool IsAttachment, string Driver = "");

/// <param name="IsReference">It leads into another tree.</param>
internal sealed record PictureEdge(string From, string To, string Key, bool IsOptional, bool IsReference);
