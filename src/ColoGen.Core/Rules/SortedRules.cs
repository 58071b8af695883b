using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Rules;

/// <summary>Some rules, sorted once by what they look at.</summary>
internal sealed class SortedRules(IEnumerable<Rule> rules)
{
    public static SortedRules All { get; } = new(TopologyRules.All);

    public static SortedRules Errors { get; } = new(TopologyRules.All.Where(rule => rule.Severity == RuleSeverity.Error));

    /// <summary>Those of authoring first.</summary>
    public EquatableArray<Rule> OfLayers { get; } = AuthoringFirst(rules.Where(rule => rule.OfLayer is not null));

    public EquatableArray<Rule> OfTopologies { get; } = rules.Where(rule => rule.LooksAtTopologies).ToEquatableArray();

    /// <summary>Those of authoring first.</summary>
    public EquatableArray<Rule> OfPairs { get; } = AuthoringFirst(rules.Where(rule => rule.OfPair is not null));

    private static EquatableArray<Rule> AuthoringFirst(IEnumerable<Rule> rules) => rules.OrderBy(rule => !rule.IsOfAuthoring).ToEquatableArray();
}
