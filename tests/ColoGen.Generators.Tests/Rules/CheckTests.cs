using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
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
        .. RuleCatalog.All.Select(RulePage.Of).SelectMany(page => new[] { page.Wrong, page.Right }),
    ];

    /// <summary>A topology, pair or layer that still reads as one, with other values and other neighbours.</summary>
    private static readonly Gen<string> s_mutants = Gen.Select(
        Gen.OneOf([.. s_sources]),
        Gen.Select(
            Gen.OneOf(
                MutationKind.ReplaceTokenByOneAlike,
                MutationKind.DeletePart,
                MutationKind.DuplicatePart,
                MutationKind.ReplacePartByOneAlike,
                MutationKind.InsertAttribute),
            Gen.Int[0, int.MaxValue],
            Gen.Int[0, int.MaxValue],
            (kind, where, with) => new SourceMutation(kind, where, with)).Array[1, 3],
        (source, mutations) => mutations.Aggregate(source, Mutant.Of));

    [Fact]
    public void Of_every_source_and_every_example() => Assert.All(s_sources, Check);

    [Fact]
    public void Of_mutated_ones() => s_mutants.Sample(Check, iter: Mutants, print: source => $"\n{source}\n");

    [Fact]
    public void Every_rule_looks_at_something() => Assert.All(
        RuleCatalog.All, rule => Assert.True(rule.LooksAtLayers || rule.LooksAtTopologies || rule.LooksAtPairs, rule.Id));

    private static void Check(string source)
    {
        DeclaredModels declared = DeclaredModels.Of(RulePage.Compile(source));
        Assert.All(declared.Layers, Check);
        Assert.All(declared.Topologies.Concat(declared.Pairs.SelectMany(pair => pair.Hosts)), Check);
        Assert.All(declared.Pairs, Check);
    }

    private static void Check(Layer layer) => AssertSame(Asked(layer), RuleChecker.Check(layer));

    private static void Check(Topology topology)
    {
        RuleDiagnostic[] asked = [.. Asked(topology)];
        AssertSame(asked, RuleChecker.Check(topology));
        Assert.All(Layers(topology), Check);
        RuleDiagnostic? error = asked.Concat(Layers(topology).SelectMany(Asked)).FirstOrDefault(violation => violation.Rule.Severity == RuleSeverity.Error);
        Assert.Equal(error?.Text, RuleChecker.FirstError(new TopologyContext(topology))?.Text);
    }

    private static void Check(Pair pair)
    {
        RuleDiagnostic? ofHosts = pair.Hosts.Select(host => RuleChecker.FirstError(new TopologyContext(host))).OfType<RuleDiagnostic>().FirstOrDefault();
        RuleDiagnostic[] asked = [.. Asked(
            rule => (rule.OfPair?.Invoke(pair) ?? [])
                .Concat(Asked(rule, DeclarationKind.Pair, "", pair.Type.Name, pair.Settings))
                .Concat(Asked(rule, pair.Errors, pair.Type.Name)),
            isWrong: ofHosts is not null)];
        AssertSame(asked, RuleChecker.Check(pair));
        RuleDiagnostic? error = ofHosts ?? asked.FirstOrDefault(violation => violation.Rule.Severity == RuleSeverity.Error);
        Assert.Equal(error?.Text, RuleChecker.FirstError(pair)?.Text);
    }

    private static IEnumerable<RuleDiagnostic> Asked(Layer layer) => Asked(rule => (rule.OfLayer?.Invoke(layer) ?? [])
        .Concat(Asked(rule, DeclarationKind.Layer, layer.Path, layer.TypeName, layer.Settings, LayerKinds.Find(layer.Kind)))
        .Concat(Asked(rule, layer.Errors, layer.TypeName, layer)));

    private static IEnumerable<RuleResult> Asked(
        Rule rule, DeclarationKind kind, string path, string owner, IEnumerable<Setting> settings, LayerKind? layerKind = null) =>
        settings.SelectMany(setting => rule.OfSetting?.Invoke(new DeclaredSetting(kind, path, owner, setting, layerKind)) ?? []);

    private static IEnumerable<RuleResult> Asked(Rule rule, IEnumerable<DeclarationError> errors, string owner, Layer? layer = null) =>
        errors.SelectMany(error => rule.OfError?.Invoke(new DeclaredError(error, owner, layer)) ?? []);

    /// <summary>Authoring alone where that is wrong.</summary>
    private static IEnumerable<RuleDiagnostic> Asked(Func<Rule, IEnumerable<RuleResult>> ask, bool isWrong = false)
    {
        RuleDiagnostic[] authoring = [.. Ask(rule => rule.IsAuthoring)];
        return isWrong || authoring.Any(violation => violation.Rule.Severity == RuleSeverity.Error)
            ? authoring
            : authoring.Concat(Ask(rule => !rule.IsAuthoring));

        IEnumerable<RuleDiagnostic> Ask(Func<Rule, bool> which) =>
            RuleCatalog.All.Where(which).SelectMany(rule => ask(rule).Select(finding => new RuleDiagnostic(rule, finding)));
    }

    private static IEnumerable<RuleDiagnostic> Asked(Topology topology) => Layers(topology).Where(layer => layer.IsOpen).SelectMany(Asked)
        .Concat(RuleCatalog.All.SelectMany(rule => Asked(rule, topology).Select(finding => new RuleDiagnostic(rule, finding))));

    /// <summary>With an index of its own, so that it owes nothing to what others have asked before.</summary>
    private static IEnumerable<RuleResult> Asked(Rule rule, Topology topology)
    {
        var index = new TopologyContext(topology);
        return topology.Attachments
            .SelectMany(attachment => (rule.OfAttachment?.Invoke(index, attachment) ?? [])
                .Concat(Asked(rule, DeclarationKind.Disk, attachment.Path, attachment.Dev, attachment.Settings))
                .Concat(Asked(rule, DeclarationKind.Export, attachment.Path, attachment.Dev, attachment.Export ?? default)))
            .Concat(index.Opened.SelectMany(opened => rule.OfOpened?.Invoke(opened) ?? []))
            .Concat(index.BackingReferences.All.SelectMany(overlay => rule.OfBackingReference?.Invoke(index, overlay) ?? []))
            .Concat(rule.OfTopology?.Invoke(index) ?? [])
            .Concat(Asked(rule, DeclarationKind.Domain, "", topology.Type.Name, topology.Domain ?? default))
            .Concat(Asked(rule, topology.Errors, topology.Type.Name));
    }

    private static IEnumerable<Layer> Layers(Topology topology) => topology.Attachments.SelectMany(attachment => attachment.Top.PreOrder());

    private static void AssertSame(IEnumerable<RuleDiagnostic> expected, IEnumerable<RuleDiagnostic> actual) =>
        Assert.Equal(expected.Select(Text), actual.Select(Text));

    private static string Text(RuleDiagnostic violation) =>
        $"{violation.Text} {violation.Result.At} {violation.Result.Related} {string.Join(' ', violation.Result.Fixes)}";
}
