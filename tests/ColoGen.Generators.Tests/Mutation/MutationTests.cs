using System.Collections.Immutable;
using ColoGen.Generators.Tests.Compiling;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Mutation;

/// <summary>Declarations that somebody is in the middle of typing, and worse ones.</summary>
public sealed class MutationTests
{
    private const int Sources = 2000;

    private static readonly Compilation s_empty = Compile.Trees();

    private static readonly Gen<MutationKind> s_wild = Gen.OneOf(
        MutationKind.DeleteToken, MutationKind.DuplicateToken, MutationKind.SwapTokens, MutationKind.InsertToken, MutationKind.ReplaceToken);

    private static readonly Gen<MutationKind> s_tame = Gen.OneOf(
        MutationKind.ReplaceTokenByOneAlike, MutationKind.DeletePart, MutationKind.DuplicatePart,
        MutationKind.ReplacePartByOneAlike, MutationKind.InsertAttribute, MutationKind.InsertMember);

    /// <summary>Tame mutations, and few of them, leave one source in six that compiles.</summary>
    private static readonly Gen<SourceMutation[]> s_mutations = Gen.Select(
        Gen.Frequency((1, s_wild), (5, s_tame)),
        Gen.Int[0, int.MaxValue],
        Gen.Int[0, int.MaxValue],
        (kind, where, with) => new SourceMutation(kind, where, with)).Array[Gen.Frequency((3, Gen.Int[1, 2]), (1, Gen.Int[3, 6]))];

    internal static readonly Gen<string> MutatedSources = Gen.Select(
        Gen.OneOf(ValidSources.All.Values.ToArray()), s_mutations, (source, mutations) => mutations.Aggregate(source, Mutant.Of));

    [Fact]
    public void Whatever_stands_in_a_declaration_nothing_throws_and_what_is_emitted_compiles() =>
        MutatedSources.Sample(Check, iter: Sources, print: source => $"\n{source}\n");

    private static void Check(string source)
    {
        Compilation compilation = s_empty.AddSyntaxTrees(Compile.Parse(source));
        Generation generation = Compile.Generate(compilation);
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Diagnostics);

        ImmutableArray<Diagnostic> diagnostics = Compile.Diagnose(compilation);
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOurs(diagnostic))) return;

        ImmutableArray<Diagnostic> ofOutput = Compile.Diagnose(generation.Output);
        Assert.DoesNotContain(ofOutput, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOurs(diagnostic));
        if (generation.Files.Values.Any(file => file.Contains("InvalidOperationException", StringComparison.Ordinal)))
        {
            Assert.Contains(ofOutput, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && IsOurs(diagnostic));
        }
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("COLO", StringComparison.Ordinal);
}
