using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Core.Rules;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>No rule is left out.</summary>
public sealed class MistakeTableTests
{
    [Fact]
    public void Every_rule_has_a_mistake_or_a_reason_why_not() => Assert.Equal(
        RuleCatalog.All.Where(rule => rule.Category != RuleCategory.Authoring && (rule.LooksAtLayers || rule.LooksAtTopologies)).Select(rule => rule.Id),
        MistakeTable.All.Select(mistake => mistake.Rule).Concat(MistakeTable.Untried.Keys).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_rule_has_both_a_mistake_and_a_reason() =>
        Assert.Empty(MistakeTable.All.Select(mistake => mistake.Rule).Intersect(MistakeTable.Untried.Keys));
}
