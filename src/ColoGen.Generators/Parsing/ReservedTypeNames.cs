using ColoGen.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing;

/// <summary>The names of types and namespaces that generated code can't do without, and that mean something else where a type of the user has them.</summary>
internal static class ReservedTypeNames
{
    /// <summary>The namespaces that generated code names from the global one.</summary>
    private static readonly string[] s_namespaces = [nameof(System), nameof(ColoGen)];

    /// <summary>A reserved name that a type of the user has where a declaration sees it, or null.</summary>
    public static string? VisibleFrom(INamedTypeSymbol declaration)
    {
        INamespaceSymbol containing = declaration.ContainingNamespace;
        INamespaceSymbol global = containing;
        while (global.ContainingNamespace is { } outer) global = outer;
        foreach (string name in s_namespaces)
        {
            if (!global.GetTypeMembers(name, arity: 0).IsEmpty) return name;
        }

        foreach (string alias in GeneratedIdentifiers.Aliases)
        {
            for (INamedTypeSymbol? type = declaration; type is not null; type = type.ContainingType)
            {
                for (INamedTypeSymbol? baseType = type; baseType is not null; baseType = baseType.BaseType)
                {
                    if (!baseType.GetTypeMembers(alias).IsEmpty) return alias;
                }

                foreach (ITypeParameterSymbol parameter in type.TypeParameters)
                {
                    if (parameter.Name == alias) return alias;
                }
            }

            for (INamespaceSymbol? outer = containing; outer is not null; outer = outer.ContainingNamespace)
            {
                if (outer.GetMembers(alias).Any()) return alias;
            }
        }

        return null;
    }
}
