using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>
/// A type with one of ColoGen's attributes. It is equal to the type of the same name in another compilation with an equal key, and then both have equal models.
/// </summary>
/// <remarks>
/// The compiler keeps it to compare it with that of the next edit, and must not keep the compilation with it. It parses a type only where it is not equal to
/// the previous one, in the run whose compilation the type is from.
/// </remarks>
internal sealed class DeclaredType : IEquatable<DeclaredType>
{
    private readonly DeclarationKey _key;
    private readonly string _name;
    private readonly WeakReference<Compilation> _compilation;
    private readonly WeakReference<INamedTypeSymbol> _type;

    private DeclaredType(Compilation compilation, INamedTypeSymbol type)
    {
        _key = CompilationSymbols.Of(compilation).Key;
        _name = type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        _compilation = new(compilation);
        _type = new(type);
    }

    /// <summary>Null for a part of a type whose first attribute of that kind is on another part.</summary>
    public static DeclaredType? Of(GeneratorAttributeSyntaxContext context) =>
        context.TargetSymbol is INamedTypeSymbol type && IsFirst(context) ? new DeclaredType(context.SemanticModel.Compilation, type) : null;

    public T Parse<T>(Func<CompilationSymbols, INamedTypeSymbol, CancellationToken, T> parse, CancellationToken cancellation) =>
        _compilation.TryGetTarget(out Compilation? compilation) && _type.TryGetTarget(out INamedTypeSymbol? type)
            ? parse(CompilationSymbols.Of(compilation), type, cancellation)
            : throw new InvalidOperationException($"The compilation of {_name} is not the current one.");

    public bool Equals(DeclaredType? other) => other is not null && _name == other._name && _key == other._key;

    public override bool Equals(object? obj) => Equals(obj as DeclaredType);

    public override int GetHashCode() => _key.GetHashCode() ^ StringComparer.Ordinal.GetHashCode(_name);

    /// <summary>Two attributes on two parts are the compiler's to refuse; the type is still one.</summary>
    private static bool IsFirst(GeneratorAttributeSyntaxContext context)
    {
        if (context.TargetSymbol.DeclaringSyntaxReferences.Length == 1) return true;
        INamedTypeSymbol? attributeClass = context.Attributes[0].AttributeClass;
        foreach (AttributeData attribute in context.TargetSymbol.GetAttributes())
        {
            if (!SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, attributeClass)) continue;
            SyntaxNode node = context.TargetNode;
            return attribute.ApplicationSyntaxReference is { } first && first.SyntaxTree == node.SyntaxTree && node.Span.Contains(first.Span);
        }

        return false;
    }
}
