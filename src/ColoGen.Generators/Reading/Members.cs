using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Reading;

/// <summary>The properties and constants of a record in an order that does not depend on the order of its files.</summary>
internal static class Members
{
    /// <summary>
    /// Base types first; positional parameters in their order, then the rest in the order of the files' paths. An
    /// override stands where it was first declared.
    /// </summary>
    public static IReadOnlyList<ISymbol> Of(INamedTypeSymbol type)
    {
        var members = new List<ISymbol>();
        if (type.BaseType is { SpecialType: SpecialType.None } baseType) members.AddRange(Of(baseType));

        IEnumerable<ISymbol> own = type.GetMembers().Where(IsReadable);
        IReadOnlyList<string> positional = PositionalParameters(type);
        foreach (ISymbol member in own
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

    /// <summary>A property's attributes and those of the positional parameter that it comes from.</summary>
    public static IReadOnlyList<AttributeData> Attributes(ISymbol member)
    {
        IEnumerable<AttributeData> ofParameter = PositionalConstructor(member.ContainingType)?.Parameters
            .FirstOrDefault(parameter => parameter.Name == member.Name && IsPositional(member))?.GetAttributes()
            .AsEnumerable() ?? [];
        return [.. ofParameter, .. member.GetAttributes()];
    }

    /// <summary>The name as C# source has to say it.</summary>
    /// <remarks>Every word of small letters is, or may become, a keyword somewhere.</remarks>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name.All(letter => letter is >= 'a' and <= 'z') ? "@" + name : name;

    private static bool IsReadable(ISymbol member) => member switch
    {
        IPropertySymbol property => property is { IsStatic: false, GetMethod: not null, CanBeReferencedByName: true }
            && (!property.IsImplicitlyDeclared || IsPositional(property)),
        IFieldSymbol field => field is { IsConst: true, IsImplicitlyDeclared: false },
        _ => false,
    };

    private static bool IsPositional(ISymbol member) =>
        member is IPropertySymbol && PositionalParameters(member.ContainingType).Contains(member.Name);

    private static IMethodSymbol? PositionalConstructor(INamedTypeSymbol type) =>
        !type.IsRecord ? null : type.InstanceConstructors.FirstOrDefault(constructor =>
            constructor.DeclaringSyntaxReferences.Length > 0
            && constructor.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.RecordDeclarationSyntax);

    private static IReadOnlyList<string> PositionalParameters(INamedTypeSymbol type) =>
        PositionalConstructor(type)?.Parameters.Select(parameter => parameter.Name).ToArray() ?? [];

    private static int Position(IReadOnlyList<string> positional, string name)
    {
        for (int index = 0; index < positional.Count; index++)
        {
            if (positional[index] == name) return index;
        }

        return int.MaxValue;
    }

    private static string FilePath(ISymbol member) =>
        member.Locations[0].SourceTree?.FilePath.Replace('\\', '/') ?? "";
}
