using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>Finds ColoGen's attributes among those of a declaration.</summary>
internal static class KnownAttributes
{
    /// <summary>The metadata name of the attribute of a topology.</summary>
    public const string Topology = nameof(ColoGen) + "." + nameof(TopologyAttribute);

    /// <summary>The metadata name of the attribute of a pair.</summary>
    public const string ColoPair = nameof(ColoGen) + "." + nameof(ColoPairAttribute);

    /// <summary>The first attribute of a class of the runtime library, or null.</summary>
    /// <param name="name">The name of the class.</param>
    public static KnownAttribute? Find(this IReadOnlyList<KnownAttribute> attributes, string name)
    {
        for (int index = 0; index < attributes.Count; index++)
        {
            if (attributes[index].Type.Is(name)) return attributes[index];
        }

        return null;
    }

    /// <summary>Whether a declaration has an attribute of a class of the runtime library.</summary>
    public static bool Has(this IReadOnlyList<KnownAttribute> attributes, string name) => attributes.Find(name) is not null;

    /// <summary>Whether a symbol is declared in the namespace of the runtime library.</summary>
    public static bool IsInColoGen(ISymbol symbol) =>
        symbol.ContainingType is null && symbol.ContainingNamespace is { Name: nameof(ColoGen), ContainingNamespace.IsGlobalNamespace: true };
}
