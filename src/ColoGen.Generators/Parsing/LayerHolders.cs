using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Types whose objects are layers or hold layers, whether the documents have these or not.</summary>
internal static class LayerHolders
{
    /// <summary>The type of what a property or field holds; null where a member is neither, or belongs to another.</summary>
    public static ITypeSymbol? HeldBy(ISymbol member) => member switch
    {
        IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: true } property => property.Type,
        IFieldSymbol { AssociatedSymbol: null } field => field.Type,
        _ => null,
    };

    /// <summary>Whether a member adds a layer to those that objects of the base type have.</summary>
    public static bool IsOwn(CompilationSymbols symbols, ISymbol member) =>
        member is { IsOverride: false, IsStatic: false, DeclaredAccessibility: not Accessibility.Private }
        && HeldBy(member) is { } type
        && MayHold(symbols, type)
        && RecordSymbols.IsInDocuments(symbols, member);

    /// <summary>
    /// Whether an object of a type may be a layer, derive from one, or hold one: in an array, in a collection, or as a property of a record.
    /// </summary>
    public static bool MayHold(CompilationSymbols symbols, ITypeSymbol type) => MayHold(symbols, type, null);

    /// <param name="records">The records that are being looked at. A record that leads back to itself holds nothing more.</param>
    private static bool MayHold(CompilationSymbols symbols, ITypeSymbol type, HashSet<ISymbol>? records)
    {
        if (type is IArrayTypeSymbol array) return MayHold(symbols, array.ElementType, records);
        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named)
        {
            return type is INamedTypeSymbol { TypeKind: not TypeKind.Delegate, TypeArguments: { IsEmpty: false } items } && Any(items);
        }

        if (IsOrDerivesFromLayer(symbols, named) || symbols.IsBaseOfLayer(named) || Any(named.TypeArguments)) return true;
        records ??= new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        return named.IsRecord
            && records.Add(named.OriginalDefinition)
            && symbols.RecordOf(named).Members.Any(member => member.Symbol is IPropertySymbol property && MayHold(symbols, property.Type, records));

        bool Any(IEnumerable<ITypeSymbol> types) => types.Any(type => MayHold(symbols, type, records));
    }

    /// <summary>Whether a type is a layer or derives from one.</summary>
    public static bool IsOrDerivesFromLayer(CompilationSymbols symbols, ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is { SpecialType: SpecialType.None }; at = at.BaseType)
        {
            if (symbols.IsLayer(at)) return true;
        }

        return false;
    }
}
