using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>A topology to QEMU's block graph: two nodes for a source, one for any other layer.</summary>
internal sealed class BlockGraphLowering
{
    private readonly TopologyContext _index;
    private readonly Func<Attachment, Layer, LayerNames> _names;

    private BlockGraphLowering(TopologyContext index, Func<Attachment, Layer, LayerNames> names)
    {
        _index = index;
        _names = names;
    }

    public static BlockGraph Lower(TopologyContext index) => new BlockGraphLowering(index, index.NamesOf).Lower();

    /// <summary>A part of a tree by itself, all of whose layers are always there.</summary>
    /// <param name="names">What its nodes are called.</param>
    public static BlockTree Lower(TopologyContext index, Attachment attachment, Layer part, Func<Attachment, Layer, LayerNames> names)
    {
        BlockNode top = new BlockGraphLowering(index, names).Node(attachment, part, isReadOnly: false, isTop: false);
        return new BlockTree(attachment, new OwnNode(top), top.Name, null);
    }

    private BlockGraph Lower()
    {
        IReadOnlyList<Attachment> ordered = _index.InOrder()!;
        var trees = new BlockTree[ordered.Count];
        for (int number = 0; number < trees.Length; number++) trees[number] = Lower(ordered[number]);
        return new BlockGraph(
            new(trees),
            Frontends.Controllers(_index.Topology).ToEquatableArray(),
            Frontends.Objects(_index.Topology).ToEquatableArray());
    }

    private BlockTree Lower(Attachment attachment)
    {
        var own = new OwnNode(Node(attachment, attachment.Top, attachment.IsReadOnly, isTop: true));
        ChildNode top = attachment.Edge.Kind == EdgeKind.Optional
            ? new OptionalNode(attachment.Edge.Source, attachment.Edge.Scope, own, null)
            : own;
        Name name = _names(attachment, attachment.Top).Top;
        return new BlockTree(attachment, top, name, attachment.IsHostDisk ? null : Frontends.Of(_index.Topology, attachment, name));
    }

    private BlockNode Node(Attachment attachment, Layer layer, bool isReadOnly, bool isTop, bool isHidden = false)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        LayerNames names = _names(attachment, layer);
        CommonOptions common = Common(attachment, isReadOnly, isTop);
        return kind.IsSource
            ? Source(attachment, layer, kind, names, common, isHidden)
            : Filter(attachment, layer, kind, names, common);
    }

    private BlockNode Source(Attachment attachment, Layer layer, LayerKind kind, LayerNames names, CommonOptions common, bool isHidden)
    {
        var context = new LayerContext(layer, attachment, names.Top, _names(attachment, attachment.Top).Top);
        var storage = new BlockNode(
            names.Storage,
            kind.Driver,
            kind.Options(context),
            default,
            common with { AutoReadOnly = true, ReadOnly = false, Discard = "unmap", DetectZeroes = null },
            kind.Objects(context),
            layer);

        string format = layer.Format!;
        var file = new BlockChild("file", null, new OwnNode(storage));
        return new BlockNode(
            names.Top,
            DiskFormats.Driver(format),
            Encryption.Options(layer, names.Top),
            DiskFormats.CanHaveBacking(format) ? [file, new BlockChild(kind.ChildKey, null, Backing(attachment, layer, isHidden))] : [file],
            common,
            Encryption.Objects(layer, names.Top),
            layer);
    }

    /// <summary>A backing layer is written by nobody, but for the hidden disk of a secondary, which replication writes.</summary>
    private ChildNode Backing(Attachment attachment, Layer layer, bool overHidden)
    {
        if (attachment.Bind(layer) is { Dev: { } dev } reference)
        {
            Attachment target = _index.Topology.Find(dev)!;
            return new OtherNode(_names(target, _index.Find(reference)!).Top);
        }

        return layer.Edges.Count == 0
            ? new NoNode()
            : Child(layer.Edges[0], Node(attachment, layer.Edges[0].Layer, isReadOnly: !overHidden, isTop: false), new NoNode());
    }

    private BlockNode Filter(Attachment attachment, Layer layer, LayerKind kind, LayerNames names, CommonOptions common)
    {
        var context = new LayerContext(layer, attachment, names.Top, _names(attachment, attachment.Top).Top);
        bool isSecondary = layer.Settings.GetMember("Mode") == "Secondary";
        var children = new BlockChild[layer.Edges.Count];
        int count = 0;
        IndexExpression position = IndexExpression.Of(0);
        foreach (Edge edge in layer.Edges)
        {
            BlockNode node = Node(attachment, edge.Layer, common.ReadOnly, isTop: false, isHidden: isSecondary);
            children[count++] = new BlockChild(
                kind.ChildKey,
                edge.Kind == EdgeKind.List ? position.Plus(new RoundTerm(edge.Scope, 1)) : position,
                Child(edge, node, null));
            position = edge.Kind switch
            {
                EdgeKind.Required => position + 1,
                EdgeKind.Optional => position.Plus(new PresenceTerm(edge.Source, edge.Scope, IndexExpression.Of(1))),
                _ => position.Plus(new LengthTerm(edge.Source, edge.CountMember, 1)),
            };
        }

        return new BlockNode(names.Top, kind.Driver, kind.Options(context), new(children), common, kind.Objects(context), layer);
    }

    private static ChildNode Child(Edge edge, BlockNode node, ChildNode? otherwise) => edge.Kind switch
    {
        EdgeKind.Required => new OwnNode(node),
        EdgeKind.Optional => new OptionalNode(edge.Source, edge.Scope, new OwnNode(node), otherwise),
        _ => new NodeList(edge.Source, edge.Scope, edge.CountMember, node),
    };

    private static CommonOptions Common(Attachment attachment, bool isReadOnly, bool isTop) => new(
        isReadOnly,
        AutoReadOnly: false,
        attachment.Settings.Member("Discard", Texts.Word),
        isTop ? attachment.Settings.Member("DetectZeroes", Texts.Word) : null,
        attachment.Settings.GetMember("Cache") is { } cache
            ? new Options().Add("direct", cache is "None" or "Directsync").Add("no-flush", cache == "Unsafe").ToObject()
            : null);
}
