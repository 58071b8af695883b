using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>COLO04xx: quorums.</summary>
internal static class QuorumRules
{
    public static Rule VoteThreshold { get; } = new(
        "COLO0401",
        "Vote threshold out of range",
        "'{0}' has VoteThreshold = {1}, which must be 1 to the number of children that are always there ({2})",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Is<QuorumAttribute>() && layer.VoteThreshold() is { } threshold && (threshold < 1 || threshold > layer.RequiredChildren())
            ? [new RuleResult(
                new Place(layer.Path, nameof(QuorumAttribute.VoteThreshold)), layer.TypeName, threshold.ToText(), layer.RequiredChildren().ToText())
            {
                Fixes = [new Fix(nameof(QuorumAttribute.VoteThreshold), Math.Max(1, Math.Min(layer.RequiredChildren(), threshold)))],
            }]
            : [],
    };

    public static Rule IgnoredUnderFifo { get; } = new(
        "COLO0402",
        "Quorum option ignored with fifo reads",
        "'{0}' has {1}, which QEMU silently ignores under ReadPattern = Fifo: remove it",
        RuleSeverity.Warning)
    {
        OfLayer = layer => layer.IsFifo() && (IsSet(layer, nameof(QuorumAttribute.RewriteCorrupted)) || IsSet(layer, nameof(QuorumAttribute.Blkverify)))
            ? IgnoredOptions(layer)
            : [],
    };

    public static Rule FifoThreshold { get; } = new(
        "COLO0403",
        "Fifo quorum without fault tolerance",
        "'{0}' has VoteThreshold = {1} under ReadPattern = Fifo: when fewer children are left the guest's writes fail; COLO uses 1",
        RuleSeverity.Warning)
    {
        OfLayer = layer => layer.IsFifo() && layer.VoteThreshold() is > 1 and var threshold && threshold <= layer.RequiredChildren()
            ? [new RuleResult(new Place(layer.Path, nameof(QuorumAttribute.VoteThreshold)), layer.TypeName, threshold.ToText())
            {
                Related = new Place(layer.Path, nameof(QuorumAttribute.ReadPattern)),
                Fixes = [new Fix(nameof(QuorumAttribute.VoteThreshold), 1L)],
            }]
            : [],
    };

    public static Rule Blkverify { get; } = new(
        "COLO0404",
        "Blkverify requires two children and threshold 2",
        "'{0}' has Blkverify, which needs exactly two children that are always there and VoteThreshold = 2",
        RuleSeverity.Error)
    {
        OfLayer = layer => IsVoting(layer) && IsSet(layer, nameof(QuorumAttribute.Blkverify))
            && (layer.Edges.Count != 2 || layer.RequiredChildren() != 2 || (layer.VoteThreshold() ?? 2) != 2)
            ? [new RuleResult(new Place(layer.Path, nameof(QuorumAttribute.Blkverify)), layer.TypeName)
            {
                Fixes = [new Fix(nameof(QuorumAttribute.Blkverify), null)],
            }]
            : [],
    };

    public static Rule BlkverifyAndRewrite { get; } = new(
        "COLO0405",
        "Blkverify combined with RewriteCorrupted",
        "'{0}' has Blkverify, which stops on a difference, and RewriteCorrupted, which mends it: keep one",
        RuleSeverity.Error)
    {
        OfLayer = layer => IsVoting(layer) && IsSet(layer, nameof(QuorumAttribute.Blkverify)) && IsSet(layer, nameof(QuorumAttribute.RewriteCorrupted))
            ? [new RuleResult(new Place(layer.Path, nameof(QuorumAttribute.RewriteCorrupted)), layer.TypeName)
            {
                Related = new Place(layer.Path, nameof(QuorumAttribute.Blkverify)),
                Fixes = [new Fix(nameof(QuorumAttribute.RewriteCorrupted), null)],
            }]
            : [],
    };

    public static Rule ReadOnlyRewrite { get; } = new(
        "COLO0406",
        "RewriteCorrupted on a read-only quorum",
        "'{0}' at '{1}' has RewriteCorrupted and is opened for reading only, which QEMU refuses: remove it, or let the disk be written",
        RuleSeverity.Error)
    {
        OfOpened = opened => opened is { Writes: false, IsRewriting: true }
            ? [new RuleResult(new Place(opened.Layer.Path, nameof(QuorumAttribute.RewriteCorrupted)), opened.Layer.TypeName, opened.Layer.Path)
            {
                Related = opened.Attachment.Path,
            }]
            : [],
    };

    public static Rule ChildSizes { get; } = new(
        "COLO0409",
        "Quorum children of different sizes",
        "'{0}' has the child '{1}' with {2} bytes and '{3}' with {4}: QEMU refuses them, or aborts at the first write past the end of the smaller",
        RuleSeverity.Error)
    {
        OfLayer = layer => layer.Is<QuorumAttribute>() && FirstSized(layer) is { } first ? DifferentSizes(layer, first) : [],
    };

    public static IEnumerable<Rule> All =>
    [
        VoteThreshold, IgnoredUnderFifo, FifoThreshold, Blkverify, BlkverifyAndRewrite, ReadOnlyRewrite, ChildSizes,
    ];

    private static bool IsVoting(Layer layer) => layer.Is<QuorumAttribute>() && !layer.IsFifo();

    private static bool IsSet(Layer layer, string setting) => layer.Settings.GetBoolean(setting);

    private static IEnumerable<RuleResult> IgnoredOptions(Layer layer)
    {
        foreach (string setting in new[] { nameof(QuorumAttribute.RewriteCorrupted), nameof(QuorumAttribute.Blkverify) })
        {
            if (!IsSet(layer, setting)) continue;
            yield return new RuleResult(new Place(layer.Path, setting), layer.TypeName, setting)
            {
                Related = new Place(layer.Path, nameof(QuorumAttribute.ReadPattern)),
                Fixes = [new Fix(setting, null)],
            };
        }
    }

    /// <summary>The first edge to a layer whose size is known.</summary>
    private static Edge? FirstSized(Layer layer)
    {
        foreach (Edge edge in layer.Edges)
        {
            if (DeclaredSize.SizeOf(edge.Layer) is not null) return edge;
        }

        return null;
    }

    private static IEnumerable<RuleResult> DifferentSizes(Layer layer, Edge first)
    {
        long expected = DeclaredSize.SizeOf(first.Layer)!.Value;
        foreach (Edge edge in layer.Edges)
        {
            if (DeclaredSize.SizeOf(edge.Layer) is not { } size || size == expected) continue;
            yield return new RuleResult(edge.Source.Path, layer.TypeName, first.Source.Path, expected.ToText(), edge.Source.Path, size.ToText())
            {
                Related = first.Source.Path,
            };
        }
    }
}
