using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Core.Templates;
using ColoGen.Generators.Tests.Compiling;
using ColoGen.Generators.Tests.Mutation;
using ColoGen.Generators.Tests.RulePages;
using CsCheck;

namespace ColoGen.Generators.Tests.Rules;

/// <summary>What is found in one walk is what each rule finds when it is asked about everything by itself, in the order of the rules.</summary>
public sealed class CheckTests
{
    private const int Mutants = 500;

    private static readonly IReadOnlyList<string> s_sources =
    [
        .. ValidSources.All.Values,
        .. TopologyRules.All.Select(RulePage.Of).SelectMany(page => new[] { page.Wrong, page.Right }),
    ];

    /// <summary>A topology, pair or layer that still reads as one, with other values and other neighbours.</summary>
    private static readonly Gen<string> s_mutants = Gen.Select(
        Gen.OneOf([.. s_sources]),
        Gen.Select(
            Gen.OneOf(MutationKind.ReplaceTokenByOneAlike, MutationKind.DeletePart, MutationKind.DuplicatePart, MutationKind.ReplacePartByOneAlike, MutationKind.InsertAttribute),
            Gen.Int[0, int.MaxValue],
            Gen.Int[0, int.MaxValue],
            (kind, where, with) => new Mutation.Mutation(kind, where, with)).Array[1, 3],
        (source, mutations) => mutations.Aggregate(source, Mutant.Of));

    [Fact]
    public void Of_every_source_and_every_example() => Assert.All(s_sources, Check);

    [Fact]
    public void Of_mutated_ones() => s_mutants.Sample(Check, iter: Mutants, print: source => $"\n{source}\n");

    [Fact]
    public void Every_rule_looks_at_something() => Assert.All(
        TopologyRules.All, rule => Assert.True(rule.OfLayer is not null || rule.LooksAtTopologies || rule.OfPair is not null, rule.Id));

    private static void Check(string source)
    {
        DeclaredModels declared = DeclaredModels.Of(RulePage.Compile(source));
        Assert.All(declared.Layers, Check);
        Assert.All(declared.Topologies.Concat(declared.Pairs.SelectMany(pair => pair.Hosts)), Check);
        Assert.All(declared.Pairs, Check);
    }

    private static void Check(Layer layer) => AssertSame(Asked(layer), TopologyRules.Check(layer));

    private static void Check(Topology topology)
    {
        Violation[] asked = [.. Asked(topology)];
        AssertSame(asked, TopologyRules.Check(topology));
        Assert.All(Layers(topology), Check);
        Violation? error = asked.Concat(Layers(topology).SelectMany(Asked)).FirstOrDefault(violation => violation.Rule.Severity == RuleSeverity.Error);
        Assert.Equal(error?.Text, TopologyRules.FirstError(new TopologyContext(topology))?.Text);
    }

    private static void Check(Pair pair)
    {
        Violation? ofHosts = pair.Hosts.Select(host => TopologyRules.FirstError(new TopologyContext(host))).OfType<Violation>().FirstOrDefault();
        Violation[] asked = [.. Asked(rule => rule.OfPair?.Invoke(pair) ?? [], isWrong: ofHosts is not null)];
        AssertSame(asked, TopologyRules.Check(pair));
        Violation? error = ofHosts ?? asked.FirstOrDefault(violation => violation.Rule.Severity == RuleSeverity.Error);
        Assert.Equal(error?.Text, TopologyRules.FirstError(pair)?.Text);
    }

    private static IEnumerable<Violation> Asked(Layer layer) => Asked(rule => rule.OfLayer?.Invoke(layer) ?? []);

    /// <summary>Authoring alone where that is wrong.</summary>
    private static IEnumerable<Violation> Asked(Func<Rule, IEnumerable<Finding>> ask, bool isWrong = false)
    {
        Violation[] authoring = [.. Ask(rule => rule.IsOfAuthoring)];
        return isWrong || authoring.Any(violation => violation.Rule.Severity == RuleSeverity.Error) ? authoring : authoring.Concat(Ask(rule => !rule.IsOfAuthoring));

        IEnumerable<Violation> Ask(Func<Rule, bool> which) =>
            TopologyRules.All.Where(which).SelectMany(rule => ask(rule).Select(finding => new Violation(rule, finding)));
    }

    private static IEnumerable<Violation> Asked(Topology topology) => Layers(topology).Where(layer => layer.IsOpen).SelectMany(Asked)
        .Concat(TopologyRules.All.SelectMany(rule => Asked(rule, topology).Select(finding => new Violation(rule, finding))));

    /// <summary>With an index of its own, so that it owes nothing to what others have asked before.</summary>
    private static IEnumerable<Finding> Asked(Rule rule, Topology topology)
    {
        var index = new TopologyContext(topology);
        return topology.Attachments.SelectMany(attachment => rule.OfAttachment?.Invoke(index, attachment) ?? [])
            .Concat(index.Opened.SelectMany(opened => rule.OfOpened?.Invoke(opened) ?? []))
            .Concat(index.BackingReferences.All.SelectMany(overlay => rule.OfBackingReference?.Invoke(index, overlay) ?? []))
            .Concat(rule.OfTopology?.Invoke(index) ?? []);
    }

    private static IEnumerable<Layer> Layers(Topology topology) => topology.Attachments.SelectMany(attachment => attachment.Top.PreOrder());

    private static void AssertSame(IEnumerable<Violation> expected, IEnumerable<Violation> actual) => Assert.Equal(expected.Select(Text), actual.Select(Text));

    private static string Text(Violation violation) =>
        $"{violation.Text} {violation.Finding.At} {violation.Finding.Related} {string.Join(' ', violation.Finding.Fixes)}";
}
