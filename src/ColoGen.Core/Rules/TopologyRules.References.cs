using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_unboundReference = new(
        "COLO0201", "An open reference is not bound", "The reference of '{0}' at '{1}' is open and '{2}' does not bind it: add [BackingReference(\"dev\")] to '{2}'", RuleSeverity.Error, RuleCategory.References)
    {
        OfBackingReference = (_, overlay) => overlay.Reference.Dev is null
            ? [new Finding(overlay.Attachment.Path, overlay.Layer.TypeName, overlay.Layer.Path, overlay.Attachment.Path) { Related = PlaceOfDev(overlay) }]
            : [],
    };

    private static readonly Rule s_danglingDev = new(
        "COLO0202", "A reference names a dev that is not there", "'{0}' at '{1}' refers to '{2}', and no [Disk] or [HostDisk] of the topology has that dev{3}", RuleSeverity.Error, RuleCategory.References)
    {
        OfBackingReference = (index, overlay) => overlay is { Disk: null, Reference.Dev: { } dev } ? [Dangling(index.Topology, overlay, dev)] : [],
    };

    private static readonly Rule s_danglingIndex = new(
        "COLO0203", "A reference names a layer that is not there", "'{0}' at '{1}' refers to layer {3} of '{2}', which has no such layer, or has it only in a list: its layers are {4}", RuleSeverity.Error, RuleCategory.References)
    {
        OfBackingReference = (index, overlay) => overlay is { Disk: not null, Backing: null } ? [DanglingIndex(overlay, overlay.Disk, index.NumbersOf(overlay.Disk.Dev))] : [],
    };

    private static readonly Rule s_ownTree = new(
        "COLO0204", "A reference stays in its own tree, or closes a circle", "'{0}' at '{1}' refers to '{2}', which stands on it or beside it: refer to a tree that stands alone", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => Findings.OfEach(index.BackingReferences.ClosingCircles, static overlay => new Finding(
            PlaceOfDev(overlay), overlay.Layer.TypeName, overlay.Layer.Path, overlay.Reference.Dev!)),
    };

    private static readonly Rule s_optionalTarget = new(
        "COLO0205", "A reference names a layer that may be absent", "'{0}' at '{1}' refers to layer {3} of '{2}', which may be absent: make every edge down to it required", RuleSeverity.Error, RuleCategory.References)
    {
        OfBackingReference = (_, overlay) => overlay is { Backing: { Access.Scope: not Access.Topology } backing, Reference: { } reference }
            ? [new Finding(PlaceOfDev(overlay), overlay.Layer.TypeName, overlay.Layer.Path, reference.Dev!, Text(reference.Index)) { Related = backing.Path }]
            : [],
    };

    private static readonly Rule s_duplicateIndex = new(
        "COLO0206", "Two layers of a disk have one number", "'{0}' at '{1}' has the number {2} in '{3}': {4}", RuleSeverity.Error, RuleCategory.References)
    {
        OfAttachment = (index, attachment) => attachment.Top.Has(static layer => layer.PinnedIndex is not null) ? DuplicateIndexes(index, attachment) : [],
    };

    private static readonly Rule s_layersAfterList = new(
        "COLO0207", "A list of layers is not the last of its disk", "The list '{0}' of '{1}' is followed by other layers, whose numbers would change with its length: put the list last, pin nothing in it and nothing above it", RuleSeverity.Error, RuleCategory.References)
    {
        OfAttachment = (_, attachment) => attachment.Top.Has(static layer => layer.Edges.Any(static edge => edge.Kind == EdgeKind.List)) ? LayersAfterList(attachment) : [],
    };

    /// <summary>Where the dev is written: at the layer, or where its tree is attached and bound.</summary>
    private static Place PlaceOfDev(BackingReference overlay) => new(
        overlay.Layer.Reference is { Dev: null } && overlay.Attachment.Binding is not null ? overlay.Attachment.Path : overlay.Layer.Path, "BackingReference.Dev");

    private static Finding Dangling(Topology topology, BackingReference overlay, string dev)
    {
        string? nearest = Nearest.Of(dev, topology.Attachments.Select(attachment => attachment.Dev).Where(other => other != overlay.Attachment.Dev));
        return new Finding(PlaceOfDev(overlay), overlay.Layer.TypeName, overlay.Layer.Path, dev, nearest is null ? "" : $": '{nearest}' is the nearest")
        {
            Related = nearest is null ? null : new Place(topology.Find(nearest)!.Path, "Dev"),
            Fixes = nearest is null ? [] : [new Fix("BackingReference.Dev", $"\"{nearest}\"")],
        };
    }

    private static Finding DanglingIndex(BackingReference overlay, Attachment disk, IEnumerable<int> numbers) => new(
        PlaceOfDev(overlay) with { Argument = "BackingReference.Index" },
        overlay.Layer.TypeName,
        overlay.Layer.Path,
        disk.Dev,
        Text(overlay.Reference.Index),
        string.Join(", ", numbers))
    {
        Related = disk.Path,
        Fixes = [new Fix("BackingReference.Index", Text(numbers.OrderBy(number => Math.Abs((long)number - overlay.Reference.Index)).First()))],
    };

    private static IEnumerable<Finding> DuplicateIndexes(TopologyContext index, Attachment attachment)
    {
        var seen = new HashSet<int>();
        foreach (Layer layer in attachment.Top.PreOrder())
        {
            IndexExpression number = index.NumberOf(layer);
            bool isTop = layer.Path == attachment.Top.Path;
            string? reason = number.Constant switch
            {
                not 0 when isTop => "the top is always 0, so leave Index out",
                0 when !isTop => "only the top is 0, so pin another",
                < 0 => "numbers count from 0, so pin another",
                _ when number.Terms.Count == 0 && !seen.Add(number.Constant) => "another layer has it, so pin another",
                _ => null,
            };
            if (reason is not null)
            {
                yield return new Finding(
                    new Place(layer.Path, "Index"), layer.TypeName, layer.Path, Text(number.Constant), attachment.Dev, reason)
                {
                    Fixes = [new Fix($"{layer.Kind}.Index", isTop ? null : Text(attachment.Top.PreOrder().Max(other => (long)index.NumberOf(other).Constant) + 1))],
                };
            }
        }
    }

    private static IEnumerable<Finding> LayersAfterList(Attachment attachment)
    {
        Edge? list = null;
        foreach (Edge edge in Edges(attachment.Top))
        {
            if (list is not null && !edge.Source.Path.StartsWith(list.Layer.Path, StringComparison.Ordinal))
            {
                yield return new Finding(list.Source.Path, list.Source.Path, attachment.Dev);
                yield break;
            }

            if (edge.Kind != EdgeKind.List) continue;
            if (list is not null || attachment.Top.Has(static layer => layer.PinnedIndex is not null))
            {
                yield return new Finding(edge.Source.Path, edge.Source.Path, attachment.Dev);
                yield break;
            }

            list = edge;
        }

        static IEnumerable<Edge> Edges(Layer layer) => layer.Edges.SelectMany(edge => new[] { edge }.Concat(Edges(edge.Layer)));
    }
}
