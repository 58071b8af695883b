using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Agreement.Mistakes;
using ColoGen.Conformance.Tests.Catalogue.Rows;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;
using ColoGen.Generators.Parsing;
using ColoGen.TestInfrastructure.Declarations;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace ColoGen.Conformance.Tests.Validation;

/// <summary>A value breaks the same rules as a constant and as a property.</summary>
public sealed class AgreementTests
{
    /// <summary>The rules that are about where a value is written, and not about the value.</summary>
    private static readonly string[] s_aboutConstants = [.. RuleCatalog.All.Where(rule => rule.IsAboutConstants).Select(rule => rule.Id)];

    private static readonly string[] s_errors = [.. RuleCatalog.All.Where(rule => rule.Severity == RuleSeverity.Error).Select(rule => rule.Id)];

    public static TheoryData<string, string, int> Catalogue => AllTables.Where(item => item.Expectation is Expectation.Reported or Expectation.NotReported);

    public static TheoryData<string> Mistakes => [.. MistakeTable.All.Select(mistake => mistake.Name)];

    public static TheoryData<string> Pages => [.. RuleCatalog.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Catalogue))]
    public void In_the_catalogue(string table, string row, int number)
    {
        string declaration = AllTables.Get(table, row, number).Expectation switch
        {
            Expectation.Reported reported => reported.Declaration,
            Expectation.NotReported right => right.Declaration,
            _ => "",
        };
        AssertAgreement(declaration.Replace("[|", "").Replace("|]", ""), Vocabulary.Source, DeclarationTexts.SecondaryLayers);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void In_random_hosts_with_a_mistake(string mistake)
    {
        Mistake seeded = MistakeTable.All.First(other => other.Name == mistake);
        seeded.Base.Sample(host => AssertAgreement(HostText.Of(seeded.Seed(host))), iter: 20, threads: 1, print: host => HostText.Of(seeded.Seed(host)));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void In_the_examples_of_the_pages(string rule)
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rules", rule + ".md"));
        string[] examples = [.. page.Split("```csharp\n").Skip(1).Select(block => block.Split("```")[0])];
        Assert.True(examples.Length >= 2, rule);
        Assert.All(examples, example => AssertAgreement("using ColoGen;\n" + example));
    }

    private static void AssertAgreement(params string[] sources)
    {
        CSharpSymbols declared = CSharpSymbols.Of(Compile.Sources(sources));
        foreach (Topology topology in declared.Topologies.Where(topology => topology.Errors.Count == 0))
        {
            Assert.Equal(Relevant([.. AllRules.Check(topology).Select(found => found.Rule.Id)]), Relevant([.. RunTimeDeclaration.Check(topology)]));
        }

        foreach (Pair pair in declared.Pairs.Where(pair => pair.Hosts.Any()))
        {
            Assert.Equal(Relevant([.. AllRules.Check(pair).Select(found => found.Rule.Id)]), Relevant([.. RunTimeDeclaration.Check(pair)]));
        }
    }

    /// <remarks>
    /// The layers of a list that is known are layers like others. A quorum that votes reads its replicas, whatever its threshold is; one that needs them is
    /// reported for that alone. A document that is missing is reported where there is no error, and an error may depend on a value.
    /// </remarks>
    private static IEnumerable<string> Relevant(IReadOnlyCollection<string> ids) => ids
        .Except(s_aboutConstants)
        .Except(ids.Any(s_errors.Contains) ? [AuthoringRules.SelectedDocument.Id] : [])
        .Except(ids.Contains(ReplicationRules.WriteOnlyReplica.Id) ? [ReplicationRules.PrimaryReplicaIsRead.Id] : [])
        .Select(id => id == SourceRules.ImageSharedByList.Id ? SourceRules.SharedImage.Id : id)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private sealed record CSharpSymbols(IReadOnlyList<Topology> Topologies, IReadOnlyList<Pair> Pairs)
    {
        public static CSharpSymbols Of(Compilation compilation)
        {
            var symbols = CompilationSymbols.Of(compilation);
            INamedTypeSymbol[] types = [.. compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type).OfType<INamedTypeSymbol>()];
            return new(
                [
                    .. types.Where(type => symbols.AttributesOf(type).Has(nameof(TopologyAttribute)))
                        .Select(type => TopologyParser.Parse(symbols, type, CancellationToken.None)),
                ],
                [
                    .. types.Where(type => symbols.AttributesOf(type).Has(nameof(ColoPairAttribute)))
                        .Select(type => PairParser.Parse(symbols, type, CancellationToken.None)),
                ]);
        }
    }
}
