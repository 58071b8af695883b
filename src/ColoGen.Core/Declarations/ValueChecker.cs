using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Core.Declarations;

/// <summary>Applies the rules to the values that the properties of a declaration have at run time.</summary>
internal static class ValueChecker
{
    /// <param name="text">The declaration, as <see cref="DeclarationWriter"/> wrote it.</param>
    /// <param name="values">As <see cref="DeclarationReader.ReadTopology"/> has them.</param>
    /// <returns>What the analyzer would report if the values were constants, without what it reported for the declaration.</returns>
    public static IEnumerable<(RuleDiagnostic Diagnostic, string Property)> CheckTopology(string text, IReadOnlyList<object?> values) =>
        Difference(DeclarationReader.ReadTopology(text, values), DeclarationReader.ReadTopology(text, values: null), Check);

    /// <inheritdoc cref="CheckTopology"/>
    public static IEnumerable<(RuleDiagnostic Diagnostic, string Property)> CheckPair(string text, IReadOnlyList<object?> values) =>
        Difference(DeclarationReader.ReadPair(text, values), DeclarationReader.ReadPair(text, values: null), Check);

    private static IEnumerable<(RuleDiagnostic, string)> Difference<T>(
        DeclarationModel<T> withValues, DeclarationModel<T> declared, Func<T, IEnumerable<RuleDiagnostic>> check)
    {
        var known = new HashSet<(string, string, string?)>(check(declared.Model).Select(Key));
        var missing = new HashSet<string>();
        foreach (RuleDiagnostic diagnostic in check(withValues.Model))
        {
            if (diagnostic.Rule.IsAboutConstants || known.Contains(Key(diagnostic))) continue;
            string property = withValues.PropertyOf(diagnostic.Result.At);
            if (diagnostic.Rule == SourceRules.MissingSetting) missing.Add(property);
            yield return (diagnostic, property);
        }

        foreach (RuleResult result in withValues.Nulls)
        {
            string property = withValues.PropertyOf(result.At);
            if (missing.Add(property)) yield return (new RuleDiagnostic(SourceRules.MissingSetting, result), property);
        }
    }

    private static IEnumerable<RuleDiagnostic> Check(Pair pair) => pair.Hosts.SelectMany(Check).Concat(RuleChecker.Check(pair));

    private static IEnumerable<RuleDiagnostic> Check(Topology topology)
    {
        var context = new TopologyContext(topology);
        return context.Opened.SelectMany(opened => RuleChecker.Check(opened.Layer)).Concat(RuleChecker.Check(topology));
    }

    private static (string Rule, string Path, string? Argument) Key(RuleDiagnostic diagnostic) =>
        (diagnostic.Rule.Id, Access.Declared(diagnostic.Result.At.Path), diagnostic.Result.At.Argument);
}
