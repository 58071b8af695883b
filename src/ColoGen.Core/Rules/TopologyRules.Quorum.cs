using System.Globalization;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_voteThreshold = new(
        "COLO0401", "A quorum can never agree", "'{0}' has VoteThreshold = {1}, which must be 1 to the number of children that are always there ({2})", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfLayer = layer => layer.Kind == "Quorum" && Threshold(layer) is { } threshold && (threshold < 1 || threshold > Certain(layer))
            ? [new Finding(
                new Place(layer.Path, "VoteThreshold"),
                layer.TypeName,
                threshold.ToString(CultureInfo.InvariantCulture),
                Certain(layer).ToString(CultureInfo.InvariantCulture))
            {
                Fixes = [new Fix("VoteThreshold", Math.Max(1, Math.Min(Certain(layer), threshold)).ToString(CultureInfo.InvariantCulture))],
            }]
            : [],
    };

    private static readonly Rule s_ignoredUnderFifo = new(
        "COLO0402", "An option that QEMU ignores under fifo", "'{0}' has {1}, which QEMU ignores without a word under ReadPattern = Fifo: take it out", RuleSeverity.Warning, RuleCategory.Quorum)
    {
        OfLayer = layer => IsFifo(layer) ? IgnoredUnderFifo(layer, "RewriteCorrupted").Then(IgnoredUnderFifo(layer, "Blkverify")) : [],
    };

    private static readonly Rule s_fifoThreshold = new(
        "COLO0403", "A fifo quorum that no child may leave", "'{0}' has VoteThreshold = {1} under ReadPattern = Fifo: when fewer children are left the guest's writes fail; COLO uses 1", RuleSeverity.Warning, RuleCategory.Quorum)
    {
        OfLayer = layer => IsFifo(layer) && Threshold(layer) is > 1 and var threshold && threshold <= Certain(layer)
            ? [new Finding(new Place(layer.Path, "VoteThreshold"), layer.TypeName, threshold.ToString(CultureInfo.InvariantCulture))
            {
                Related = new Place(layer.Path, "ReadPattern"),
                Fixes = [new Fix("VoteThreshold", "1")],
            }]
            : [],
    };

    private static readonly Rule s_blkverify = new(
        "COLO0404", "Blkverify without exactly two children and a threshold of 2", "'{0}' has Blkverify, which needs exactly two children that are always there and VoteThreshold = 2", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfLayer = layer => IsVoting(layer) && layer.Settings.GetBoolean("Blkverify")
            && (layer.Edges.Count != 2 || Certain(layer) != 2 || (Threshold(layer) ?? 2) != 2)
            ? [new Finding(new Place(layer.Path, "Blkverify"), layer.TypeName) { Fixes = [new Fix("Blkverify", null)] }]
            : [],
    };

    private static readonly Rule s_blkverifyAndRewrite = new(
        "COLO0405", "Blkverify and RewriteCorrupted at once", "'{0}' has Blkverify, which stops on a difference, and RewriteCorrupted, which mends it: keep one", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfLayer = layer => IsVoting(layer) && layer.Settings.GetBoolean("Blkverify") && layer.Settings.GetBoolean("RewriteCorrupted")
            ? [new Finding(new Place(layer.Path, "RewriteCorrupted"), layer.TypeName)
            {
                Related = new Place(layer.Path, "Blkverify"),
                Fixes = [new Fix("RewriteCorrupted", null)],
            }]
            : [],
    };

    private static readonly Rule s_rewriteReadOnly = new(
        "COLO0406", "A quorum that is only read can't rewrite", "'{0}' at '{1}' has RewriteCorrupted and is opened for reading only, which QEMU refuses: take it out, or let the disk be written", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfOpened = opened => opened is { Writes: false, IsRewriting: true }
            ? [new Finding(new Place(opened.Layer.Path, "RewriteCorrupted"), opened.Layer.TypeName, opened.Layer.Path)
            {
                Related = opened.Attachment.Path,
            }]
            : [],
    };

    private static IEnumerable<Finding> IgnoredUnderFifo(Layer layer, string name) => layer.Settings.GetBoolean(name)
        ? [new Finding(new Place(layer.Path, name), layer.TypeName, name)
        {
            Related = new Place(layer.Path, "ReadPattern"),
            Fixes = [new Fix(name, null)],
        }]
        : [];

    private static bool IsFifo(Layer layer) => layer.Kind == "Quorum" && layer.Settings.GetMember("ReadPattern") == "Fifo";

    private static bool IsVoting(Layer layer) => layer.Kind == "Quorum" && !IsFifo(layer);

    private static long? Threshold(Layer layer) => layer.Settings.GetNumber("VoteThreshold");

    /// <summary>The children that are always there. A list is checked at run time.</summary>
    private static long Certain(Layer layer)
    {
        long required = 0;
        foreach (Edge edge in layer.Edges)
        {
            if (edge.Kind == EdgeKind.List) return int.MaxValue;
            if (edge.Kind == EdgeKind.Required) required++;
        }

        return required;
    }
}
