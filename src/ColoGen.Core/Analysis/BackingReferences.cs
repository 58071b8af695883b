using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>The overlays of a topology.</summary>
/// <param name="All">In the order of the trees.</param>
/// <param name="ClosingCircles">Those whose reference leads back into a tree from which the way came: one of each circle.</param>
internal sealed record BackingReferences(EquatableArray<BackingReference> All, EquatableArray<BackingReference> ClosingCircles)
{
    public static BackingReferences Of(TopologyContext index)
    {
        var overlays = new List<BackingReference>();
        foreach (OpenedLayer opened in index.Opened)
        {
            if ((opened.Attachment.Bind(opened.Layer) ?? opened.Layer.Reference) is not { } reference) continue;
            Attachment? disk = reference.Dev is { } dev ? index.Topology.Find(dev) : null;
            overlays.Add(new BackingReference(opened, reference, disk, index.Find(reference)));
        }

        return new([.. overlays], Closing(overlays));
    }

    /// <summary>Whether an overlay stands on a layer which can be opened before it.</summary>
    public bool Stands(BackingReference overlay)
    {
        if (overlay.Backing is null) return false;
        foreach (BackingReference closing in ClosingCircles)
        {
            if (ReferenceEquals(closing, overlay)) return false;
        }

        return true;
    }

    private static EquatableArray<BackingReference> Closing(List<BackingReference> overlays)
    {
        if (!overlays.Exists(overlay => overlays.Exists(other => ReferenceEquals(overlay.Disk, other.Attachment)))) return [];
        var closing = new List<BackingReference>();
        var entered = new HashSet<string>();
        var left = new HashSet<string>();
        foreach (BackingReference overlay in overlays) Visit(overlay.Attachment);
        return [.. closing];

        void Visit(Attachment tree)
        {
            if (!entered.Add(tree.Path)) return;
            foreach (BackingReference overlay in overlays)
            {
                if (!ReferenceEquals(overlay.Attachment, tree) || overlay.Disk is not { } disk) continue;
                if (entered.Contains(disk.Path) && !left.Contains(disk.Path)) closing.Add(overlay);
                Visit(disk);
            }

            left.Add(tree.Path);
        }
    }
}
