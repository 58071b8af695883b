using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>
/// One <c>-drive</c> with dotted keys for each tree, then <c>-device</c>, every argument ended by NUL. A tree is named by its
/// id, which is its dev; a node has a name only where another tree refers to it.
/// </summary>
internal static class DriveArgumentsDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        BlockGraph graph = context.Graph;
        var referenced = new HashSet<NodeName>();
        foreach (BlockTree tree in graph.Trees) AddReferenced(referenced, tree.Top);
        var dotted = new DottedWriter(builder, referenced, NameOf);
        NodeWalk.Forward(builder, graph.Trees, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Argument("-object\0", item);
        });
        foreach (BlockTree tree in graph.Trees) builder.ForEdge(tree.Edge, () => Drive(tree));
        foreach (EquatableArray<Option> item in graph.Objects) Argument("-object\0", item);
        NodeWalk.Devices(builder, graph, bridges: graph.Bridges, AddDevice);

        void Drive(BlockTree tree)
        {
            builder.Literal("-drive\0if=none");
            dotted.Write(tree.Top, isTop: true);
            builder.Literal(",id=").Literal(tree.Attachment.Dev).Literal("\0");
        }

        void AddDevice(Device device) => Argument("-device\0", device.Options);

        void Argument(string name, EquatableArray<Option> options)
        {
            builder.Value(name, options[0].Value, Escape.Option);
            for (int number = 1; number < options.Count; number++) dotted.Write(options[number]);
            builder.Literal("\0");
        }
    }

    /// <summary>The top node of a tree has the dev as its name.</summary>
    private static NodeName NameOf(NodeName name) => name.Tree is { } dev ? new NodeName(dev, Suffix: name.Suffix) : name;

    private static void AddReferenced(HashSet<NodeName> referenced, BlockNode node)
    {
        foreach (BlockChild child in node.Children)
        {
            if (child.Node is { } below) AddReferenced(referenced, below);
            if (child.Reference is { } reference) referenced.Add(reference);
        }
    }
}
