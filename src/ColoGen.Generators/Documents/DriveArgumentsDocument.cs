using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>
/// One <c>-drive</c> with dotted keys for each tree, then <c>-device</c>, every argument ended by NUL. A tree is named by its
/// id, which is its dev; a node by its name only where a reference wants it.
/// </summary>
internal static class DriveArgumentsDocument
{
    public static IReadOnlyList<Piece> Template(TopologyIndex index)
    {
        BlockGraph graph = index.Graph;
        HashSet<Name> named = [.. graph.Trees.SelectMany(tree => Referenced(tree.Top))];
        var builder = new TemplateBuilder { Names = new TreesByDev() };
        NodeWalk.Forward(builder, graph, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Argument("-object", item);
        });
        foreach (BlockTree tree in graph.Trees)
        {
            var dotted = new DottedTemplate(builder, named);
            if (tree.Top is OptionalNode optional)
            {
                builder.When(optional.Optional, optional.Scope, () => Drive(dotted, tree, optional.Then));
            }
            else
            {
                Drive(dotted, tree, tree.Top);
            }
        }

        foreach (EquatableArray<Option> item in graph.Objects) Argument("-object", item);
        foreach (Device controller in graph.Controllers) Argument("-device", controller.Options);
        foreach (BlockTree tree in graph.Trees) NodeWalk.Frontend(builder, tree, device => Argument("-device", device.Options));
        return builder.ToTemplate();

        void Drive(DottedTemplate dotted, BlockTree tree, ChildNode top)
        {
            builder.Literal("-drive\0if=none");
            dotted.Write(((OwnNode)top).Node, isTop: true);
            builder.Literal($",id={tree.Attachment.Dev}\0");
        }

        void Argument(string name, EquatableArray<Option> options)
        {
            builder.Literal(name + "\0");
            builder.Text("", ((StringOption)options[0].Value).Text, Escape.Option);
            var dotted = new DottedTemplate(builder, named);
            foreach (Option option in options.Skip(1)) dotted.Write(option);
            builder.Literal("\0");
        }
    }

    /// <summary>The top of a tree is called by its dev.</summary>
    private sealed class TreesByDev : INames
    {
        public Name NameOf(Name name) => name.Tree is { } dev ? new Name(dev, Suffix: name.Suffix) : name;
    }

    private static IEnumerable<Name> Referenced(ChildNode child) => child switch
    {
        OwnNode own => own.Node.Children.SelectMany(below => Referenced(below.Node)),
        OptionalNode optional => Referenced(optional.Then),
        NodeList list => Referenced(new OwnNode(list.Item)),
        OtherNode other => [other.Name],
        _ => [],
    };
}
