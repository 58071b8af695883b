using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>
/// One <c>-drive</c> with dotted keys for each tree, then <c>-device</c>, every argument ended by NUL. A tree is named by its
/// id, which is its dev; a node by its name only where a reference wants it.
/// </summary>
internal static class DriveArgumentsDocument
{
    private static readonly TreesByDev s_names = new();

    public static void Write(TemplateBuilder builder, TopologyContext index)
    {
        BlockGraph graph = index.Graph;
        var named = new HashSet<Name>();
        foreach (BlockTree tree in graph.Trees) AddReferenced(named, tree.Top);
        var dotted = new DottedTemplate(builder, named);
        builder.Names = s_names;
        NodeWalk.Forward(builder, graph.Trees, node =>
        {
            foreach (EquatableArray<Option> item in node.Objects) Argument("-object\0", item);
        });
        foreach (BlockTree tree in graph.Trees)
        {
            if (tree.Top is OptionalNode optional) builder.When(optional.Optional, optional.Scope, () => Drive(tree, optional.Then));
            else Drive(tree, tree.Top);
        }

        foreach (EquatableArray<Option> item in graph.Objects) Argument("-object\0", item);
        foreach (Device controller in graph.Controllers) AddDevice(controller);
        foreach (BlockTree tree in graph.Trees) NodeWalk.Frontend(builder, tree, AddDevice);

        void Drive(BlockTree tree, ChildNode top)
        {
            builder.Literal("-drive\0if=none");
            dotted.Write(((OwnNode)top).Node, isTop: true);
            builder.Literal(",id=").Literal(tree.Attachment.Dev).Literal("\0");
        }

        void AddDevice(Device device) => Argument("-device\0", device.Options);

        void Argument(string name, EquatableArray<Option> options)
        {
            builder.Text(name, ((StringOption)options[0].Value).Text, Escape.Option);
            for (int number = 1; number < options.Count; number++) dotted.Write(options[number]);
            builder.Literal("\0");
        }
    }

    /// <summary>The top of a tree is called by its dev.</summary>
    private sealed class TreesByDev : INames
    {
        public Name NameOf(Name name) => name.Tree is { } dev ? new Name(dev, Suffix: name.Suffix) : name;
    }

    private static void AddReferenced(HashSet<Name> named, ChildNode child)
    {
        switch (child)
        {
            case OwnNode own:
                AddReferenced(named, own.Node);
                break;
            case OptionalNode optional:
                AddReferenced(named, optional.Then);
                break;
            case NodeList list:
                AddReferenced(named, list.Item);
                break;
            case OtherNode other:
                named.Add(other.Name);
                break;
        }
    }

    private static void AddReferenced(HashSet<Name> named, BlockNode node)
    {
        foreach (BlockChild below in node.Children) AddReferenced(named, below.Node);
    }
}
