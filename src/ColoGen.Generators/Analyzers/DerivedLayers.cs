using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Analyzers;

/// <summary>
/// Finds types whose base type is a layer and that declare something else. A property of the base type writes their objects as the base type.
/// </summary>
internal static class DerivedLayers
{
    public static DeclarationError? Of(CompilationSymbols symbols, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? baseType = type.BaseType; baseType is { SpecialType: SpecialType.None }; baseType = baseType.BaseType)
        {
            if (!symbols.IsLayer(baseType)) continue;
            return Differs(symbols, type, baseType) ? new DeclarationError(DeclarationErrorKind.DerivedLayer, "", baseType.Name) : null;
        }

        return null;
    }

    /// <summary>Whether a type has attributes, settings or layers that its base type has not. An override is read as that of the base type.</summary>
    private static bool Differs(CompilationSymbols symbols, INamedTypeSymbol type, INamedTypeSymbol baseType)
    {
        if (symbols.AttributesOf(type).Count > 0) return true;
        KnownAttribute[] kinds = [.. symbols.AttributesOf(baseType.OriginalDefinition).Where(static attribute => attribute.Type.IsLayer)];
        return symbols.RecordOf(type).Members.Any(member =>
                SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, type)
                && !member.Symbol.IsOverride
                && kinds.Any(kind => kind.Type.HasSetting(member.Name)))
            || type.GetMembers().Any(member => LayerHolders.IsOwn(symbols, member));
    }
}
