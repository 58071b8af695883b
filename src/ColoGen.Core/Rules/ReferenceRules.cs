using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO02xx: backing references and the indexes of layers.</summary>
internal static class ReferenceRules
{
    private static readonly string s_dev = AttributeName.ArgumentOf<BackingReferenceAttribute>(nameof(BackingReferenceAttribute.Dev));
    private static readonly string s_index = AttributeName.ArgumentOf<BackingReferenceAttribute>(nameof(BackingReferenceAttribute.Index));

    public static Rule Unbound { get; } = new(
        "COLO0201",
        "Unbound backing reference",
        "The reference of '{0}' at '{1}' is open and '{2}' does not bind it: add [BackingReference(\"dev\")] to '{2}'",
        RuleSeverity.Error)
    {
        OfBackingReference = (_, reference) => reference.Reference.Dev is null
            ? [new RuleResult(reference.Attachment.Path, reference.Layer.TypeName, reference.Layer.Path, reference.Attachment.Path)
            {
                Related = PlaceOfDev(reference),
            }]
            : [],
    };

    public static Rule UnknownDisk { get; } = new(
        "COLO0202",
        "Backing reference to an unknown disk",
        "'{0}' at '{1}' refers to '{2}', and no [Disk] or [HostDisk] of the topology has that dev{3}",
        RuleSeverity.Error)
    {
        OfBackingReference = (context, reference) => reference is { Disk: null, Reference.Dev: { } dev } ? [UnknownDev(context.Topology, reference, dev)] : [],
    };

    public static Rule UnknownLayer { get; } = new(
        "COLO0203",
        "Backing reference to an unknown layer",
        "'{0}' at '{1}' refers to layer {3} of '{2}', which has no such layer, or has it only in a list: its layers are {4}",
        RuleSeverity.Error)
    {
        OfBackingReference = (context, reference) => reference is { Disk: not null, Backing: null }
            ? [UnknownIndex(reference, reference.Disk, context.NumbersOf(reference.Disk.Dev))]
            : [],
    };

    public static Rule Circular { get; } = new(
        "COLO0204",
        "Circular backing reference",
        "'{0}' at '{1}' refers to '{2}', which is its own tree or refers back to it: refer to a tree that does not depend on it",
        RuleSeverity.Error)
    {
        OfTopology = context => context.BackingReferences.Cycles.Count == 0
            ? []
            : context.BackingReferences.Cycles.Select(static reference => new RuleResult(
                PlaceOfDev(reference), reference.Layer.TypeName, reference.Layer.Path, reference.Reference.Dev!)),
    };

    public static Rule OptionalLayer { get; } = new(
        "COLO0205",
        "Backing reference to an optional layer",
        "'{0}' at '{1}' refers to layer {3} of '{2}', which may be absent: make every edge down to it required",
        RuleSeverity.Error)
    {
        OfBackingReference = (_, reference) => reference is { Backing: { Access.Scope: not Access.Topology } backing, Reference: { } target }
            ? [new RuleResult(PlaceOfDev(reference), reference.Layer.TypeName, reference.Layer.Path, target.Dev!, target.Index.ToText())
            {
                Related = backing.Path,
            }]
            : [],
    };

    public static Rule DuplicateIndex { get; } = new(
        "COLO0206",
        "Duplicate or invalid layer index",
        "'{0}' at '{1}' has the number {2} in '{3}': {4}",
        RuleSeverity.Error)
    {
        OfAttachment = (context, attachment) => attachment.Top.Has(static layer => layer.PinnedIndex is not null) ? InvalidIndexes(context, attachment) : [],
    };

    public static Rule LayersAfterList { get; } = new(
        "COLO0207",
        "List of layers must come last",
        "The list '{0}' of '{1}' is followed by other layers, whose numbers would change with its length: " +
        "put the list last, pin nothing in it and nothing above it",
        RuleSeverity.Error)
    {
        OfAttachment = (_, attachment) => attachment.Top.Has(static layer => layer.Edges.Any(static edge => edge.Kind == EdgeKind.List))
            ? MisplacedLists(attachment)
            : [],
    };

    public static Rule GuestWrites { get; } = ForWriter(
        "COLO0208",
        "Backing reference to a guest-writable layer",
        "'{0}' at '{1}' has the backing '{2}', which the guest writes as '{3}': make that disk read-only, or a [HostDisk]",
        NodeWriterKind.Guest);

    public static Rule ExportWrites { get; } = ForWriter(
        "COLO0209",
        "Backing reference to a writable NBD export",
        "'{0}' at '{1}' has the backing '{2}', which its writable export changes underneath: " +
        "only the hidden disk of a secondary replication may have such a backing",
        NodeWriterKind.Export);

    public static Rule ExclusiveDevice { get; } = new(
        "COLO0210",
        "Backing reference to a device-exclusive node",
        "'{0}' at '{1}' has the backing '{2}', and QEMU gives no node that is a backing to a device {3}: " +
        "use virtio without IoThread or sata for '{2}', or a [HostDisk]",
        RuleSeverity.Error)
    {
        OfBackingReference = (context, reference) => ExclusiveNode.IsRequired(context, reference)
            ? [new RuleResult(
                PlaceOfDev(reference), reference.Layer.TypeName, reference.Layer.Path, reference.Disk!.Dev, ExclusiveNode.ReasonOf(reference.Disk)!)
            {
                Related = new Place(reference.Disk.Path, reference.Disk.Bus == DiskBus.Scsi ? nameof(DiskAttribute.Bus) : nameof(DiskAttribute.IoThread)),
            }]
            : [],
    };

