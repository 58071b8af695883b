using System.Globalization;
using System.Text;
using ColoGen.Core.Rules;

namespace ColoGen.Generators.Tests.RulePages;

/// <summary>The table of all rules, <c>docs/rules/README.md</c>.</summary>
internal static class RuleTable
{
    public static string Of(IEnumerable<Rule> rules)
    {
        var text = new StringBuilder(
            """
            # Rules

            Error: it fails, or corrupts. Warning: QEMU or libvirt silently ignores it, or it tolerates no failure. Info: advice.
            A test writes this table: `COLOGEN_UPDATE_DOCS=1 dotnet test tests/ColoGen.Generators.Tests`.


            """);
        foreach (IGrouping<string, Rule> family in rules.GroupBy(rule => rule.Category))
        {
            text.Append(CultureInfo.InvariantCulture, $"## {family.Key}\n\n| Rule | | Severity |\n|---|---|---|\n");
            foreach (Rule rule in family)
            {
                text.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.Severity} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
