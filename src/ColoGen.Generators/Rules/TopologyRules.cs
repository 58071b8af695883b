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

    /// <summary>
    /// What is wrong with a topology, the first family that finds an error last: what is behind it may not hold together any more.
    /// </summary>
    public static IEnumerable<Violation> Check(Topology topology)
    {
        var index = new TopologyIndex(topology);
        foreach (IGrouping<string, Rule> family in All.GroupBy(rule => rule.Id.Substring(0, 6)))
        {
            bool hasError = false;
            foreach (Rule rule in family)
            {
                foreach (Finding finding in rule.Check(index))
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
