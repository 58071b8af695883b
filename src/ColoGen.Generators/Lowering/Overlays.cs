using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>The overlays of a topology.</summary>
/// <param name="All">In the order of the trees.</param>
/// <param name="ClosingCircles">Those whose reference leads back into a tree from which the way came: one of each circle.</param>
internal sealed record Overlays(EquatableArray<Overlay> All, EquatableArray<Overlay> ClosingCircles)
{
    public static Overlays Of(TopologyIndex index)
    {
        var overlays = new List<Overlay>();
        foreach (OpenedLayer opened in index.Opened)
        {
            if ((opened.Attachment.Bind(opened.Layer) ?? opened.Layer.Reference) is not { } reference) continue;
            Attachment? disk = reference.Dev is { } dev ? index.Topology.Find(dev) : null;
            overlays.Add(new Overlay(opened, reference, disk, index.Find(reference)));
        }

        return new([.. overlays], Closing(overlays));
    }

    /// <summary>Whether an overlay stands on a layer which can be opened before it.</summary>
    public bool Stands(Overlay overlay)
    {
        if (overlay.Backing is null) return false;
        foreach (Overlay closing in ClosingCircles)
        {
            if (ReferenceEquals(closing, overlay)) return false;
        }

        return true;
    }

    private static EquatableArray<Overlay> Closing(List<Overlay> overlays)
    {
        if (!overlays.Exists(overlay => overlays.Exists(other => ReferenceEquals(overlay.Disk, other.Attachment)))) return [];
        var closing = new List<Overlay>();
        var entered = new HashSet<string>();
        var left = new HashSet<string>();
        foreach (Overlay overlay in overlays) Visit(overlay.Attachment);
        return [.. closing];

        void Visit(Attachment tree)
        {
            if (!entered.Add(tree.Path)) return;
            foreach (Overlay overlay in overlays)
            {
                if (!ReferenceEquals(overlay.Attachment, tree) || overlay.Disk is not { } disk) continue;
                if (entered.Contains(disk.Path) && !left.Contains(disk.Path)) closing.Add(overlay);
                Visit(disk);
            }

            left.Add(tree.Path);
        }
    }
}
