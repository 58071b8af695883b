using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>The backing references of a topology.</summary>
/// <param name="All">In the order of the trees.</param>
/// <param name="Cycles">The references that close a cycle between trees: one of each cycle.</param>
internal sealed record BackingReferences(EquatableArray<BackingReference> All, EquatableArray<BackingReference> Cycles)
{
    public static BackingReferences Of(TopologyContext index)
    {
        var references = new List<BackingReference>();
        foreach (OpenedLayer opened in index.Opened)
        {
            if ((opened.Attachment.Bind(opened.Layer) ?? opened.Layer.Reference) is not { } reference) continue;
            Attachment? disk = reference.Dev is { } dev ? index.Topology.Find(dev) : null;
            references.Add(new BackingReference(opened, reference, disk, index.Find(reference)));
        }

        return new([.. references], Closing(references));
    }

    /// <summary>Whether a reference names a layer that can be opened before it.</summary>
    public bool IsResolvable(BackingReference reference)
    {
        if (reference.Backing is null) return false;
        foreach (BackingReference closing in Cycles)
        {
            if (ReferenceEquals(closing, reference)) return false;
        }

        return true;
    }

    private static EquatableArray<BackingReference> Closing(List<BackingReference> references)
    {
        if (!references.Exists(reference => references.Exists(other => ReferenceEquals(reference.Disk, other.Attachment)))) return [];
        var closing = new List<BackingReference>();
        var entered = new HashSet<string>();
        var left = new HashSet<string>();
        foreach (BackingReference reference in references) Visit(reference.Attachment);
        return [.. closing];

        void Visit(Attachment tree)
        {
            if (!entered.Add(tree.Path)) return;
            foreach (BackingReference reference in references)
            {
                if (!ReferenceEquals(reference.Attachment, tree) || reference.Disk is not { } disk) continue;
                if (entered.Contains(disk.Path) && !left.Contains(disk.Path)) closing.Add(reference);
                Visit(disk);
            }

            left.Add(tree.Path);
        }
    }
}
