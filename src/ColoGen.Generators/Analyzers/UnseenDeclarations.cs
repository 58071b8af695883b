using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Analyzers;

/// <summary>
/// Compares the model of a topology or pair with that of the project without the files of other generators, which this generator does not see. What both
/// have, and what the generated file has nevertheless, is in the documents.
/// </summary>
internal static class UnseenDeclarations
{
    public static IEnumerable<DeclarationError> Of(CompilationSymbols symbols, INamedTypeSymbol type, Topology model, CancellationToken cancellation) =>
        Of(ColoGenGenerator.Topologies, symbols, type, model, static model => model, ModelDifference.PathOf, cancellation);

    /// <summary>A host that lacks something is reported in its own declaration.</summary>
    public static IEnumerable<DeclarationError> Of(CheckedTopologies topologies, INamedTypeSymbol type, Pair model, CancellationToken cancellation)
    {
        CompilationSymbols symbols = topologies.Symbols;
        return Of(ColoGenGenerator.Pairs, symbols, type, model, WithoutUnseenHosts, ModelDifference.PathOf, cancellation);

        Pair WithoutUnseenHosts(Pair pair)
        {
            if (IsUnseen(nameof(Pair.Primary))) pair = Without(pair, nameof(Pair.Primary)) with { Primary = null };
            if (IsUnseen(nameof(Pair.Secondary))) pair = Without(pair, nameof(Pair.Secondary)) with { Secondary = null };
            return pair;
        }

        bool IsUnseen(string name) =>
            PairParser.HostType(symbols, symbols.RecordOf(type).Find(name)) is { } host
            && !symbols.IsExternal(host)
            && topologies.IsUnseen(host.OriginalDefinition, cancellation);
    }

    private static Pair Without(Pair pair, string host) => pair with
    {
        Errors = pair.Errors.Where(error => error.Kind != DeclarationErrorKind.NoHost || error.Detail != host).ToEquatableArray(),
    };

    private static IEnumerable<DeclarationError> Of<T>(
        Declaration<T> declaration, CompilationSymbols symbols, INamedTypeSymbol type, T model, Func<T, T> compared, Func<T?, T, string> difference,
        CancellationToken cancellation)
        where T : class, IEquatable<T>
    {
        if (symbols.WithoutAdded is not { } withoutAdded || !declaration.Type(model).CanBeExtended) return [];
        T? seen = TypeIn(withoutAdded, type, declaration.Attribute, cancellation) is { } seenType
            ? compared(declaration.Parse(withoutAdded, seenType, cancellation))
            : null;
        T all = compared(model);
        if (Equals(all, seen) || IsGenerated(type, declaration.Emit(model), cancellation)) return [];
        IReadOnlyList<DeclarationError> added = AddedDeclarations.Of(symbols, withoutAdded, symbols.RecordOf(type), cancellation);
        if (added.Count > 0) return added;
        string path = difference(seen, all);
        return [new DeclarationError(DeclarationErrorKind.AddedByGenerator, path, $"Something that '{(path.Length == 0 ? type.Name : path)}' depends on")];
    }

    /// <summary>The same type of another compilation, if it has the attribute there.</summary>
    private static INamedTypeSymbol? TypeIn(CompilationSymbols symbols, INamedTypeSymbol type, string attribute, CancellationToken cancellation)
    {
        SyntaxReference? reference = type.DeclaringSyntaxReferences.FirstOrDefault(reference => symbols.Compilation.ContainsSyntaxTree(reference.SyntaxTree));
        return reference is not null
            && symbols.Compilation.GetSemanticModel(reference.SyntaxTree)
                .GetDeclaredSymbol(reference.GetSyntax(cancellation), cancellation) is INamedTypeSymbol same
            && same.GetAttributes().Any(data => data.AttributeClass?.ToDisplayString() == attribute)
                ? same
                : null;
    }

    /// <summary>Whether this generator wrote a text for a type.</summary>
    private static bool IsGenerated(INamedTypeSymbol type, string text, CancellationToken cancellation) => type.DeclaringSyntaxReferences.Any(reference =>
        GeneratedTrees.RootOf(reference.SyntaxTree) is not null && reference.SyntaxTree.GetText(cancellation).ToString() == text);
}
