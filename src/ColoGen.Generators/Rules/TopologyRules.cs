using System.Globalization;
using System.Reflection;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Rules;

/// <summary>Every rule. Each is a field, in the file of its family.</summary>
internal static partial class TopologyRules
{
    private static readonly Lazy<IReadOnlyList<Rule>> s_all = new(() =>
        [.. typeof(TopologyRules).GetFields(BindingFlags.Static | BindingFlags.NonPublic)
            .Select(field => field.GetValue(null))
            .OfType<Rule>()
            .OrderBy(rule => rule.Id, StringComparer.Ordinal)]);

    /// <summary>By id.</summary>
    public static IReadOnlyList<Rule> All => s_all.Value;

    /// <summary>What is wrong with a layer by itself. Where its authoring is wrong, the rest may not hold together.</summary>
    public static IEnumerable<Violation> Check(Layer layer) => Check(layer, All);

    /// <summary>What some rules find wrong with a layer.</summary>
    public static IEnumerable<Violation> Check(Layer layer, IReadOnlyCollection<Rule> rules)
    {
        Violation[] authoring = [.. Check(rules.Where(rule => rule.Category == RuleCategory.Authoring), rule => rule.OfLayer?.Invoke(layer))];
        return authoring.Any(violation => violation.Rule.Severity == RuleSeverity.Error)
            ? authoring
            : authoring.Concat(Check(rules.Where(rule => rule.Category != RuleCategory.Authoring), rule => rule.OfLayer?.Invoke(layer)));
    }

    /// <summary>What is wrong with a topology beyond its layers, and with those that can't be judged by themselves.</summary>
    public static IEnumerable<Violation> Check(Topology topology) => Check(topology, All);

    /// <summary>What some rules find wrong with a topology.</summary>
    public static IEnumerable<Violation> Check(Topology topology, IReadOnlyCollection<Rule> rules)
    {
        var index = new TopologyIndex(topology);
        return Layers(topology).Where(layer => layer.IsOpen).SelectMany(layer => Check(layer, rules))
            .Concat(Check(rules, rule => rule.OfTopology?.Invoke(index)));
    }

    /// <summary>What is wrong with a pair beyond its hosts. Where its authoring or a host is wrong, the rest may not hold together.</summary>
    public static IEnumerable<Violation> Check(Pair pair) => Check(pair, All);

    /// <summary>What some rules find wrong with a pair.</summary>
    public static IEnumerable<Violation> Check(Pair pair, IReadOnlyCollection<Rule> rules)
    {
        Violation[] authoring = [.. Check(rules.Where(rule => rule.Category == RuleCategory.Authoring), rule => rule.OfPair?.Invoke(pair))];
        return authoring.Any(violation => violation.Rule.Severity == RuleSeverity.Error) || pair.Hosts.Any(host => FirstError(host) is not null)
            ? authoring
            : authoring.Concat(Check(rules.Where(rule => rule.Category != RuleCategory.Authoring), rule => rule.OfPair?.Invoke(pair)));
    }

    /// <summary>The first error of a pair or of one of its hosts.</summary>
    public static Violation? FirstError(Pair pair) => pair.Hosts.Select(FirstError).OfType<Violation>()
        .Concat(Check(pair).Where(violation => violation.Rule.Severity == RuleSeverity.Error))
        .FirstOrDefault();

    /// <summary>The first error of a topology or of one of its layers. What could not be read of a topology explains what its layers lack.</summary>
    public static Violation? FirstError(Topology topology) => Check(topology)
        .Concat(Layers(topology).SelectMany(Check))
        .FirstOrDefault(violation => violation.Rule.Severity == RuleSeverity.Error);

    private static IEnumerable<Layer> Layers(Topology topology) => topology.Attachments.SelectMany(attachment => attachment.Top.PreOrder());

    private static IEnumerable<Violation> Check(IEnumerable<Rule> rules, Func<Rule, IEnumerable<Finding>?> find)
    {
        foreach (Rule rule in rules)
        {
            if (find(rule) is not { } findings) continue;
            foreach (Finding finding in findings) yield return new Violation(rule, finding);
        }
    }
}

internal sealed record Violation(Rule Rule, Finding Finding)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Finding.Arguments]);

    /// <summary>The message as what is generated throws it.</summary>
    public string Text => $"{Rule.Id}: {Message}.";
}
