using System.Globalization;
using System.Reflection;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Rules;

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
    public static IEnumerable<Violation> Check(Layer layer) => Check(layer, SortedRules.All);

    /// <summary>What some rules find wrong with a layer.</summary>
    public static IEnumerable<Violation> Check(Layer layer, SortedRules rules) => Check(layer, rules.OfLayers, static (rule, layer) => rule.OfLayer!(layer));

    /// <summary>What is wrong with a topology beyond its layers, and with those that can't be judged by themselves.</summary>
    public static IEnumerable<Violation> Check(Topology topology) => Check(topology, SortedRules.All);

    /// <summary>What some rules find wrong with a topology.</summary>
    public static IEnumerable<Violation> Check(Topology topology, SortedRules rules) => Check(new TopologyContext(topology), rules);

    private static IEnumerable<Violation> Check(TopologyContext index, SortedRules rules)
    {
        foreach (OpenedLayer opened in index.Opened)
        {
            if (!opened.Layer.IsOpen) continue;
            foreach (Violation violation in Check(opened.Layer, rules)) yield return violation;
        }

        foreach (Rule rule in rules.OfTopologies)
        {
            IEnumerable<Finding> findings = rule.Find(index);
            if (findings.AreNone()) continue;
            foreach (Finding finding in findings) yield return new Violation(rule, finding);
        }
    }

    /// <summary>What is wrong with a pair beyond its hosts. Where its authoring or a host is wrong, the rest may not hold together.</summary>
    public static IEnumerable<Violation> Check(Pair pair) => Check(pair, SortedRules.All);

    /// <summary>What some rules find wrong with a pair.</summary>
    public static IEnumerable<Violation> Check(Pair pair, SortedRules rules) => Check(pair, rules, isWrong: pair.Hosts.Any(host => FirstError(new TopologyContext(host)) is not null));

    private static IEnumerable<Violation> Check(Pair pair, SortedRules rules, bool isWrong) =>
        Check(pair, rules.OfPairs, static (rule, pair) => rule.OfPair!(pair), isWrong);

    /// <summary>The first error of a pair or of one of its hosts.</summary>
    public static Violation? FirstError(Pair pair) =>
        pair.Hosts.Select(host => FirstError(new TopologyContext(host))).OfType<Violation>().FirstOrDefault() ?? Check(pair, SortedRules.Errors, isWrong: false).FirstOrDefault();

    /// <summary>The first error of a topology or of one of its layers. What could not be read of a topology explains what its layers lack.</summary>
    public static Violation? FirstError(TopologyContext index)
    {
        if (Check(index, SortedRules.Errors).FirstOrDefault() is { } error) return error;
        foreach (OpenedLayer opened in index.Opened)
        {
            if (Check(opened.Layer, SortedRules.Errors).FirstOrDefault() is { } ofLayer) return ofLayer;
        }

        return null;
    }

    /// <summary>What rules find, those of authoring first, and alone where something is wrong already.</summary>
    private static IEnumerable<Violation> Check<T>(T declaration, EquatableArray<Rule> rules, Func<Rule, T, IEnumerable<Finding>> find, bool isWrong = false)
    {
        foreach (Rule rule in rules)
        {
            if (isWrong && !rule.IsOfAuthoring) yield break;
            IEnumerable<Finding> findings = find(rule, declaration);
            if (findings.AreNone()) continue;
            foreach (Finding finding in findings)
            {
                isWrong |= rule is { IsOfAuthoring: true, Severity: RuleSeverity.Error };
                yield return new Violation(rule, finding);
            }
        }
    }
}

internal sealed record Violation(Rule Rule, Finding Finding)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Finding.Arguments]);

    /// <summary>The message as what is generated throws it.</summary>
    public string Text => $"{Rule.Id}: {Message}.";
}
