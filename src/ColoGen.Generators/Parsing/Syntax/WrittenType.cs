using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>The type of a property as it is written.</summary>
/// <param name="Name">The type's name, or that of the array's or list's items.</param>
/// <param name="Generic">The name of a type with type arguments.</param>
/// <param name="Keyword">The word of a type that C# has a word for.</param>
internal readonly record struct WrittenType(WrittenTypeKind Kind, WrittenName Name = default, string Generic = "", SyntaxKind Keyword = SyntaxKind.None, bool IsNullable = false)
{
    public static WrittenType Of(TypeSyntax? type) => type switch
    {
        PredefinedTypeSyntax predefined => new WrittenType(WrittenTypeKind.Keyword, Keyword: (SyntaxKind)predefined.Keyword.RawKind),
        NullableTypeSyntax { ElementType: not NullableTypeSyntax } nullable => Of(nullable.ElementType) is { Kind: not WrittenTypeKind.Unclear } element ? element with { IsNullable = true } : default,
        GenericNameSyntax { TypeArgumentList.Arguments: [NameSyntax item] } generic => OfItems(WrittenTypeKind.List, item) with { Generic = generic.Identifier.ValueText },
        GenericNameSyntax { TypeArgumentList.Arguments: [PredefinedTypeSyntax] or [_, _, ..] } generic => new WrittenType(WrittenTypeKind.Generic, Generic: generic.Identifier.ValueText),
        ArrayTypeSyntax { RankSpecifiers: [{ Rank: 1 }], ElementType: NameSyntax item } => OfItems(WrittenTypeKind.Array, item),
        ArrayTypeSyntax { ElementType: PredefinedTypeSyntax or TupleTypeSyntax or NullableTypeSyntax { ElementType: PredefinedTypeSyntax } } => new WrittenType(WrittenTypeKind.Other),
        ArrayTypeSyntax { RankSpecifiers: not [{ Rank: 1 }] } or TupleTypeSyntax => new WrittenType(WrittenTypeKind.Other),
        NameSyntax name => OfItems(WrittenTypeKind.Name, name),
        _ => default,
    };

    private static WrittenType OfItems(WrittenTypeKind kind, NameSyntax item) =>
        WrittenName.Of(item) is { IsUnclear: false } name && !MayBeKeyword(item) ? new WrittenType(kind, name) : default;

    /// <summary>Words such as <c>dynamic</c> are types only where no type has their name.</summary>
    private static bool MayBeKeyword(NameSyntax name)
    {
        if (name is not IdentifierNameSyntax simple) return false;
        foreach (char letter in simple.Identifier.Text)
        {
            if (letter is < 'a' or > 'z') return false;
        }

        return true;
    }
}

internal enum WrittenTypeKind
{
    /// <summary>What may be anything.</summary>
    Unclear,
    Keyword,
    Name,
    Array,

    /// <summary>A type of one other type, which has a name.</summary>
    List,

    /// <summary>A type of several types, or of one that has a word.</summary>
    Generic,

    /// <summary>A type that is no layer and no list of some, and gives no setting.</summary>
    Other,
}
