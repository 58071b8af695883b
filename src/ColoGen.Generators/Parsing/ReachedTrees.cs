using ColoGen.Generators.Parsing.Syntax;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>The files that a topology, pair or layer is read from: its own parts, and those of every type that it is made of or might be.</summary>
internal sealed class ReachedTrees
{
    private readonly HashSet<ISymbol> _types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxTree> _trees = [];

    private ReachedTrees()
    {
    }

    public static SyntaxTree[] Of(INamedTypeSymbol type)
    {
        var reached = new ReachedTrees();
        reached.AddWithMembers(type);
        return [.. reached._trees];
    }

    /// <summary>A generic type is followed as it is declared: what it is made of for these arguments may have no end.</summary>
    private void AddWithMembers(INamedTypeSymbol constructed)
    {
        INamedTypeSymbol type = constructed.OriginalDefinition;
        if (!Add(type)) return;
        foreach (ISymbol member in type.GetMembers())
        {
            ITypeSymbol? valueType = (member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type;
            if (valueType is null) continue;
            foreach (AttributeData attribute in Members.Attributes(member)) Add(attribute.AttributeClass);
            AddValue(valueType);
        }

        if (type.BaseType is not { SpecialType: SpecialType.None } baseType) return;
        foreach (ITypeSymbol argument in baseType.TypeArguments) AddValue(argument);
        AddWithMembers(baseType);
    }

    private void AddValue(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array) AddValue(array.ElementType);
        if (type is not INamedTypeSymbol named) return;
        foreach (ITypeSymbol argument in named.TypeArguments) AddValue(argument);
        if (named.GetAttributes().Any(KnownAttributes.IsColoGen)) AddWithMembers(named);
        else Add(named);
    }

    /// <summary>False where the type was there before, or has no source.</summary>
    private bool Add(INamedTypeSymbol? constructed)
    {
        if (constructed?.OriginalDefinition is not { } type || type.DeclaringSyntaxReferences.IsEmpty || !_types.Add(type)) return false;
        _trees.UnionWith(type.DeclaringSyntaxReferences.Select(part => part.SyntaxTree).Where(tree => !GeneratedTree.Is(tree)));
        foreach (AttributeData attribute in type.GetAttributes()) Add(attribute.AttributeClass);
        Add(type.ContainingType);
        if (type.BaseType is { } baseType) Add(baseType);
        return true;
    }
}
