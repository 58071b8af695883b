using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Rules;

/// <summary>Some of the rules, by what they look at.</summary>
internal sealed class RuleSelection(IEnumerable<Rule> rules)
{
    public static RuleSelection All { get; } = new(RuleCatalog.All);

    public static RuleSelection Errors { get; } = new(RuleCatalog.All.Where(rule => rule.Severity == RuleSeverity.Error));

    /// <summary>Authoring rules first.</summary>
    public EquatableArray<Rule> OfLayers { get; } = AuthoringFirst(rules.Where(rule => rule.LooksAtLayers));

    public EquatableArray<Rule> OfTopologies { get; } = rules.Where(rule => rule.LooksAtTopologies).ToEquatableArray();

    public EquatableArray<Rule> OfErrors { get; } = rules.Where(rule => rule.OfError is not null).ToEquatableArray();

    /// <summary>Authoring rules first.</summary>
    public EquatableArray<Rule> OfPairs { get; } = AuthoringFirst(rules.Where(rule => rule.LooksAtPairs));

    private static EquatableArray<Rule> AuthoringFirst(IEnumerable<Rule> rules) => rules.OrderBy(rule => !rule.IsAuthoring).ToEquatableArray();
}
