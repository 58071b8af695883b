using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ColoGen.TestInfrastructure;

/// <summary>One run of the generator.</summary>
/// <param name="Output">The compilation with what was generated.</param>
/// <param name="Diagnostics">What the driver says about the generator, which itself reports nothing.</param>
public sealed record Generation(GeneratorRunResult Result, Compilation Output, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>The generated texts by file name.</summary>
    public IReadOnlyDictionary<string, string> Files => Result.GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public IEnumerable<Diagnostic> OfGeneratedFiles()
    {
        var generated = Result.GeneratedSources.Select(source => source.SyntaxTree).ToHashSet();
        return Output.GetDiagnostics().Where(diagnostic => diagnostic.Location.SourceTree is { } tree && generated.Contains(tree));
    }
}
