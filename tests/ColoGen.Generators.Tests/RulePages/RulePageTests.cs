using System.Collections.Immutable;
using System.Globalization;
using ColoGen.Core.Rules;
using ColoGen.Generators.Analyzers;
using ColoGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit.Sdk;

namespace ColoGen.Generators.Tests.RulePages;

/// <summary>Every rule has a page, and what the page shows is what the compiler says.</summary>
public sealed class RulePageTests
{
    private static readonly string[] s_headings = ["Cause", "At run time", "Wrong", "Right", "Suppress"];

    /// <summary>Of all that the package's analyzers can report.</summary>
    public static TheoryData<string> Ids => [.. typeof(TopologyAnalyzer).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
        .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
        .Select(descriptor => descriptor.Id)
        .Distinct()];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_has_the_rule_s_title_and_every_heading(string id)
    {
        Rule rule = Get(id);
        RulePage page = RulePage.Of(rule);
        Assert.Equal($"# {id}: {rule.Title}", page.FirstLine);
        Assert.Contains($"| {rule.Category} | {rule.Severity} |", page.Text);
        Assert.Equal(s_headings, page.Headings);
        Assert.All(s_headings, heading => Assert.True(page.Section(heading).Trim().Length > heading.Length + 20, $"'{heading}' of {id} says nothing."));
        Assert.EndsWith($"docs/rules/{id}.md", Descriptors.Get(rule).HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_wrong_example_gives_this_diagnostic_once_and_no_other(string id) => AssertFoundOnce(id, new TopologyAnalyzer());

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_that_is_switched_off_makes_that_test_fail(string id)
    {
        var without = new TopologyAnalyzer([.. RuleCatalog.All.Where(rule => rule.Id != id)]);
        Assert.ThrowsAny<XunitException>(() => AssertFoundOnce(id, without));
        Assert.DoesNotContain(
            Compile.Analyze(RulePage.Compile(RulePage.Of(Get(id)).Wrong), without),
            diagnostic => diagnostic.Id == id || diagnostic.Id == "AD0001");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_right_example_gives_none_and_compiles(string id)
    {
        CSharpCompilation compilation = RulePage.Compile(RulePage.Of(Get(id)).Right);
        Assert.Empty(Compile.Analyze(compilation));
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_hides_a_warning_hides_no_error(string id)
    {
        bool isError = Get(id).Severity == RuleSeverity.Error;
        string wrong = RulePage.Of(Get(id)).Wrong;
        string attribute = $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"ColoGen\", \"{id}\", Scope = \"module\")]\n";
        CSharpCompilation compilation = RulePage.Compile(wrong);
        CSharpCompilationOptions options = compilation.Options;
        CSharpCompilation[] hidden =
        [
            RulePage.Compile($"#pragma warning disable {id}\n{wrong}"),
            RulePage.Compile($"#pragma warning disable\n{wrong}"),
            RulePage.Compile(wrong.Replace("using ColoGen;\n", "using ColoGen;\n" + attribute)),
            compilation.WithOptions(options.WithSyntaxTreeOptionsProvider(new Configuration(id))),
            compilation.WithOptions(options.WithSpecificDiagnosticOptions(options.SpecificDiagnosticOptions.SetItem(id, ReportDiagnostic.Suppress))),
        ];

        Assert.All(hidden, compilation => Assert.Equal(
            isError ? [id] : [],
            Compile.Analyze(compilation).Where(diagnostic => !diagnostic.IsSuppressed).Select(diagnostic => diagnostic.Id)));
    }

    [Theory]
    [InlineData("COLO0101", true)]
    [InlineData("COLO0109", false)]
    public async Task A_suppressor_takes_no_error(string id, bool isReported)
    {
        CompilationWithAnalyzers compilation = RulePage.Compile(RulePage.Of(Get(id)).Wrong).WithAnalyzers([new TopologyAnalyzer(), new Suppressor(id)]);
        Assert.Equal(isReported ? [id] : [], (await compilation.GetAnalyzerDiagnosticsAsync()).Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void The_table_of_all_rules_is_up_to_date()
    {
        string path = Path.Combine(RulePage.Folder, "README.md");
        string table = RuleTable.Of(RuleCatalog.All);
        if (Environment.GetEnvironmentVariable("COLOGEN_UPDATE_DOCS") == "1") File.WriteAllText(path, table);
        Assert.Equal(table, File.ReadAllText(path));
    }

    [Fact]
    public void No_page_is_left_of_a_rule_that_is_gone()
    {
        IEnumerable<string> pages = Directory.GetFiles(RulePage.Folder, "COLO*.md").Select(path => Path.GetFileNameWithoutExtension(path));
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), pages.Order(StringComparer.Ordinal));
    }

    private static void AssertFoundOnce(string id, TopologyAnalyzer analyzer)
    {
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(RulePage.Compile(RulePage.Of(Get(id)).Wrong), analyzer));
        Assert.Equal(id, diagnostic.Id);
        Assert.True(diagnostic.Location.IsInSource);
        Assert.DoesNotContain("{", diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static Rule Get(string id) => RuleCatalog.All.Single(rule => rule.Id == id);

#pragma warning disable RS1001 // No project loads it.
    private sealed class Suppressor(string id) : DiagnosticSuppressor
#pragma warning restore RS1001
    {
        private readonly SuppressionDescriptor _descriptor = new("TEST0001", id, "A test.");

        public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions => [_descriptor];

        public override void ReportSuppressions(SuppressionAnalysisContext context)
        {
            foreach (Diagnostic diagnostic in context.ReportedDiagnostics) context.ReportSuppression(Suppression.Create(_descriptor, diagnostic));
        }
    }

    /// <summary>What <c>.editorconfig</c> says as <c>dotnet_diagnostic.ID.severity = none</c>.</summary>
    private sealed class Configuration(string id) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.NotGenerated;

        public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
            TryGetGlobalDiagnosticValue(diagnosticId, cancellationToken, out severity);

        public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity)
        {
            severity = ReportDiagnostic.Suppress;
            return diagnosticId == id;
        }
    }
}
