using ColoGen.Generators;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.TestInfrastructure;

/// <summary>
/// What every compilation must hold: where a generated member throws the error of its declaration, the compilation has an error; and what the analyzer sees
/// of a declaration is in the generated file, or the compilation has an error.
/// </summary>
internal static class Silence
{
    private const string Throwing = "throw new global::System.InvalidOperationException(";

    public static void Refuse(Generation generation)
    {
        string? reason = generation.Files.FirstOrDefault(file => file.Value.Contains(Throwing, StringComparison.Ordinal)).Key is { } name
            ? $"'{name}' throws"
            : Types(generation.Output.Assembly.GlobalNamespace)
                .Select(type => Difference(generation, type))
                .FirstOrDefault(static difference => difference is not null);
        if (reason is null || HasError(generation.Output)) return;
        throw new InvalidOperationException(
            $"{reason}, and the compilation has no error:\n{string.Join("\n", generation.Output.SyntaxTrees)}");
    }

    private static bool HasError(Compilation output) =>
        Compile.Analyze(output).Any(IsError) || output.GetDiagnostics().Any(IsError);

    private static bool IsError(Diagnostic diagnostic) => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false };

    /// <summary>What the analyzer sees of a type and the generated files do not have, or null.</summary>
    private static string? Difference(Generation generation, INamedTypeSymbol type) =>
        Differs(ColoGenGenerator.Topologies, nameof(TopologyAttribute), generation, type)
        || Differs(ColoGenGenerator.Pairs, nameof(ColoPairAttribute), generation, type)
            ? $"the analyzer sees another '{type}' than the generator"
            : null;

    private static bool Differs<T>(Declaration<T> declaration, string attribute, Generation generation, INamedTypeSymbol type)
        where T : class, IEquatable<T>
    {
        CompilationSymbols symbols = CompilationSymbols.Of(generation.Output);
        if (!symbols.AttributesOf(type).Has(attribute)) return false;
        string text = declaration.Emit(declaration.Parse(symbols, type, CancellationToken.None));
        return !generation.Files.Values.Contains(text);
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol containing) => containing.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => Types(type).Prepend(type),
        INamespaceSymbol inner => Types(inner),
        _ => [],
    });
}
