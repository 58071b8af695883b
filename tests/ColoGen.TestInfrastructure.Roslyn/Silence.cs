using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.TestInfrastructure;

/// <summary>
/// What every compilation must hold: where a generated member throws the error of its declaration, the compilation has an error; and what the analyzer sees
/// of a declaration, the generator has seen, or the compilation has an error.
/// </summary>
internal static class Silence
{
    private const string Throwing = "throw new global::System.InvalidOperationException(";

    public static void Refuse(Compilation input, Generation generation)
    {
        string? reason = generation.Files.FirstOrDefault(file => file.Value.Contains(Throwing, StringComparison.Ordinal)).Key is { } name
            ? $"'{name}' throws"
            : Types(generation.Output.Assembly.GlobalNamespace)
                .Select(type => Difference(input, generation.Output, type))
                .FirstOrDefault(static difference => difference is not null);
        if (reason is null || HasError(generation.Output)) return;
        throw new InvalidOperationException(
            $"{reason}, and the compilation has no error:\n{string.Join("\n", generation.Output.SyntaxTrees)}");
    }

    private static bool HasError(Compilation output) =>
        Compile.Analyze(output).Any(IsError) || output.GetDiagnostics().Any(IsError);

    private static bool IsError(Diagnostic diagnostic) => diagnostic is { Severity: DiagnosticSeverity.Error, IsSuppressed: false };

    /// <summary>What the analyzer sees of a type and the generator does not, or null.</summary>
    private static string? Difference(Compilation input, Compilation output, INamedTypeSymbol type)
    {
        bool isTopology = Has(output, type, nameof(TopologyAttribute));
        bool isPair = Has(output, type, nameof(ColoPairAttribute));
        if (!isTopology && !isPair) return null;
        INamedTypeSymbol? seen = type.DeclaringSyntaxReferences
            .Where(reference => input.ContainsSyntaxTree(reference.SyntaxTree))
            .Select(reference => (INamedTypeSymbol)input.GetSemanticModel(reference.SyntaxTree).GetDeclaredSymbol(reference.GetSyntax())!)
            .FirstOrDefault();
        if (seen is null) return $"the generator does not see '{type}'";
        if (isTopology && (!Has(input, seen, nameof(TopologyAttribute)) || !TopologyOf(input, seen).Equals(TopologyOf(output, type)))) return Differs(type);
        if (isPair && (!Has(input, seen, nameof(ColoPairAttribute)) || !PairOf(input, seen).Equals(PairOf(output, type)))) return Differs(type);
        return null;
    }

    private static string Differs(INamedTypeSymbol type) => $"the analyzer sees another '{type}' than the generator";

    private static bool Has(Compilation compilation, INamedTypeSymbol type, string attribute) =>
        CompilationSymbols.Of(compilation).AttributesOf(type).Has(attribute);

    private static Topology TopologyOf(Compilation compilation, INamedTypeSymbol type) =>
        TopologyParser.Parse(CompilationSymbols.Of(compilation), type, CancellationToken.None);

    private static Pair PairOf(Compilation compilation, INamedTypeSymbol type) =>
        PairParser.Parse(CompilationSymbols.Of(compilation), type, CancellationToken.None);

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol containing) => containing.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => Types(type).Prepend(type),
        INamespaceSymbol inner => Types(inner),
        _ => [],
    });
}
