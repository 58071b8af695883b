using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>Finds layers by number and numbers by layer, in a whole topology.</summary>
internal sealed class TopologyIndex
{
    private readonly Dictionary<string, IndexExpression> _numbers = [];
    private readonly Dictionary<(string Dev, int Index), Layer> _layers = [];
    private BlockGraph? _graph;
    private IReadOnlyList<OpenedLayer>? _opened;

    public TopologyIndex(Topology topology)
    {
        Topology = topology;
        foreach (Attachment attachment in topology.Attachments)
        {
            IReadOnlyDictionary<string, IndexExpression> numbers = Numbering.Of(attachment);
            foreach (Layer layer in attachment.Top.PreOrder())
            {
                IndexExpression number = numbers[layer.Path];
                _numbers[layer.Path] = number;
                if (number.Terms.Count == 0 && !_layers.ContainsKey((attachment.Dev, number.Constant)))
                {
                    _layers.Add((attachment.Dev, number.Constant), layer);
                }
            }
        }
    }

    public Topology Topology { get; }

    /// <summary>The block graph with its usual names, lowered once for all documents.</summary>
    public BlockGraph Graph => _graph ??= BlockGraphLowering.Lower(this);

    /// <summary>Every layer as QEMU opens it.</summary>
    public IReadOnlyList<OpenedLayer> Opened => _opened ??= [.. Topology.Attachments.SelectMany(OpenedLayer.Of)];

    public IndexExpression NumberOf(Layer layer) => _numbers[layer.Path];

    /// <summary>The layer that a reference names, or null. The layers of a list can't be named.</summary>
    public Layer? Find(Reference reference) =>
        reference.Dev is { } dev && _layers.TryGetValue((dev, reference.Index), out Layer? layer) ? layer : null;

    /// <summary>The numbers in a tree that a reference can name.</summary>
    public IEnumerable<int> NumbersOf(string dev) => _layers.Keys.Where(key => key.Dev == dev).Select(key => key.Index).OrderBy(index => index);

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

    private static IEnumerable<string> ReferencedDevs(Attachment attachment) =>
        attachment.Top.PreOrder().Select(layer => attachment.Bind(layer)?.Dev).OfType<string>().Distinct();
}
