using System.Collections.Immutable;
using ColoGen.Generators.Analyzers;
using ColoGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ColoGen.Generators.Tests.RulePages;

/// <summary>Diagnostics come while the file is being edited, and stand in it.</summary>
public sealed class LiveTests
{
    /// <summary>The rules that are about one place alone.</summary>
    private static readonly string[] s_oneEnded =
    [
        "COLO0001", "COLO0002", "COLO0003", "COLO0004", "COLO0005", "COLO0006", "COLO0008", "COLO0009", "COLO0011", "COLO0012", "COLO0013",
        "COLO0014", "COLO0015", "COLO0016", "COLO0017", "COLO0018", "COLO0020", "COLO0021", "COLO0022", "COLO0023", "COLO0025", "COLO0026", "COLO0027",
        "COLO0101", "COLO0102", "COLO0103", "COLO0104", "COLO0105", "COLO0106", "COLO0107", "COLO0108", "COLO0111", "COLO0113", "COLO0114",
        "COLO0115", "COLO0116", "COLO0118", "COLO0122", "COLO0123", "COLO0124", "COLO0212", "COLO0302", "COLO0303", "COLO0304", "COLO0305",
        "COLO0307", "COLO0309", "COLO0310", "COLO0311", "COLO0313", "COLO0315", "COLO0316", "COLO0318", "COLO0320", "COLO0401", "COLO0404",
        "COLO0505", "COLO0512", "COLO0513", "COLO0514", "COLO0521", "COLO0522", "COLO0533", "COLO0601", "COLO0602", "COLO0603", "COLO0605",
        "COLO0606", "COLO0607", "COLO0610", "COLO0701", "COLO0801",
    ];

    public static TheoryData<string> Ids => RulePageTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Nothing_waits_for_the_end_of_the_compilation(string id) =>
        Assert.DoesNotContain(WellKnownDiagnosticTags.CompilationEnd, Descriptors.All.Single(descriptor => descriptor.Id == id).CustomTags);

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_file_of_the_declaration_is_all_that_an_editor_has_to_analyze(string id)
    {
        CSharpCompilation compilation = RulePage.CompileInFiles(Wrong(id));
        Diagnostic expected = Assert.Single(Compile.Analyze(compilation));
        Assert.NotNull(expected.Location.SourceTree);

        Diagnostic live = Assert.Single(await AnalyzeFileAsync(compilation, expected.Location.SourceTree));
        Assert.Equal(expected.ToString(), live.ToString());
        Assert.Equal(expected.Location, live.Location);
        MemberDeclarationSyntax declaration = Assert.Single(((CompilationUnitSyntax)await expected.Location.SourceTree.GetRootAsync()).Members);
        Assert.True(declaration.Span.Contains(live.Location.SourceSpan), $"{live} is outside of the declaration.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_other_end_is_an_additional_location(string id)
    {
        Diagnostic diagnostic = Assert.Single(Compile.Analyze(RulePage.Compile(Wrong(id))));
        Assert.All(diagnostic.AdditionalLocations, other => Assert.True(other.IsInSource && other != diagnostic.Location));
        Assert.Equal(s_oneEnded.Contains(id), diagnostic.AdditionalLocations.Count == 0);
    }

    private static string Wrong(string id) => new RulePage(id, File.ReadAllText(Path.Combine(RulePage.Folder, $"{id}.md"))).Wrong;

    /// <summary>What an editor asks for when a file changes.</summary>
    private static Task<ImmutableArray<Diagnostic>> AnalyzeFileAsync(Compilation compilation, SyntaxTree file)
    {
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers([new TopologyAnalyzer()]);
        return analyzed.GetAnalyzerSemanticDiagnosticsAsync(analyzed.Compilation.GetSemanticModel(file), filterSpan: null, CancellationToken.None);
    }
}
