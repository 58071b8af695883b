using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Tells ColoGen's attributes from all others.</summary>
internal static class KnownAttributes
{
    public const string Topology = "ColoGen.TopologyAttribute";

    public const string ColoPair = "ColoGen.ColoPairAttribute";

    public static AttributeData? Find(this IEnumerable<AttributeData> attributes, string name) =>
        attributes.FirstOrDefault(attribute => attribute.AttributeClass is { } type && type.Name == name && IsColoGen(type));

    public static IEnumerable<AttributeData> DerivedFrom(this IEnumerable<AttributeData> attributes, string name) =>
        attributes.Where(attribute => IsDerivedFrom(attribute.AttributeClass, name));

    public static bool IsDerivedFrom(INamedTypeSymbol? type, string name) => BaseTypes(type).Any(type => type.Name == name && IsColoGen(type));

    public static bool IsAttribute(INamedTypeSymbol type) => BaseTypes(type).Any(type => type is { Name: nameof(Attribute), ContainingNamespace: { Name: nameof(System), ContainingNamespace.IsGlobalNamespace: true } });

    /// <summary>Whether a part of a type has the first of these attributes. One on each of two parts is the compiler's to refuse; one of them is enough here.</summary>
    public static bool IsFirst(ISymbol type, SyntaxNode part, string name) =>
        type.GetAttributes().Find(name)?.ApplicationSyntaxReference is { } first
        && first.SyntaxTree == part.SyntaxTree
        && part.Span.Contains(first.Span);

    /// <summary>The attribute's name as it is written: <c>FileSource</c>.</summary>
    public static string Kind(AttributeData attribute) => Kind(attribute.AttributeClass!);

    /// <inheritdoc cref="Kind(AttributeData)"/>
    public static string Kind(INamedTypeSymbol attribute) => attribute.Name.EndsWith("Attribute", StringComparison.Ordinal)
        ? attribute.Name.Substring(0, attribute.Name.Length - "Attribute".Length)
        : attribute.Name;

    public static bool IsColoGen(AttributeData attribute) =>
        attribute.AttributeClass is { } type && (IsColoGen(type) || BaseTypes(type).Any(IsColoGen));

    private static IEnumerable<INamedTypeSymbol> BaseTypes(INamedTypeSymbol? type)
    {
        for (type = type?.BaseType; type is not null; type = type.BaseType) yield return type;
    }

    /// <summary>Whether a type stands in the namespace of the runtime library.</summary>
    public static bool IsColoGen(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "ColoGen", ContainingNamespace.IsGlobalNamespace: true };
}
