using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>
/// The layers that libvirt opens itself, and the names that it gives their nodes. A disk whose tree libvirt can't describe gets the first chain of the tree
/// that libvirt can; QEMU's command line has the rest.
/// </summary>
internal sealed class LibvirtChains
{
    private readonly TopologyContext _context;
    private readonly Dictionary<string, Chain> _byDisk = [];
    private readonly List<NodeCount> _counts = [];
    private Dictionary<string, OpenedNode>? _opened;

    public LibvirtChains(TopologyContext context)
    {
        _context = context;
        Disks = Targets.Sorted(context.Topology);
        foreach (Attachment disk in Disks)
        {
            if (IsNative(disk.Top)) _byDisk.Add(disk.Path, ChainOf(disk, disk.Top, isWhole: true));
        }

        foreach (Attachment disk in Disks)
        {
            if (_byDisk.ContainsKey(disk.Path)) continue;
            if (FirstFree(disk, disk.Top) is { } chain) _byDisk.Add(disk.Path, chain);
        }
    }

    /// <summary>The disks in libvirt's order.</summary>
    public IReadOnlyList<Attachment> Disks { get; }

    /// <summary>The top nodes of the layers that libvirt opens, by the layers' paths.</summary>
    private Dictionary<string, OpenedNode> Opened => _opened ??= NameNodes();

    /// <summary>The chain that libvirt opens for a disk; null where it can open none.</summary>
    public Chain? Of(Attachment disk) => _byDisk.TryGetValue(disk.Path, out Chain? chain) ? chain : null;

    /// <summary>The name that other nodes know a node by: libvirt's where libvirt opens it, unless it is lent and has its usual name, too.</summary>
    public NodeName NameOf(NodeName name) =>
        name.Layer is { } layer && Opened.TryGetValue(layer, out OpenedNode? node) && !node.IsLent ? node.Name : name;

    /// <summary>The name that libvirt gives the top node of a layer that it opens.</summary>
    public NodeName LibvirtNameOf(Layer layer) => Opened[layer.Path].Name;

    public bool IsOpenedByLibvirt(Layer layer) => Opened.ContainsKey(layer.Path);

    private static bool IsNative(Layer layer)
    {
        if (!LayerKinds.Get(layer.Kind).IsInLibvirt || layer.Reference is not null) return false;
        foreach (Edge edge in layer.Edges)
        {
            if (!IsNative(edge.Layer)) return false;
        }

        return true;
    }

    private Chain ChainOf(Attachment attachment, Layer top, bool isWhole)
    {
        foreach (OpenedLayer opened in _context.Opened)
        {
            if (ReferenceEquals(opened.Layer, top)) return new Chain(opened.Writes ? attachment : attachment.AsReadOnly(), top, isWhole);
        }

        return new Chain(attachment, top, isWhole);
    }

    /// <summary>The first chain of a tree that libvirt can describe and no other disk has.</summary>
    private Chain? FirstFree(Attachment attachment, Layer layer)
    {
        if (IsNative(layer)) return ChainOf(attachment, layer, isWhole: false);
        foreach (Edge edge in layer.Edges)
        {
            if (edge.Kind != EdgeKind.Required || (LayerKinds.Get(layer.Kind).IsSource && IsNative(edge.Layer))) continue;
            if (FirstFree(attachment, edge.Layer) is { } chain) return chain;
        }

        return attachment.Bind(layer) is { Dev: { } dev } reference
            && _context.Topology.Find(dev) is { IsHostDisk: true, Edge.Kind: EdgeKind.Required } target
            && ReferenceEquals(_context.Find(reference), target.Top) && IsNative(target.Top)
            && (attachment.Edge.Kind == EdgeKind.Required || IsAlone(attachment, target)) && !IsTaken(target.Top)
            ? ChainOf(target, target.Top, isWhole: false)
            : null;
    }

    /// <summary>Whether no other tree refers to a host disk: an absent disk has no chain that others could refer to.</summary>
    private bool IsAlone(Attachment disk, Attachment target) => _context.Topology.Attachments.All(
        other => other.Path == disk.Path || other.Top.PreOrder().All(layer => other.Bind(layer)?.Dev != target.Dev));

    private bool IsTaken(Layer top)
    {
        foreach (Chain chain in _byDisk.Values)
        {
            if (ReferenceEquals(chain.Top, top)) return true;
        }

        return false;
    }

