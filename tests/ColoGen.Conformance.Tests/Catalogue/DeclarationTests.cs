using ColoGen.Conformance.Tests.Catalogue.Rows;
using ColoGen.TestInfrastructure.Declarations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Conformance.Tests.Catalogue;

/// <summary>What ColoGen reports of the mistakes of the catalogues that a declaration can express.</summary>
public sealed class DeclarationTests
{
    public static TheoryData<string, string, int> Reported => AllTables.Where(item => item.Expectation is Expectation.Reported);

    public static TheoryData<string, string, int> NotReported => AllTables.Where(item => item.Expectation is Expectation.NotReported);

    [Theory]
    [MemberData(nameof(Reported))]
    public void Its_rule_alone_reports_it_once_at_each_marked_place(string table, string row, int number)
    {
        var (id, declaration) = (Expectation.Reported)AllTables.Get(table, row, number).Expectation;
        (string source, TextSpan[] places) = Unmark(declaration);
        Diagnostic[] diagnostics = [.. Diagnose(source).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Info || diagnostic.Id == id)];
        Assert.All(diagnostics, diagnostic => Assert.Equal(id, diagnostic.Id));
        Assert.Equal(places, diagnostics.Select(diagnostic => diagnostic.Location.SourceSpan).Order());
    }

    [Theory]
    [MemberData(nameof(NotReported))]
    public void What_is_no_mistake_is_not_reported(string table, string row, int number) =>
        Assert.Empty(Diagnose(((Expectation.NotReported)AllTables.Get(table, row, number).Expectation).Declaration));

    /// <summary>Everything that the compiler and the analyzer report.</summary>
    private static Diagnostic[] Diagnose(string source)
    {
        CSharpCompilation compilation = Compile.Sources(source, Vocabulary.Source, DeclarationTexts.SecondaryLayers);
        return [.. Compile.Diagnose(compilation).Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
    }

    /// <summary>The source without its marks, and what they mark.</summary>
    private static (string Source, TextSpan[] Places) Unmark(string declaration)
    {
        string[] parts = declaration.Split(["[|", "|]"], StringSplitOptions.None);
        Assert.True(parts.Length % 2 == 1 && parts.Length > 1, "A mark is missing.");
        List<TextSpan> places = [];
        int start = 0;
        for (int at = 0; at < parts.Length; start += parts[at++].Length)
        {
            if (at % 2 == 1) places.Add(new TextSpan(start, parts[at].Length));
        }

        return (string.Concat(parts), [.. places]);
    }
}
