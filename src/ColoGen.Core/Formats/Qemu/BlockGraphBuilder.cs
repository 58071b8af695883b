using ColoGen.Core.Analysis;
using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Layers.Formats;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>Makes QEMU's block graph of a topology: two nodes for a source, one for any other layer.</summary>
internal sealed class BlockGraphBuilder
{
    private static readonly NodeOption[] s_ofLayers = Of(NodeScope.Layers);
    private static readonly NodeOption[] s_ofTop = Of(NodeScope.Layers, NodeScope.Top);
    private static readonly NodeOption[] s_ofStorage = Of(NodeScope.Storage);
    private static readonly NodeOption[] s_inherited = Of(NodeScope.All);

    /// <summary>As libvirt has it: the format node alone decides what is discarded.</summary>
    private static readonly EquatableArray<Option> s_discard = new Options().Add("discard", "unmap").ToArray();

    private readonly TopologyContext _context;
    private readonly Func<Attachment, Layer, LayerNames> _names;

    private BlockGraphBuilder(TopologyContext context, Func<Attachment, Layer, LayerNames> names)
    {
        _context = context;
        _names = names;
    }

    public static BlockGraph Build(TopologyContext context) => new BlockGraphBuilder(context, context.NamesOf).Build();

    /// <summary>A part of a tree by itself, which is always present.</summary>
    /// <param name="names">The names of its nodes.</param>
    public static BlockTree Build(TopologyContext context, Attachment attachment, Layer part, Func<Attachment, Layer, LayerNames> names) =>
        new(attachment, new BlockGraphBuilder(context, names).Node(attachment, part, isReadOnly: false, isTop: false), Edge: null, Frontend: null);

    private BlockGraph Build()
    {
        IReadOnlyList<Attachment> ordered = _context.InOrder()!;
        var trees = new BlockTree[ordered.Count];
        for (int number = 0; number < trees.Length; number++) trees[number] = Build(ordered[number]);
        return new BlockGraph(
            new(trees),
            PciBridges.Of(_context.Topology),
            GuestDevices.Controllers(_context.Topology).ToEquatableArray(),
            GuestDevices.Objects(_context.Topology).ToEquatableArray());
    }

    private BlockTree Build(Attachment attachment)
    {
        BlockNode top = Node(attachment, attachment.Top, attachment.IsReadOnly, isTop: true);
        Device? frontend = attachment.IsHostDisk ? null : GuestDevices.Of(_context.Topology, attachment, top.Name);
        return new BlockTree(attachment, top, attachment.Edge, frontend);
    }

    private BlockNode Node(Attachment attachment, Layer layer, bool isReadOnly, bool isTop, bool isHidden = false)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        LayerNames names = _names(attachment, layer);
        var common = new CommonOptions(
            isReadOnly,
            AutoReadOnly: false,
            Settings(isTop ? s_ofTop : s_ofLayers, attachment, kind),
            Settings(s_inherited, attachment, kind));
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
            [.. kind.Options(context), .. Settings(s_ofStorage, attachment, kind)],
            default,
            common with { AutoReadOnly = true, ReadOnly = false, Own = s_discard },
            kind.Objects(context),
            layer);

        DiskFormatKind format = DiskFormats.Get(layer.Format!.Value);
        var file = new BlockChild("file", storage);
        return new BlockNode(
            names.Top,
            format.Driver,
            format.Options(context),
            format.CanHaveBacking ? [file, Backing(attachment, layer, isHidden)] : [file],
            common,
            Encryption.Objects(context),
            layer);
    }

    /// <summary>Nobody writes to a backing layer, except replication to the hidden disk of a secondary.</summary>
    private BlockChild Backing(Attachment attachment, Layer layer, bool overHidden)
    {
        if (attachment.Bind(layer) is { Dev: { } dev } reference)
        {
            Attachment target = _context.Topology.Find(dev)!;
            return new BlockChild(BlockChild.Backing, Node: null, _names(target, _context.Find(reference)!).Top);
        }

        if (layer.Edges.Count == 0) return new BlockChild(BlockChild.Backing, Node: null);
        Edge edge = layer.Edges[0];
        return new BlockChild(BlockChild.Backing, Node(attachment, edge.Layer, isReadOnly: !overHidden, isTop: false), Edge: edge);
    }

    private BlockNode Filter(Attachment attachment, Layer layer, LayerKind kind, LayerNames names, CommonOptions common)
    {
        var context = new LayerContext(layer, attachment, names.Top, _names(attachment, attachment.Top).Top);
        bool isSecondary = layer.IsReplication(ReplicationMode.Secondary);
        var children = new BlockChild[layer.Edges.Count];
        for (int at = 0; at < children.Length; at++)
        {
            Edge edge = layer.Edges[at];
            BlockNode node = Node(attachment, edge.Layer, common.ReadOnly, isTop: false, isHidden: isSecondary);
            children[at] = new BlockChild(kind.Children.KeyOf(at), node, Edge: edge, IsListItem: kind.Children.IsList);
        }

        return new BlockNode(names.Top, kind.Driver, kind.Options(context), new(children), common, kind.Objects(context), layer);
    }

    private static NodeOption[] Of(params NodeScope[] scopes) =>
        [.. DiskSettingTable.All.Select(setting => setting.Node).OfType<NodeOption>().Where(option => scopes.Contains(option.Scope))];

    private static EquatableArray<Option> Settings(NodeOption[] settings, Attachment attachment, LayerKind kind)
    {
        var options = new Options();
        foreach (NodeOption setting in settings) setting.Add(options, attachment, kind);
        return options.ToArray();
    }
}
