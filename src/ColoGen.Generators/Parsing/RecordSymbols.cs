using System.Collections.Immutable;
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

    public MemberSymbol? Find(string name)
    {
        foreach (MemberSymbol member in Members)
        {
            if (member.Name == name) return member;
        }

        return null;
    }

    private static List<MemberSymbol> ReadMembers(CompilationSymbols symbols, INamedTypeSymbol type)
    {
        ImmutableArray<IParameterSymbol> parameters = PositionalParameters(type);
        List<MemberSymbol> own = [];
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IPropertySymbol { IsStatic: false, GetMethod: not null, CanBeReferencedByName: true } property)
            {
                IParameterSymbol? parameter = Find(parameters, property.Name);
                if (parameter is not null || !property.IsImplicitlyDeclared) own.Add(new MemberSymbol(symbols, property, parameter));
            }
            else if (member is IFieldSymbol { IsConst: true, IsImplicitlyDeclared: false })
            {
                own.Add(new MemberSymbol(symbols, member, null));
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

    private static ImmutableArray<IParameterSymbol> PositionalParameters(INamedTypeSymbol type)
    {
        if (!type.IsRecord) return ImmutableArray<IParameterSymbol>.Empty;
        foreach (IMethodSymbol constructor in type.InstanceConstructors)
        {
            ImmutableArray<SyntaxReference> declarations = constructor.DeclaringSyntaxReferences;
            if (declarations.Length > 0 && declarations[0].GetSyntax() is RecordDeclarationSyntax) return constructor.Parameters;
        }

        return ImmutableArray<IParameterSymbol>.Empty;
    }

    private static IParameterSymbol? Find(ImmutableArray<IParameterSymbol> parameters, string name)
    {
        foreach (IParameterSymbol parameter in parameters)
        {
            if (parameter.Name == name) return parameter;
        }

        return null;
    }
}