    /// <summary>libvirt counts from the last disk to the first, and from the top of each chain down.</summary>
    private Dictionary<string, OpenedNode> NameNodes()
    {
        var nodes = new Dictionary<string, OpenedNode>();
        IndexExpression next = IndexExpression.Of(1);
        (Attachment Disk, Layer Top)? before = null;
        foreach (Attachment disk in Disks.Reverse())
        {
            if (Of(disk) is not { } chain) continue;
            if (before is { } counted) next = After(next, counted.Disk, counted.Top);
            before = (disk, chain.Top);
            IndexExpression number = next;
            foreach (Layer layer in chain.Top.PreOrder())
            {
                // Newer libvirt has no format node over a plain raw image; the storage node is there in every version.
                bool hasFormat = layer.Format != DiskFormat.Raw || Encryption.IsEncrypted(layer);
                var name = new NodeName($"{ReservedNames.Libvirt}-", number, hasFormat ? "-format" : "-storage");
                nodes[layer.Path] = new OpenedNode(name, IsLent: chain.IsLent(disk) && ReferenceEquals(layer, chain.Top));
                number += 1;
            }
        }

        return nodes;
    }

    /// <summary>Counts the nodes of chains that may be shorter or absent, which the numbers of other chains depend on.</summary>
    /// <param name="names">The names that the document uses.</param>
    public void CountNodes(TemplateBuilder builder, IReadOnlyCollection<NodeName> names)
    {
        // Each counter begins where the one before it ends.
        var used = new HashSet<Counter>(names.SelectMany(name => name.Index!.Terms).OfType<CounterTerm>().Select(term => term.Counter));
        int last = _counts.FindLastIndex(count => used.Contains(count.Counter));
        foreach (NodeCount count in _counts.Take(last + 1))
        {
            builder.StartCounter(count.Counter, count.Start);
            builder.ForEdge(count.Optional, () => Count(builder, count.Counter, count.First, count.Counted));
        }
    }

    private static void Count(TemplateBuilder builder, Counter counter, Layer layer, int counted = 0)
    {
        Layer last = LastCertain(layer, out int count);
        if (count > counted) builder.Increment(counter, count - counted);
        if (last.Edges is [var edge]) builder.ForEdge(edge, () => Count(builder, counter, edge.Layer));
    }

    /// <summary>The last layer of a chain that is present whenever its first one is.</summary>
    private static Layer LastCertain(Layer layer, out int count)
    {
        count = 1;
        while (layer.Edges is [{ Kind: EdgeKind.Required, Layer: var below }])
        {
            layer = below;
            count++;
        }

        return layer;
    }

    /// <summary>The first number after the nodes of a chain.</summary>
    private IndexExpression After(IndexExpression number, Attachment disk, Layer top)
    {
        Layer last = LastCertain(top, out int count);
        if (disk.Edge.Kind == EdgeKind.Required) return last.Edges is [var edge] ? Counted(number + count, edge, edge.Layer, 0) : number + count;

        // An empty drive has a node, too.
        int certain = disk.MayBeEmpty ? 1 : 0;
        return top.Edges.Count == 0 && disk.MayBeEmpty ? number + 1 : Counted(number + certain, disk.Edge, top, certain);
    }

    private IndexExpression Counted(IndexExpression start, Edge optional, Layer first, int counted)
    {
        var counter = new Counter();
        _counts.Add(new NodeCount(counter, start, optional, first, counted));
        return IndexExpression.Of(counter);
    }

    /// <param name="Name">The name that libvirt gives the node.</param>
    /// <param name="IsLent">Whether there is a node over it that has the usual name.</param>
    private sealed record OpenedNode(NodeName Name, bool IsLent);

    /// <summary>How many nodes there are up to the end of a chain.</summary>
    /// <param name="Start">The number without the nodes below the optional edge.</param>
    /// <param name="First">The first layer of the chain below the edge.</param>
    /// <param name="Counted">How many nodes of that chain are in the start.</param>
    private sealed record NodeCount(Counter Counter, IndexExpression Start, Edge Optional, Layer First, int Counted);
}

/// <summary>A chain that libvirt opens for a disk.</summary>
/// <param name="Attachment">The tree that it is of; read-only where QEMU opens the top of the chain for reading only.</param>
/// <param name="IsWhole">It is the disk's whole tree; otherwise the layers above it are in QEMU's command line.</param>
internal sealed record Chain(Attachment Attachment, Layer Top, bool IsWhole)
{
    /// <summary>It is the whole of its tree, which may be another than the disk's.</summary>
    public bool IsTop => Top.Path == Attachment.Top.Path;

    /// <summary>It is the tree of a host disk that the disk's tree refers to.</summary>
    public bool IsLent(Attachment disk) => Attachment.Path != disk.Path;
}
