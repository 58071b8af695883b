using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>What a quorum does with its children.</summary>
internal static class QuorumLayer
{
    public static bool IsFifo(this Layer layer) => layer.Is<QuorumAttribute>()
        && layer.Settings.GetEnum<QuorumReadPattern>(nameof(QuorumAttribute.ReadPattern)) == QuorumReadPattern.Fifo;

    /// <summary>Whether the read pattern is not a value of run time.</summary>
    public static bool HasKnownReadPattern(this Layer quorum) => quorum.Settings.Get(nameof(QuorumAttribute.ReadPattern)) is not PropertyValue;

    public static long? VoteThreshold(this Layer layer) => layer.Settings.GetNumber(nameof(QuorumAttribute.VoteThreshold));

    /// <summary>The number of children that are never absent. A list counts as enough, and is checked at run time.</summary>
    public static long RequiredChildren(this Layer layer)
    {
        long required = 0;
        foreach (Edge edge in layer.Edges)
        {
            if (edge.Kind == EdgeKind.List) return int.MaxValue;
            if (edge.Kind == EdgeKind.Required) required++;
        }

        return required;
    }

    /// <summary>
    /// Whether a quorum can be read without its primary replicas, or whether only the values of run time tell. One that needs more children than it has is
    /// wrong in any case.
    /// </summary>
    public static bool IsReadable(this Layer quorum)
    {
        if (!quorum.HasKnownReadPattern()) return true;
        if (!quorum.IsFifo() && quorum.Settings.Get(nameof(QuorumAttribute.VoteThreshold)) is PropertyValue) return true;
        int readable = 0;
        foreach (Edge edge in quorum.Edges)
        {
            if (edge.Layer.IsReplication(ReplicationMode.Primary)) continue;
            if (edge.Kind == EdgeKind.List) return true;
            readable++;
        }

        long needed = quorum.IsFifo() ? 1 : quorum.VoteThreshold() ?? 1;
        return readable == quorum.Edges.Count || needed > quorum.Edges.Count || readable >= needed;
    }
}
