using System.Collections.Immutable;
using System.Globalization;
using ColoGen.Generators.Tests.Compiling;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Mutation;

/// <summary>Declarations that somebody is in the middle of typing, and worse ones.</summary>
public sealed class MutationTests
{
    /// <summary>2,000, or the number in <c>COLOGEN_MUTANTS</c>.</summary>
    private static readonly int s_sources =
        int.TryParse(Environment.GetEnvironmentVariable("COLOGEN_MUTANTS"), CultureInfo.InvariantCulture, out int sources) ? sources : 2000;

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

    private static readonly Gen<string> s_names = Gen.OneOf(Gen.Const("Added.g.cs"), Gen.Const("my-folder/1.0/Added.g.cs"));

    /// <summary>Half of the sources in one file, of the others a part comes from a second generator, of one in five before all generators run.</summary>
    private static readonly Gen<SplitSource> s_split = Gen.Select(
        Gen.Select(MutatedSources, Gen.Int[0, 9], Gen.Int[0, int.MaxValue], static (source, kind, where) => kind switch
        {
            < 5 => new SplitSource(source, ""),
            < 7 => SplitSource.Of(source, where),
            7 => SplitSource.OfUsing(source, where),
            8 => SplitSource.OfAlias(source, where),
            _ => SplitSource.OfConstant(source, where),
        }),
        s_names,
        Gen.Int[0, 4],
        static (source, name, initial) => source with { Name = name, IsInitial = initial == 0 });

    /// <summary><see cref="Compile.Generate"/> asserts that nothing is silent.</summary>
    [Fact]
    public void Whatever_stands_in_a_declaration_nothing_throws_nothing_is_silent_and_what_is_emitted_compiles() =>
        s_split.Sample(Check, iter: s_sources, print: source => $"\n{source.Project}\n// Added by another generator:\n{source.Added}\n");

    private static void Check(SplitSource source)
    {
        Compilation compilation = s_empty.AddSyntaxTrees(Compile.Parse(source.Project));
        Generation generation = Compile.Generate(compilation, source.Generator);
        Assert.Null(generation.Result.Exception);
        Assert.Empty(generation.Diagnostics);

        ImmutableArray<Diagnostic> diagnostics = Compile.Diagnose(compilation.AddSyntaxTrees(Compile.Parse(source.Added, AddingGenerator.PathOf(source.Name))));
        Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Id == "AD0001");
        if (diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOurs(diagnostic))) return;

        ImmutableArray<Diagnostic> ofOutput = Compile.Diagnose(generation.Output);
        Assert.DoesNotContain(ofOutput, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsOurs(diagnostic));
    }

    private static bool IsOurs(Diagnostic diagnostic) => diagnostic.Id.StartsWith("COLO", StringComparison.Ordinal);
}
