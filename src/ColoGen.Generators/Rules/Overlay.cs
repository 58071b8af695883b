using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

/// <summary>A layer whose backing is a layer of a tree that stands by itself.</summary>
/// <param name="Reference">What names that layer, bound.</param>
internal sealed record Overlay(OpenedLayer Opened, Reference Reference)
{
    public Attachment Attachment => Opened.Attachment;

    public Layer Layer => Opened.Layer;

    /// <summary>Where the dev is written: at the layer, or where its tree is attached and bound.</summary>
    public Place Dev => new(Layer.Reference is { Dev: null } && Attachment.Binding is not null ? Attachment.Path : Layer.Path, "BackingReference.Dev");

    /// <summary>Every overlay of a topology.</summary>
    public static IEnumerable<Overlay> All(TopologyIndex index) => index.Opened
        .Select(opened => (opened, Reference: opened.Attachment.Bind(opened.Layer) ?? opened.Layer.Reference))
        .Where(item => item.Reference is not null)
        .Select(item => new Overlay(item.opened, item.Reference!));

    /// <summary>Those that stand on a layer which can be opened before them.</summary>
    public static IEnumerable<Overlay> Standing(TopologyIndex index)
    {
        HashSet<string> closing = [.. ClosingCircles(index).Select(overlay => overlay.Layer.Path)];
        return All(index).Where(overlay => index.Find(overlay.Reference) is not null && !closing.Contains(overlay.Layer.Path));
    }

    /// <summary>Those whose reference leads back into a tree from which the way came: one of each circle.</summary>
    public static IEnumerable<Overlay> ClosingCircles(TopologyIndex index)
    {
        ILookup<string, Overlay> byTree = All(index).ToLookup(overlay => overlay.Attachment.Path);
        var entered = new HashSet<string>();
        var left = new HashSet<string>();
        return index.Topology.Attachments.SelectMany(Visit);

        IEnumerable<Overlay> Visit(Attachment tree)
        {
            if (!entered.Add(tree.Path)) yield break;
            foreach (Overlay overlay in byTree[tree.Path])
            {
                if (overlay.Reference.Dev is not { } dev || index.Topology.Find(dev) is not { } target) continue;
                if (entered.Contains(target.Path) && !left.Contains(target.Path)) yield return overlay;
                foreach (Overlay found in Visit(target)) yield return found;
            }

            left.Add(tree.Path);
        }
    }
}
