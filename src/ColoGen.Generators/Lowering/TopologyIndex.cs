using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>Finds layers by number and numbers by layer, in a whole topology. What is asked for is worked out once.</summary>
internal sealed class TopologyIndex(Topology topology)
{
    private IReadOnlyDictionary<string, IndexExpression>? _numbers;
    private Dictionary<(string Dev, int Index), Layer>? _layers;
    private BlockGraph? _graph;
    private EquatableArray<OpenedLayer>? _opened;
    private Overlays? _overlays;

    public Topology Topology { get; } = topology;

    /// <summary>The block graph with its usual names, lowered once for all documents.</summary>
    public BlockGraph Graph => _graph ??= BlockGraphLowering.Lower(this);

    /// <summary>Every layer as QEMU opens it.</summary>
    public EquatableArray<OpenedLayer> Opened => _opened ??= OpenedLayer.Of(Topology);

    public Overlays Overlays => _overlays ??= Overlays.Of(this);

    private IReadOnlyDictionary<string, IndexExpression> Numbers => _numbers ??= Numbering.Of(Topology.Attachments);

    private Dictionary<(string Dev, int Index), Layer> Layers => _layers ??= ByNumber();

    public IndexExpression NumberOf(Layer layer) => Numbers[layer.Path];

    /// <summary>The layer that a reference names, or null. The layers of a list can't be named.</summary>
    public Layer? Find(Reference reference) =>
        reference.Dev is { } dev && Layers.TryGetValue((dev, reference.Index), out Layer? layer) ? layer : null;

    /// <summary>The numbers in a tree that a reference can name.</summary>
    public IEnumerable<int> NumbersOf(string dev) => Layers.Keys.Where(key => key.Dev == dev).Select(key => key.Index).OrderBy(index => index);

    /// <summary>The trees in an order in which each comes after those that it refers to; null where there is none.</summary>
    public IReadOnlyList<Attachment>? InOrder()
    {
        var ordered = new List<Attachment>();
        var entered = new HashSet<string>();
        return Topology.Attachments.All(Visit) ? ordered : null;

        bool Visit(Attachment attachment)
        {
            if (ordered.Contains(attachment)) return true;
            if (!entered.Add(attachment.Path)) return false;
            foreach (string dev in ReferencedDevs(attachment))
            {
                if (Topology.Find(dev) is { } other && other.Path != attachment.Path && !Visit(other)) return false;
            }

            ordered.Add(attachment);
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

    private static IEnumerable<string> ReferencedDevs(Attachment attachment) =>
        attachment.Top.PreOrder().Select(layer => attachment.Bind(layer)?.Dev).OfType<string>().Distinct();
}
