using ColoGen.Generators.Tests.Compiling;
using ColoGen.Generators.Tests.Mutation;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>Declarations that somebody is in the middle of typing are read from syntax as they are bound, or not at all.</summary>
public sealed class MutatedReadingTests
{
    private const int Sources = 5000;

    private static readonly Compilation s_empty = Compile.Trees();

    [Fact]
    public void Whatever_is_read_from_syntax_is_what_the_symbols_say() =>
        MutationTests.MutatedSources.Sample(source => { BothReaders.Agree(s_empty.AddSyntaxTrees(Compile.Parse(source))); }, iter: Sources, print: source => $"\n{source}\n");
}
