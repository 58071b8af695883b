using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Conformance.Tests.Validation;

/// <summary>What all rules report about a declaration and everything in it.</summary>
internal static class AllRules
{
    public static IEnumerable<RuleDiagnostic> Check(Topology topology) => topology.Attachments
        .SelectMany(attachment => attachment.Top.PreOrder())
        .SelectMany(RuleChecker.Check)
        .Concat(RuleChecker.Check(topology));

    public static IEnumerable<RuleDiagnostic> Check(Pair pair) => pair.Hosts.SelectMany(Check).Concat(RuleChecker.Check(pair));
}
