using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ColoGen.Core.Analysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>The properties and constants of a record in an order that does not depend on the order of its files.</summary>
internal static class Members
{
    /// <summary>A record is read for each topology that has it, and its members are looked at more than once in each. What is known of a type goes with its compilation.</summary>
    private static readonly ConditionalWeakTable<INamedTypeSymbol, IReadOnlyList<ISymbol>> s_members = new();

    private static readonly ConditionalWeakTable<ISymbol, IReadOnlyList<AttributeData>> s_attributes = new();

    /// <summary>
    /// Base types first; positional parameters in their order, then the rest in the order of the files' paths. An
    /// override stands where it was first declared.
    /// </summary>
    public static IReadOnlyList<ISymbol> Of(INamedTypeSymbol type) => s_members.GetValue(type, Read);

    /// <summary>A property's attributes and those of the positional parameter that it comes from.</summary>
    public static IReadOnlyList<AttributeData> Attributes(ISymbol member) => s_attributes.GetValue(member, static member =>
    [
        .. member is IPropertySymbol
            ? PositionalParameters(member.ContainingType).FirstOrDefault(parameter => parameter.Name == member.Name)?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty
            : ImmutableArray<AttributeData>.Empty,
        .. member.GetAttributes(),
    ]);

    private static IReadOnlyList<ISymbol> Read(INamedTypeSymbol type)
    {
        var members = new List<ISymbol>();
        if (type.BaseType is { SpecialType: SpecialType.None } baseType) members.AddRange(Of(baseType));

        ImmutableArray<IParameterSymbol> positional = PositionalParameters(type);
        foreach (ISymbol member in type.GetMembers()
            .Where(member => IsReadable(member, positional))
            .OrderBy(member => Position(positional, member.Name))
            .ThenBy(FilePath, StringComparer.Ordinal)
            .ThenBy(member => member.Locations[0].SourceSpan.Start))
        {
            int hidden = members.FindIndex(other => other.Name == member.Name);
            if (hidden >= 0)
            {
                members[hidden] = member;
            }
            else
            {
                members.Add(member);
            }
        }

        return members;
    }

    private static bool IsReadable(ISymbol member, ImmutableArray<IParameterSymbol> positional) => member switch
    {
        IPropertySymbol property => property is { IsStatic: false, GetMethod: not null, CanBeReferencedByName: true }
            && (!property.IsImplicitlyDeclared || Position(positional, property.Name) < int.MaxValue),
        IFieldSymbol field => field is { IsConst: true, IsImplicitlyDeclared: false },
        _ => false,
    };

    private static ImmutableArray<IParameterSymbol> PositionalParameters(INamedTypeSymbol type) =>
        (!type.IsRecord ? null : type.InstanceConstructors.FirstOrDefault(constructor =>
            constructor.DeclaringSyntaxReferences.Length > 0
            && constructor.DeclaringSyntaxReferences[0].GetSyntax() is RecordDeclarationSyntax))?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;

    private static int Position(ImmutableArray<IParameterSymbol> positional, string name)
    {
        for (int index = 0; index < positional.Length; index++)
        {
            if (positional[index].Name == name) return index;
        }

        return int.MaxValue;
    }

    private static string FilePath(ISymbol member) =>
        member.Locations[0].SourceTree?.FilePath.Replace('\\', '/') ?? "";
}
