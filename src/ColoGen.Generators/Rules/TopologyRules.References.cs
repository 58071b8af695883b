using System.Globalization;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_unboundReference = new(
        "COLO0201", "An open reference is not bound", "The reference of '{0}' at '{1}' is open and '{2}' does not bind it: add [BackingReference(\"dev\")] to '{2}'", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => Overlay.All(index)
            .Where(item => item.Reference.Dev is null)
            .Select(item => new Finding(item.Attachment.Path, item.Layer.TypeName, item.Layer.Path, item.Attachment.Path) { Related = item.Dev }),
    };

    private static readonly Rule s_danglingDev = new(
        "COLO0202", "A reference names a dev that is not there", "'{0}' at '{1}' refers to '{2}', and no [Disk] or [HostDisk] of the topology has that dev{3}", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => Overlay.All(index)
            .Where(item => item.Reference.Dev is { } dev && index.Topology.Find(dev) is null)
            .Select(item => (item, Nearest: Nearest.Of(item.Reference.Dev!, index.Topology.Attachments.Select(attachment => attachment.Dev).Where(dev => dev != item.Attachment.Dev))))
            .Select(found => new Finding(
                found.item.Dev,
                found.item.Layer.TypeName,
                found.item.Layer.Path,
                found.item.Reference.Dev!,
                found.Nearest is { } nearest ? $": '{nearest}' is the nearest" : "") 
            {
                Related = found.Nearest is { } near ? new Place(index.Topology.Find(near)!.Path, "Dev") : null,
                Fixes = found.Nearest is { } name ? [new Fix("BackingReference.Dev", $"\"{name}\"")] : [],
            }),
    };

    private static readonly Rule s_danglingIndex = new(
        "COLO0203", "A reference names a layer that is not there", "'{0}' at '{1}' refers to layer {3} of '{2}', which has no such layer, or has it only in a list: its layers are {4}", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => Overlay.All(index)
            .Where(item => item.Reference.Dev is { } dev && index.Topology.Find(dev) is not null && index.Find(item.Reference) is null)
            .Select(item => new Finding(
                item.Dev with { Argument = "BackingReference.Index" },
                item.Layer.TypeName,
                item.Layer.Path,
                item.Reference.Dev!,
                item.Reference.Index.ToString(CultureInfo.InvariantCulture),
                string.Join(", ", index.NumbersOf(item.Reference.Dev!)))
            {
                Related = index.Topology.Find(item.Reference.Dev!)!.Path,
                Fixes = [new Fix("BackingReference.Index", Text(index.NumbersOf(item.Reference.Dev!).OrderBy(number => Math.Abs((long)number - item.Reference.Index)).First()))],
            }),
    };

    private static readonly Rule s_ownTree = new(
        "COLO0204", "A reference stays in its own tree, or closes a circle", "'{0}' at '{1}' refers to '{2}', which stands on it or beside it: refer to a tree that stands alone", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => Overlay.ClosingCircles(index)
            .Select(item => new Finding(item.Dev, item.Layer.TypeName, item.Layer.Path, item.Reference.Dev!)),
    };

    private static readonly Rule s_optionalTarget = new(
        "COLO0205", "A reference names a layer that may be absent", "'{0}' at '{1}' refers to layer {3} of '{2}', which may be absent: make every edge down to it required", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => Overlay.All(index)
            .Select(item => (item, Target: index.Find(item.Reference)))
            .Where(found => found.Target is { Access.Scope: not Access.Topology })
            .Select(found => new Finding(
                found.item.Dev,
                found.item.Layer.TypeName,
                found.item.Layer.Path,
                found.item.Reference.Dev!,
                found.item.Reference.Index.ToString(CultureInfo.InvariantCulture)) { Related = found.Target!.Path }),
    };

    private static readonly Rule s_duplicateIndex = new(
        "COLO0206", "Two layers of a disk have one number", "'{0}' at '{1}' has the number {2} in '{3}': {4}", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => index.Topology.Attachments.SelectMany(attachment => DuplicateIndexes(index, attachment)),
    };

    private static readonly Rule s_layersAfterList = new(
        "COLO0207", "A list of layers is not the last of its disk", "The list '{0}' of '{1}' is followed by other layers, whose numbers would change with its length: put the list last, pin nothing in it and nothing above it", RuleSeverity.Error, RuleCategory.References)
    {
        OfTopology = index => index.Topology.Attachments.SelectMany(LayersAfterList),
    };

    private static IEnumerable<Finding> DuplicateIndexes(TopologyIndex index, Attachment attachment)
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
            if (list is not null || attachment.Top.PreOrder().Any(layer => layer.PinnedIndex is not null))
            {
                yield return new Finding(edge.Source.Path, edge.Source.Path, attachment.Dev);
                yield break;
            }

            list = edge;
        }

        static IEnumerable<Edge> Edges(Layer layer) => layer.Edges.SelectMany(edge => new[] { edge }.Concat(Edges(edge.Layer)));
    }
}
