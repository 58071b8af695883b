using System.Text.RegularExpressions;
using ColoGen.Generators.Tests.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Documentation;

/// <summary>What somebody sees who deletes a format from the README's example.</summary>
public sealed partial class NewcomerTests
{
    /// <summary>Where the formats of the example's layers stand.</summary>
    public static TheoryData<int> Formats => [.. Format().Matches(Readme.Declaration).Select(match => match.Index)];

    [Fact]
    public void The_example_has_formats() => Assert.NotEmpty(Formats);

    [Theory]
    [MemberData(nameof(Formats))]
    public void There_is_exactly_one_error(int format)
    {
        CSharpCompilation compilation = Compile.Sources(Without(format));
        Generation generation = Compile.Generate(compilation);
        Diagnostic error = Assert.Single(Compile.Diagnose(generation.Output), diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.Equal("COLO0101", error.Id);
        Assert.Equal(DiagnosticSeverity.Error, error.Severity);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task The_repair_restores_the_example(int format)
    {
        string deleted = Format().Match(Readme.Declaration, format).Value.Trim('(', ')');
        using var fixing = new Fixing(Without(format));
        IReadOnlyList<CodeAction> offers = await fixing.OffersAsync(Assert.Single(await fixing.DiagnosticsAsync()));
        Assert.Equal(["Set Format to DiskFormat.Qcow2", "Set Format to DiskFormat.Raw"], offers.Select(offer => offer.Title));
        CodeAction offer = offers.Single(offer => offer.Title == "Set Format to " + deleted["Format = ".Length..]);
        Assert.Equal(Readme.Declaration, await fixing.ApplyAsync(offer));
    }

    private static string Without(int format) => Readme.Declaration.Remove(format, Format().Match(Readme.Declaration, format).Length);

    [GeneratedRegex(@"\(Format = DiskFormat\.\w+\)")]
    private static partial Regex Format();
}
