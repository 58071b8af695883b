using System.Globalization;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_voteThreshold = new(
        "COLO0401", "A quorum can never agree", "'{0}' has VoteThreshold = {1}, which must be 1 to the number of children that are always there ({2})", RuleSeverity.Error, RuleCategory.Quorum)
    {
        OfLayer = layer => layer.Kind == "Quorum" && layer.Settings.GetNumber("VoteThreshold") is { } threshold && (threshold < 1 || threshold > Certain(layer))
            ? [new Finding(
                new Place(layer.Path, "VoteThreshold"),
                layer.TypeName,
                threshold.ToString(CultureInfo.InvariantCulture),
                Certain(layer).ToString(CultureInfo.InvariantCulture))
            {
                Fix = Math.Max(1, Certain(layer)).ToString(CultureInfo.InvariantCulture),
            }]
            : [],
    };

    /// <summary>A list is checked at run time.</summary>
    private static int Certain(Layer layer) => layer.Edges.Any(edge => edge.Kind == EdgeKind.List)
        ? int.MaxValue
        : layer.Edges.Count(edge => edge.Kind == EdgeKind.Required);
}
