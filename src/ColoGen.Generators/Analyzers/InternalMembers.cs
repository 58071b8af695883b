using ColoGen.Core.Model;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Analyzers;

/// <summary>Finds settings, edges and disks that other assemblies do not see, in a type that they do. There the type has other documents.</summary>
internal static class InternalMembers
{
    public static IEnumerable<DeclarationError> Of(RecordSymbols record)
    {
        if (!IsVisible(record.Type)) yield break;
        foreach (MemberSymbol member in record.Members)
        {
            if (!SymbolEqualityComparer.Default.Equals(member.Symbol.ContainingType, record.Type) || !IsInternal(member.Symbol)) continue;
            if (IsRead(record, member)) yield return new DeclarationError(DeclarationErrorKind.InternalMember, member.Name, record.Type.Name);
        }
    }

    /// <summary>Whether the documents of another assembly would read a member if it were public.</summary>
    private static bool IsRead(RecordSymbols record, MemberSymbol member)
    {
        if (member.Attributes.Has(nameof(DiskAttribute)) || member.Attributes.Has(nameof(HostDiskAttribute))) return true;
        foreach (KnownAttribute attribute in record.Attributes)
        {
            if (attribute.Type.IsLayer && (member.Layer is not null || attribute.Type.HasSetting(member.Name))) return true;
        }

        return false;
    }

    private static bool IsVisible(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? containing = type; containing is not null; containing = containing.ContainingType)
        {
            if (containing.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }

    private static bool IsInternal(ISymbol member) =>
        member.DeclaredAccessibility == Accessibility.Internal
        || member is IPropertySymbol { GetMethod.DeclaredAccessibility: Accessibility.Internal };
}
