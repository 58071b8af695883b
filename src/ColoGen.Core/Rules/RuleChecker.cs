using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>Checks layers, topologies and pairs against rules.</summary>
internal static class RuleChecker
{
    /// <summary>What is wrong with a layer by itself. If its authoring is wrong, the other rules are not called.</summary>
    public static IEnumerable<RuleDiagnostic> Check(Layer layer) => Check(layer, RuleSelection.All);

    /// <inheritdoc cref="Check(Layer)"/>
    public static IEnumerable<RuleDiagnostic> Check(Layer layer, RuleSelection rules) =>
        Check(layer, rules.OfLayers, static (rule, layer) => rule.Check(layer));

    /// <summary>What is wrong with a topology beyond its layers, and with those layers that can't be judged by themselves.</summary>
    public static IEnumerable<RuleDiagnostic> Check(Topology topology) => Check(topology, RuleSelection.All);

    /// <inheritdoc cref="Check(Topology)"/>
    public static IEnumerable<RuleDiagnostic> Check(Topology topology, RuleSelection rules) => Check(new TopologyContext(topology), rules);

    /// <summary>What is wrong with a pair beyond its hosts. If its authoring or a host is wrong, the other rules are not called.</summary>
    public static IEnumerable<RuleDiagnostic> Check(Pair pair) => Check(pair, RuleSelection.All);

    /// <inheritdoc cref="Check(Pair)"/>
    public static IEnumerable<RuleDiagnostic> Check(Pair pair, RuleSelection rules) =>
        Check(pair, rules, isWrong: pair.Hosts.Any(host => FirstError(new TopologyContext(host)) is not null));

    /// <summary>The first error of a pair or of one of its hosts.</summary>
    public static RuleDiagnostic? FirstError(Pair pair) =>
        pair.Hosts.Select(host => FirstError(new TopologyContext(host))).OfType<RuleDiagnostic>().FirstOrDefault()
        ?? Check(pair, RuleSelection.Errors, isWrong: false).FirstOrDefault();

    /// <summary>The first error of a topology or of one of its layers. An error of the topology's own declaration explains what its layers lack.</summary>
    public static RuleDiagnostic? FirstError(TopologyContext context)
    {
        if (Check(context, RuleSelection.Errors).FirstOrDefault() is { } error) return error;
        foreach (OpenedLayer opened in context.Opened)
        {
            if (Check(opened.Layer, RuleSelection.Errors).FirstOrDefault() is { } ofLayer) return ofLayer;
        }

        return null;
    }

    private static IEnumerable<RuleDiagnostic> Check(TopologyContext context, RuleSelection rules)
    {
        foreach (OpenedLayer opened in context.Opened)
        {
            if (!opened.Layer.IsOpen) continue;
            foreach (RuleDiagnostic diagnostic in Check(opened.Layer, rules)) yield return diagnostic;
        }

        foreach (Rule rule in rules.OfTopologies)
        {
            IEnumerable<RuleResult> results = rule.Check(context);
            if (RuleResults.IsEmpty(results)) continue;
            foreach (RuleResult result in results) yield return new RuleDiagnostic(rule, result);
        }
    }

    private static IEnumerable<RuleDiagnostic> Check(Pair pair, RuleSelection rules, bool isWrong) =>
        Check(pair, rules.OfPairs, static (rule, pair) => rule.Check(pair), isWrong);

    /// <summary>The authoring rules come first. If they find an error, the others are not called.</summary>
    private static IEnumerable<RuleDiagnostic> Check<T>(
        T declaration, EquatableArray<Rule> rules, Func<Rule, T, IEnumerable<RuleResult>> check, bool isWrong = false)
    {
        foreach (Rule rule in rules)
        {
            if (isWrong && !rule.IsAuthoring) yield break;
            IEnumerable<RuleResult> results = check(rule, declaration);
            if (RuleResults.IsEmpty(results)) continue;
            foreach (RuleResult result in results)
            {
                isWrong |= rule is { IsAuthoring: true, Severity: RuleSeverity.Error };
                yield return new RuleDiagnostic(rule, result);
            }
        }
    }
}
