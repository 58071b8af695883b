using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>Checks layers, topologies and pairs against rules.</summary>
internal static class RuleChecker
{
    /// <summary>
    /// What is wrong with a layer by itself, and with the layers of other assemblies below it. If the authoring of a layer is wrong, the other rules are
    /// not called.
    /// </summary>
    public static IEnumerable<RuleDiagnostic> Check(Layer layer) => Check(layer, RuleSelection.All);

    /// <inheritdoc cref="Check(Layer)"/>
    public static IEnumerable<RuleDiagnostic> Check(Layer layer, RuleSelection rules) =>
        layer.Edges.Any(static edge => IsJudgedAbove(edge.Layer)) ? CheckWithBelow(layer, rules) : CheckOne(layer, rules);

    /// <summary>What is wrong with a topology beyond its layers, and with those layers that can't be judged by themselves.</summary>
    public static IEnumerable<RuleDiagnostic> Check(Topology topology) => Check(topology, RuleSelection.All);

    /// <inheritdoc cref="Check(Topology)"/>
    public static IEnumerable<RuleDiagnostic> Check(Topology topology, RuleSelection rules) => Check(new TopologyContext(topology), rules);

    /// <summary>
    /// What is wrong with a pair beyond its hosts, and with hosts of other assemblies. If its authoring or a host is wrong, the other rules are not called.
    /// </summary>
    public static IEnumerable<RuleDiagnostic> Check(Pair pair) => Check(pair, RuleSelection.All);

    /// <inheritdoc cref="Check(Pair)"/>
    public static IEnumerable<RuleDiagnostic> Check(Pair pair, RuleSelection rules) => pair.Hosts
        .Where(static host => host.IsExternal)
        .SelectMany(host => Check(host, rules))
        .Concat(Check(pair, rules, isWrong: pair.Hosts.Any(host => FirstError(new TopologyContext(host)) is not null)));

    /// <summary>What the rules say about errors of a declaration.</summary>
    /// <param name="owner">The type of the declaration.</param>
    public static IEnumerable<RuleDiagnostic> Check(IEnumerable<DeclarationError> errors, string owner, RuleSelection rules)
    {
        foreach (DeclarationError error in errors)
        {
            foreach (Rule rule in rules.OfErrors)
            {
                foreach (RuleResult result in rule.OfError!(new DeclaredError(error, owner, Layer: null))) yield return new RuleDiagnostic(rule, result);
            }
        }
    }

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
            if (CheckOne(opened.Layer, RuleSelection.Errors).FirstOrDefault() is { } ofLayer) return ofLayer;
        }

        return null;
    }

    private static IEnumerable<RuleDiagnostic> Check(TopologyContext context, RuleSelection rules)
    {
        foreach (Attachment attachment in context.Topology.Attachments)
        {
            if (!attachment.Top.Has(static layer => layer.IsOpen || layer.IsExternal)) continue;
            foreach (Layer layer in JudgedWithTopology(attachment.Top, isOwnerJudged: true))
            {
                foreach (RuleDiagnostic diagnostic in CheckOne(layer, rules)) yield return diagnostic;
            }
        }

        foreach (Rule rule in rules.OfTopologies)
        {
            IEnumerable<RuleResult> results = rule.Check(context);
            if (RuleResults.IsEmpty(results)) continue;
            foreach (RuleResult result in results) yield return new RuleDiagnostic(rule, result);
        }
    }

    // A lambda that captures is in a method of its own: C# allocates its closure where the method begins, needed or not.
    private static IEnumerable<RuleDiagnostic> CheckWithBelow(Layer layer, RuleSelection rules) =>
        JudgedWith(layer).SelectMany(judged => CheckOne(judged, rules));

    private static IEnumerable<RuleDiagnostic> CheckOne(Layer layer, RuleSelection rules) =>
        Check(layer, rules.OfLayers, static (rule, layer) => rule.Check(layer));

    /// <summary>Whether a layer has no declaration in the project, so that the layer above it is where it is judged. A topology judges an open layer.</summary>
    private static bool IsJudgedAbove(Layer layer) => layer is { IsExternal: true, IsOpen: false };

    /// <summary>A layer, and those below it that are judged in its declaration.</summary>
    private static IEnumerable<Layer> JudgedWith(Layer layer) =>
        layer.Edges.Select(static edge => edge.Layer).Where(IsJudgedAbove).SelectMany(JudgedWith).Prepend(layer);

    /// <summary>The layers of a tree that are judged in the declaration of the topology.</summary>
    private static IEnumerable<Layer> JudgedWithTopology(Layer layer, bool isOwnerJudged)
    {
        bool isJudged = layer.IsOpen || (layer.IsExternal && isOwnerJudged);
        IEnumerable<Layer> below = layer.Edges.SelectMany(edge => JudgedWithTopology(edge.Layer, isJudged));
        return isJudged ? below.Prepend(layer) : below;
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
