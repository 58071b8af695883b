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

    /// <summary>What is wrong with a layer by itself.</summary>
    public static IEnumerable<Violation> Check(Layer layer) => Check(rule => rule.OfLayer?.Invoke(layer));

    /// <summary>What is wrong with a topology beyond its layers.</summary>
    public static IEnumerable<Violation> Check(Topology topology)
    {
        if (LayerErrors(topology).Any()) return CheckAuthoring(topology);
        var index = new TopologyIndex(topology);
        return Check(rule => rule.OfTopology?.Invoke(index));
    }

    /// <summary>The first error of a topology or of one of its layers.</summary>
    public static Violation? FirstError(Topology topology) =>
        LayerErrors(topology).Concat(Check(topology)).FirstOrDefault(violation => violation.Rule.Severity == RuleSeverity.Error);

    private static IEnumerable<Violation> LayerErrors(Topology topology) => topology.Attachments
        .SelectMany(attachment => attachment.Top.PreOrder())
        .SelectMany(Check)
        .Where(violation => violation.Rule.Severity == RuleSeverity.Error);

    /// <summary>What can be said of a topology although its layers are wrong.</summary>
    private static IEnumerable<Violation> CheckAuthoring(Topology topology)
    {
        var index = new TopologyIndex(topology);
        return Check(rule => rule.Category == RuleCategory.Authoring ? rule.OfTopology?.Invoke(index) : null);
    }

    /// <summary>The first family that finds an error is the last that looks: what is behind it may not hold together any more.</summary>
    private static IEnumerable<Violation> Check(Func<Rule, IEnumerable<Finding>?> find)
    {
        foreach (IGrouping<string, Rule> family in All.GroupBy(rule => rule.Id.Substring(0, 6)))
        {
            bool hasError = false;
            foreach (Rule rule in family)
            {
                foreach (Finding finding in find(rule) ?? [])
                {
                    hasError |= rule.Severity == RuleSeverity.Error;
                    yield return new Violation(rule, finding);
                }
            }

            if (hasError) yield break;
        }
    }
}

internal sealed record Violation(Rule Rule, Finding Finding)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Finding.Arguments]);
}