    public static Rule QuorumRewrites { get; } = ForWriter(
        "COLO0211",
        "Backing reference below a rewriting quorum",
        "'{0}' at '{1}' has as backing a layer of '{2}' that '{3}' rewrites: remove RewriteCorrupted, or refer to the quorum itself",
        NodeWriterKind.Quorum);

    public static Rule NothingToBind { get; } = new(
        "COLO0212",
        "Backing reference of a disk that binds nothing",
        "[BackingReference] of '{0}' binds an open reference, and no layer of its tree has one: add [BackingReference] to the layer, or remove this one",
        RuleSeverity.Error)
    {
        OfAttachment = (_, attachment) => attachment.Binding is not null && !attachment.Top.Has(static layer => layer.Reference is { Dev: null })
            ? [new RuleResult(new Place(attachment.Path, s_dev), attachment.Path)]
            : [],
    };

    public static IEnumerable<Rule> All =>
    [
        Unbound, UnknownDisk, UnknownLayer, Circular, OptionalLayer, DuplicateIndex, LayersAfterList, GuestWrites, ExportWrites, ExclusiveDevice,
        QuorumRewrites, NothingToBind,
    ];

    /// <summary>Where the dev is written: at the layer, or where its tree is attached and bound.</summary>
    public static Place PlaceOfDev(BackingReference reference) => new(PathOf(reference), s_dev);

    /// <summary>Where the index is written.</summary>
    public static Place PlaceOfIndex(BackingReference reference) => new(PathOf(reference), s_index);

    /// <summary>The fix that refers to another layer of the same tree.</summary>
    public static Fix FixOfIndex(long index) => new(s_index, index);

    /// <summary>Reports backing references to a layer that something else writes to.</summary>
    public static Rule ForWriter(string id, string title, string message, NodeWriterKind kind) => new(id, title, message, RuleSeverity.Error)
    {
        OfBackingReference = (context, reference) => (kind != NodeWriterKind.Export || !(reference.Opened.IsHidden || reference.Opened.IsActive))
            && context.BackingReferences.IsResolvable(reference) && NodeWriter.Of(context, reference) is { } writer && writer.Kind == kind
            ? [new RuleResult(PlaceOfDev(reference), reference.Layer.TypeName, reference.Layer.Path, reference.Reference.Dev!, writer.Name)
            {
                Related = writer.At,
            }]
            : [],
    };

    private static string PathOf(BackingReference reference) => IsBound(reference) ? reference.Attachment.Path : reference.Layer.Path;

    private static bool IsBound(BackingReference reference) => reference.Layer.Reference is { Dev: null } && reference.Attachment.Binding is not null;

    private static RuleResult UnknownDev(Topology topology, BackingReference reference, string dev)
    {
        string[] others = [.. topology.Attachments.Select(attachment => attachment.Dev).Where(other => other != reference.Attachment.Dev)];
        string? nearest = ClosestName.Similar(dev, others);
        return new RuleResult(PlaceOfDev(reference), reference.Layer.TypeName, reference.Layer.Path, dev, ClosestName.Suggestion(dev, others))
        {
            IsOfLayer = !IsBound(reference),
            Related = nearest is null ? null : new Place(topology.Find(nearest)!.Path, nameof(DiskAttribute.Dev)),
            Fixes = nearest is null ? [] : [new Fix(s_dev, nearest)],
        };
    }

    private static RuleResult UnknownIndex(BackingReference reference, Attachment disk, IEnumerable<int> numbers) => new(
        PlaceOfIndex(reference),
        reference.Layer.TypeName,
        reference.Layer.Path,
        disk.Dev,
        reference.Reference.Index.ToText(),
        string.Join(", ", numbers))
    {
        IsOfLayer = !IsBound(reference),
        Related = disk.Path,
        Fixes = [FixOfIndex(numbers.OrderBy(number => Math.Abs((long)number - reference.Reference.Index)).First())],
    };

    private static IEnumerable<RuleResult> InvalidIndexes(TopologyContext context, Attachment attachment)
    {
        var seen = new HashSet<int>();
        foreach (Layer layer in attachment.Top.PreOrder())
        {
            IndexExpression number = context.NumberOf(layer);
            string? reason = number.Constant switch
            {
                0 when layer.Path != attachment.Top.Path => "only the top is 0, so pin another",
                < 0 => "numbers count from 0, so pin another",
                _ when number.Terms.Count == 0 && !seen.Add(number.Constant) => "another layer has it, so pin another",
                _ => null,
            };
            if (reason is null) continue;
            yield return new RuleResult(
                new Place(layer.Path, nameof(LayerAttribute.Index)), layer.TypeName, layer.Path, number.Constant.ToText(), attachment.Dev, reason)
            {
                Fixes =
                [
                    new Fix(
                        $"{layer.Kind}.{nameof(LayerAttribute.Index)}",
                        attachment.Top.PreOrder().Max(other => (long)context.NumberOf(other).Constant) + 1),
                ],
            };
        }
    }

    private static IEnumerable<RuleResult> MisplacedLists(Attachment attachment)
    {
        Edge? list = null;
        foreach (Edge edge in Edges(attachment.Top))
        {
            if (list is not null && !edge.Source.Path.StartsWith(list.Layer.Path, StringComparison.Ordinal))
            {
                yield return new RuleResult(list.Source.Path, list.Source.Path, attachment.Dev);
                yield break;
            }

            if (edge.Kind != EdgeKind.List) continue;
            if (list is not null || attachment.Top.Has(static layer => layer.PinnedIndex is not null))
            {
                yield return new RuleResult(edge.Source.Path, edge.Source.Path, attachment.Dev);
                yield break;
            }

            list = edge;
        }

        static IEnumerable<Edge> Edges(Layer layer) => layer.Edges.SelectMany(edge => new[] { edge }.Concat(Edges(edge.Layer)));
    }
}
