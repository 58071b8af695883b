using System.Collections.Immutable;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>A type's attributes, and its properties and constants in an order that does not depend on the order of its files.</summary>
internal sealed class RecordSymbols
{
    public RecordSymbols(CompilationSymbols symbols, INamedTypeSymbol type)
    {
        Type = type;
        Attributes = symbols.AttributesOf(type);
        Members = ReadMembers(symbols, type);
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>ColoGen's attributes of the type.</summary>
    public IReadOnlyList<KnownAttribute> Attributes { get; }

    /// <summary>
    /// Members of base types first; positional parameters in their order, then the rest in the order of the files' paths. An override has the place of what it
    /// overrides.
    /// </summary>
    public IReadOnlyList<MemberSymbol> Members { get; }

    /// <summary>Whether a type is a record, or a struct of another assembly: metadata does not tell record structs from others.</summary>
    public static bool MayBeRecord(INamedTypeSymbol type) => type.IsRecord || (type.IsValueType && type.DeclaringSyntaxReferences.IsEmpty);

    public MemberSymbol? Find(string name)
    {
        foreach (MemberSymbol member in Members)
        {
            if (member.Name == name) return member;
        }

        return null;
    }

    /// <summary>What the documents read of a property or field; null where they don't.</summary>
    public MemberSymbol? Find(ISymbol symbol) => Members.FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.Symbol, symbol));

    /// <summary>Whether a member is one that documents may read.</summary>
    public bool MayRead(MemberSymbol member) => MayRead(member, Attributes);

    /// <summary>Whether a member is a setting of one of some attributes, a layer, a host or has an attribute of ColoGen.</summary>
    public bool MayRead(MemberSymbol member, IEnumerable<KnownAttribute> attributes) =>
        member.Layer is not null
        || member.Attributes.Count > 0
        || attributes.Any(attribute => attribute.Type.HasSetting(member.Name))
        || (Attributes.Has(nameof(ColoPairAttribute)) && member.Name is nameof(Pair.Primary) or nameof(Pair.Secondary));

    /// <summary>Whether a property holds a value instead of computing one.</summary>
    public static bool IsStored(ISymbol property) => property.ContainingType.GetMembers()
        .Any(member => member is IFieldSymbol { AssociatedSymbol: { } stored } && SymbolEqualityComparer.Default.Equals(stored, property));

    /// <summary>Whether a property, field or parameter has no <c>[NotInDocuments]</c>.</summary>
    public static bool IsInDocuments(CompilationSymbols symbols, ISymbol symbol) => !symbols.AttributesOf(symbol).Has(nameof(NotInDocumentsAttribute));

    private static List<MemberSymbol> ReadMembers(CompilationSymbols symbols, INamedTypeSymbol type)
    {
        ImmutableArray<IParameterSymbol> parameters = PositionalParameters(type);
        List<MemberSymbol> own = [];
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, GetMethod: not null, CanBeReferencedByName: true } property)
            {
                IParameterSymbol? parameter = Find(parameters, property.Name);
                if (parameter is null && property.IsImplicitlyDeclared) continue;
                if (!IsInDocuments(symbols, property) || (parameter is not null && !IsInDocuments(symbols, parameter))) continue;
                own.Add(new MemberSymbol(symbols, property, parameter, own.Count));
            }
            else if (member is IFieldSymbol { IsConst: true, IsImplicitlyDeclared: false } && IsInDocuments(symbols, member))
            {
                own.Add(new MemberSymbol(symbols, member, null, own.Count));
            }
        }

        own.Sort(static (left, right) => left.ComparePosition(right));
        List<MemberSymbol> members = type.BaseType is { SpecialType: SpecialType.None } baseType ? [.. symbols.RecordOf(baseType).Members] : [];
        foreach (MemberSymbol member in own)
        {
            int hidden = members.FindIndex(other => other.Name == member.Name);
            if (hidden >= 0) members[hidden] = member;
            else members.Add(member);
        }

        return members;
    }

    /// <summary>The parameters of a record from which properties come.</summary>
    public static ImmutableArray<IParameterSymbol> PositionalParameters(INamedTypeSymbol type)
    {
        if (!MayBeRecord(type)) return ImmutableArray<IParameterSymbol>.Empty;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            ImmutableArray<SyntaxReference> declarations = constructor.DeclaringSyntaxReferences;
            bool isPrimary = declarations.IsEmpty ? IsDeconstructed(type, constructor) : declarations[0].GetSyntax() is RecordDeclarationSyntax;
            if (isPrimary) return constructor.Parameters;
        }

        return ImmutableArray<IParameterSymbol>.Empty;
    }

    /// <summary>Whether a compiled record has the method that the compiler adds to take the values of its positional parameters.</summary>
    private static bool IsDeconstructed(INamedTypeSymbol record, IMethodSymbol constructor) =>
        constructor.Parameters.Length > 0
        && record.GetMembers(WellKnownMemberNames.DeconstructMethodName).OfType<IMethodSymbol>().Any(method =>
            !method.IsStatic
            && method.Parameters.Select(static parameter => parameter.Name).SequenceEqual(constructor.Parameters.Select(static parameter => parameter.Name)));

    private static IParameterSymbol? Find(ImmutableArray<IParameterSymbol> parameters, string name)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            if (parameter.Name == name) return parameter;
        }

        return null;
    }
}
