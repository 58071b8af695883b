using System.Globalization;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

internal static partial class TopologyRules
{
    private static readonly Rule s_voteThreshold = new(
        "COLO0401",
        "A quorum can never agree",
        "'{0}' at '{1}' has VoteThreshold = {2}, which must be 1 to the number of children that are always there ({3})",
        RuleSeverity.Error,
        RuleCategory.Quorum,
        index => Layers(index)
            .Where(layer => layer.Kind == "Quorum" && layer.Settings.GetNumber("VoteThreshold") is { } threshold && (threshold < 1 || threshold > Certain(layer)))
            .Select(layer => new Finding(
                layer.Path,
                layer.TypeName,
                layer.Path,
                layer.Settings.GetNumber("VoteThreshold")!.Value.ToString(CultureInfo.InvariantCulture),
                Certain(layer).ToString(CultureInfo.InvariantCulture))));

    /// <summary>A list is checked at run time.</summary>
    private static int Certain(Layer layer) => layer.Edges.Any(edge => edge.Kind == EdgeKind.List)
        ? int.MaxValue
        : layer.Edges.Count(edge => edge.Kind == EdgeKind.Required);
}
