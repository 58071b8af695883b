using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>Finds layers by number and numbers by layer, in a whole topology. Each result is computed once, when it is first used.</summary>
internal sealed class TopologyContext(Topology topology)
{
    private IReadOnlyDictionary<string, IndexExpression>? _numbers;
    private Dictionary<(string Dev, int Index), Layer>? _layers;
    private EquatableArray<OpenedLayer>? _opened;
    private BackingReferences? _references;
    private (bool IsKnown, IEnumerable<IReadOnlyList<OpenedLayer>>? Groups) _sameImages;
    private Dictionary<string, LayerNames>? _names;
    private (bool IsKnown, IReadOnlyList<Attachment>? Trees) _order;

    public Topology Topology { get; } = topology;

    /// <summary>Every layer as QEMU opens it.</summary>
    public EquatableArray<OpenedLayer> Opened => _opened ??= OpenedLayer.Of(Topology);

    /// <summary>The layers that open one image, of each image that several open; null where there is none.</summary>
    public IEnumerable<IReadOnlyList<OpenedLayer>>? SameImages
    {
        get
        {
            if (!_sameImages.IsKnown) _sameImages = (true, Repeated.Groups(Opened, static opened => ImageIdentity.Of(opened.Layer)?.Name));
            return _sameImages.Groups;
        }
    }

    public BackingReferences BackingReferences => _references ??= BackingReferences.Of(this);

    private IReadOnlyDictionary<string, IndexExpression> Numbers => _numbers ??= Numbering.Of(Topology.Attachments);

    private Dictionary<(string Dev, int Index), Layer> Layers => _layers ??= ByNumber();

    public IndexExpression NumberOf(Layer layer) => Numbers[layer.Path];

    /// <summary>The layer that a reference names, or null. 0 names the top layer, also one with another number. The layers of a list can't be named.</summary>
    public Layer? Find(Reference reference) => reference switch
    {
        { Dev: null } => null,
        { Dev: { } dev, Index: 0 } => Topology.Find(dev)?.Top,
        { Dev: { } dev } => Layers.TryGetValue((dev, reference.Index), out Layer? layer) ? layer : null,
    };

    /// <summary>The numbers in a tree that a reference can name.</summary>
    public IEnumerable<int> NumbersOf(string dev) => Layers.Keys.Where(key => key.Dev == dev).Select(key => key.Index).OrderBy(index => index);

    /// <summary>The usual names of a layer's nodes.</summary>
    public LayerNames NamesOf(Attachment attachment, Layer layer)
    {
        _names ??= [];
        if (_names.TryGetValue(layer.Path, out LayerNames? names)) return names;
        names = Naming.Of(attachment, layer, NumberOf(layer));
        _names.Add(layer.Path, names);
        return names;
    }

    /// <summary>The trees in an order in which each comes after those that it refers to; null where there is none.</summary>
    public IReadOnlyList<Attachment>? InOrder()
    {
        if (!_order.IsKnown) _order = (true, Order());
        return _order.Trees;
    }

    private IReadOnlyList<Attachment>? Order()
    {
        var ordered = new List<Attachment>(Topology.Attachments.Count);
        var entered = new List<Attachment>(Topology.Attachments.Count);
        foreach (Attachment attachment in Topology.Attachments)
        {
            if (!Visit(attachment)) return null;
        }

        return ordered;

        bool Visit(Attachment attachment)
        {
            if (ordered.Exists(other => ReferenceEquals(other, attachment))) return true;
            if (entered.Exists(other => ReferenceEquals(other, attachment))) return false;
            entered.Add(attachment);
            if (!VisitBelow(attachment, attachment.Top)) return false;
            ordered.Add(attachment);
            return true;
        }

        bool VisitBelow(Attachment attachment, Layer layer)
        {
            if (attachment.Bind(layer)?.Dev is { } dev && Topology.Find(dev) is { } other && !ReferenceEquals(other, attachment) && !Visit(other)) return false;
            foreach (Edge edge in layer.Edges)
            {
                if (!VisitBelow(attachment, edge.Layer)) return false;
            }

            return true;
        }
    }

    private Dictionary<(string Dev, int Index), Layer> ByNumber()
    {
        var layers = new Dictionary<(string Dev, int Index), Layer>(Opened.Count);
        foreach (OpenedLayer opened in Opened)
        {
            IndexExpression number = NumberOf(opened.Layer);
            (string, int) key = (opened.Attachment.Dev, number.Constant);
            if (number.Terms.Count == 0 && !layers.ContainsKey(key)) layers.Add(key, opened.Layer);
        }

        return layers;
    }
}
