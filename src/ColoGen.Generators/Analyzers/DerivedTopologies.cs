using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Analyzers;

/// <summary>
/// Finds types whose base type is a topology or a pair and that declare something else. They inherit the methods of the base type, which write what that has.
/// </summary>
internal static class DerivedTopologies
{
    public static DeclarationError? Of(CompilationSymbols symbols, INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? baseType = type.BaseType; baseType is { SpecialType: SpecialType.None }; baseType = baseType.BaseType)
        {
            if (!IsTopologyOrPair(symbols.AttributesOf(baseType))) continue;
            return Differs(symbols, type, symbols.RecordOf(baseType))
                ? new DeclarationError(DeclarationErrorKind.DerivedTopology, "", baseType.Name)
                : null;
        }

        return null;
    }

    private static bool IsTopologyOrPair(IReadOnlyList<KnownAttribute> attributes) =>
        attributes.Has(nameof(TopologyAttribute)) || attributes.Has(nameof(ColoPairAttribute));

    /// <summary>Whether a type has attributes, disks or settings that its base type has not. An override is read as that of the base type.</summary>
    private static bool Differs(CompilationSymbols symbols, INamedTypeSymbol type, RecordSymbols baseRecord) =>
        symbols.AttributesOf(type).Count > 0
        || type.GetMembers().Any(member => Differs(symbols, member, baseRecord))
        || type.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => HasAttribute(symbols, parameter)));

    private static bool Differs(CompilationSymbols symbols, ISymbol member, RecordSymbols baseRecord)
    {
        if (LayerHolders.HeldBy(member) is null) return false;
        return HasAttribute(symbols, member)
            || LayerHolders.IsOwn(symbols, member)
            || (!member.IsOverride
                && member.DeclaredAccessibility != Accessibility.Private
                && RecordSymbols.IsInDocuments(symbols, member)
                && IsSetting(member, baseRecord));
    }

    private static bool HasAttribute(CompilationSymbols symbols, ISymbol symbol) =>
        symbols.AttributesOf(symbol).Any(static attribute => !attribute.Type.Is(nameof(NotInDocumentsAttribute)));

    /// <summary>Whether the base type would read a member of this name, or reads one that the member hides.</summary>
    private static bool IsSetting(ISymbol member, RecordSymbols baseRecord) =>
        baseRecord.Attributes.Any(attribute => !attribute.Type.Is(nameof(TopologyAttribute)) && attribute.Type.HasSetting(member.Name))
        || (baseRecord.Find(member.Name) is { } hidden && baseRecord.MayRead(hidden));
}
