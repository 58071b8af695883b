using ColoGen.Core.Analysis;
using ColoGen.Core.Devices;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>
/// Which layers libvirt opens itself, and what it names their nodes. A disk that libvirt has no words for is given the first
/// chain that stands in its tree and that libvirt knows; QEMU's command line holds the rest.
/// </summary>
internal sealed class LibvirtChains : INames
{
    private readonly TopologyContext _index;
    private readonly Dictionary<string, Chain> _byDisk = [];
    private readonly Dictionary<string, Name> _names = [];

    public LibvirtChains(TopologyContext index)
    {
        _index = index;
        var taken = new HashSet<string>();
        Disks = Targets.Sorted(index.Topology);
        foreach (Attachment disk in Disks)
        {
            if (IsNative(disk.Top)) _byDisk.Add(disk.Path, new Chain(disk, disk.Top, IsWhole: true));
        }

        foreach (Attachment disk in Disks)
        {
            if (_byDisk.ContainsKey(disk.Path)) continue;
            if (FirstFree(disk, disk.Top, taken) is { } chain) _byDisk.Add(disk.Path, chain);
        }

        NameNodes();
    }

    /// <summary>The disks in libvirt's order.</summary>
    public IReadOnlyList<Attachment> Disks { get; }

    /// <summary>What libvirt opens for a disk; null where there is nothing that it could.</summary>
    public Chain? Of(Attachment disk) => _byDisk.TryGetValue(disk.Path, out Chain? chain) ? chain : null;

    /// <summary>What libvirt calls the top node of a layer that it opens; any other is called as usual.</summary>
    public Name NameOf(Name name) => name.Layer is { } layer && _names.TryGetValue(layer, out Name? called) ? called : name;

    public bool IsOpenedByLibvirt(Layer layer) => _names.ContainsKey(layer.Path);

    private static bool IsNative(Layer layer) =>
        LayerKinds.Get(layer.Kind).IsSource && layer.Reference is null && layer.Edges.All(static edge => IsNative(edge.Layer));

    /// <summary>The first chain in a tree that libvirt knows and no disk has, which is then taken.</summary>
    private Chain? FirstFree(Attachment attachment, Layer layer, HashSet<string> taken)
    {
        if (IsNative(layer)) return taken.Add(layer.Path) ? new Chain(attachment, layer, IsWhole: false) : null;
        foreach (Edge edge in layer.Edges)
        {
            if (edge.Kind != EdgeKind.Required || (LayerKinds.Get(layer.Kind).IsSource && IsNative(edge.Layer))) continue;
            if (FirstFree(attachment, edge.Layer, taken) is { } chain) return chain;
        }

        return attachment.Bind(layer) is { Index: 0, Dev: { } dev } && _index.Topology.Find(dev) is { IsHostDisk: true, Edge.Kind: EdgeKind.Required } target
            && IsNative(target.Top) && CanLend(target, attachment) && taken.Add(target.Top.Path)
            ? new Chain(target, target.Top, IsWhole: false)
            : null;
    }

    /// <summary>With a disk that is absent goes the chain that libvirt would open for it, on which nobody else may stand then.</summary>
    private bool CanLend(Attachment target, Attachment disk) =>
        disk.Edge.Kind == EdgeKind.Required
        || _index.Topology.Attachments.All(other => other.Path == disk.Path || other.Top.PreOrder().All(layer => other.Bind(layer)?.Dev != target.Dev));

    /// <summary>libvirt counts from the last disk to the first, and from the top of each chain down.</summary>
    private void NameNodes()
    {
        IndexExpression next = IndexExpression.Of(1);
        foreach (Attachment disk in Disks.Reverse())
        {
            if (Of(disk) is not { } chain) continue;
            IndexExpression number = next;
            foreach (Layer layer in chain.Top.PreOrder())
            {
                // Newer libvirt has no format node over a plain raw image; the storage node is there in every version.
                bool hasFormat = layer.Format != "Raw" || DiskFormats.IsEncrypted(layer);
                _names[layer.Path] = new Name("libvirt-", number, hasFormat ? "-format" : "-storage");
                number += 1;
            }

            next = Add(next, disk, chain.Top);
        }
    }

    private static IndexExpression Add(IndexExpression index, Attachment disk, Layer top)
    {
        IndexExpression length = Length(top);
        return disk switch
        {
            { Edge.Kind: EdgeKind.Required } => index + length,
            { MayBeEmpty: true } => (index + 1).Plus(new PresenceTerm(disk.Edge.Source, disk.Edge.Scope, length + -1)),
            _ => index.Plus(new PresenceTerm(disk.Edge.Source, disk.Edge.Scope, length)),
        };
    }

    private static IndexExpression Length(Layer layer)
    {
        if (layer.Edges.Count == 0) return IndexExpression.Of(1);
        Edge edge = layer.Edges[0];
        return edge.Kind == EdgeKind.Optional
            ? IndexExpression.Of(1).Plus(new PresenceTerm(edge.Source, edge.Scope, Length(edge.Layer)))
            : Length(edge.Layer) + 1;
    }
}

/// <summary>A chain that libvirt opens for a disk.</summary>
/// <param name="IsWhole">It is the disk's whole tree; otherwise more of it stands above, in QEMU's command line.</param>
internal sealed record Chain(Attachment Attachment, Layer Top, bool IsWhole)
{
    /// <summary>It is the whole tree that it stands in, which may be another than the disk's.</summary>
    public bool IsTop => Top.Path == Attachment.Top.Path;
}
