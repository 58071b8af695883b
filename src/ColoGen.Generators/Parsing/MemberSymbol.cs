using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>A property or constant of a record.</summary>
internal sealed class MemberSymbol
{
    private readonly int _position;
    private readonly int _number;

    /// <param name="parameter">The positional parameter that a property comes from.</param>
    /// <param name="number">The place among the members of the type. In metadata, members are in the order of their declaration.</param>
    public MemberSymbol(CompilationSymbols symbols, ISymbol symbol, IParameterSymbol? parameter, int number)
    {
        _number = number;
        Symbol = symbol;
        Name = symbol.Name;
        _position = parameter?.Ordinal ?? int.MaxValue;
        IReadOnlyList<KnownAttribute> attributes = symbols.AttributesOf(symbol);
        Parameter = parameter;
        Attributes = parameter is null ? attributes : [.. symbols.AttributesOf(parameter), .. attributes];
        if (symbol is IPropertySymbol property) Layer = LayerReference.Of(symbols, property.Type);
    }

    public ISymbol Symbol { get; }

    public string Name { get; }

    /// <summary>ColoGen's attributes of a property, those of the positional parameter that it comes from first.</summary>
    public IReadOnlyList<KnownAttribute> Attributes { get; }

    /// <summary>The positional parameter that a property comes from, or null.</summary>
    public IParameterSymbol? Parameter { get; }

    /// <summary>The layer that a property leads to, or null.</summary>
    public LayerReference? Layer { get; }

    /// <summary>Positional parameters come first, then the others by the path of the file and their place in it.</summary>
    public int ComparePosition(MemberSymbol other)
    {
        if (_position != other._position) return _position.CompareTo(other._position);
        if (ReferenceEquals(this, other) || _position != int.MaxValue) return 0;
        Location location = Symbol.Locations[0];
        Location otherLocation = other.Symbol.Locations[0];
        int byFile = string.CompareOrdinal(FilePath(location), FilePath(otherLocation));
        if (byFile != 0) return byFile;
        int byPlace = location.SourceSpan.Start.CompareTo(otherLocation.SourceSpan.Start);
        return byPlace != 0 ? byPlace : _number.CompareTo(other._number);
    }

    private static string FilePath(Location location) => location.SourceTree?.FilePath.Replace('\\', '/') ?? "";
}

/// <summary>The layer that the type of a property leads to.</summary>
/// <param name="Type">The type of the layer.</param>
/// <param name="Kind">Whether the type holds one layer, an optional one of a value type, or a list.</param>
/// <param name="Count">The member that gives the number of items of a list.</param>
internal sealed record LayerReference(INamedTypeSymbol Type, EdgeKind Kind, string Count)
{
    /// <summary>Null where the type is neither a layer nor a list of layers.</summary>
    public static LayerReference? Of(CompilationSymbols symbols, ITypeSymbol type)
    {
        if (symbols.IsLayer(type)) return new LayerReference((INamedTypeSymbol)type, EdgeKind.Required, "");
        if (type is IArrayTypeSymbol { Rank: 1, ElementType: INamedTypeSymbol item })
        {
            return symbols.IsLayer(item) ? new LayerReference(item, EdgeKind.List, nameof(Array.Length)) : null;
        }

        if (type is not INamedTypeSymbol { TypeArguments: [INamedTypeSymbol argument] } named || !symbols.IsLayer(argument)) return null;
        if (named.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T) return new LayerReference(argument, EdgeKind.Optional, "");
        string? count = named.Name switch
        {
            "ImmutableArray" when IsInCollections(named, "Immutable") => "Length",
            "ImmutableList" when IsInCollections(named, "Immutable") => "Count",
            "List" or "IList" or "IReadOnlyList" when IsInCollections(named, "Generic") => "Count",
            _ => null,
        };
        return count is null ? null : new LayerReference(argument, EdgeKind.List, count);
    }

    /// <summary>Whether a type is one of a namespace in <c>System.Collections</c>.</summary>
    private static bool IsInCollections(INamedTypeSymbol type, string name) =>
        type.ContainingType is null
        && type.ContainingNamespace is
        {
            ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } },
        } containing
        && containing.Name == name;
}
