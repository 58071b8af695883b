using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Generators.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>Parses how another part of the type of a topology or pair is declared.</summary>
internal static class TypeDeclarationParser
{
    /// <summary>The oldest version of C# that the generated code compiles with.</summary>
    public const LanguageVersion LanguageFloor = LanguageVersion.CSharp11;

    private static readonly SymbolDisplayFormat s_metadataName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <param name="members">The names of the members of the generated part.</param>
    public static TypeDeclaration Parse(INamedTypeSymbol type, IEnumerable<string> members, List<DeclarationError> errors, CancellationToken cancellation)
    {
        bool canBeExtended = true;
        if (!type.IsRecord)
        {
            errors.Add(new DeclarationError(DeclarationErrorKind.NotARecord, "", type.Name));
            canBeExtended = false;
        }

        for (INamedTypeSymbol? containing = type; containing is not null; containing = containing.ContainingType)
        {
            if (IsPartial(containing, cancellation) && !containing.IsFileLocal) continue;
            errors.Add(new DeclarationError(DeclarationErrorKind.NotPartial, "", containing.Name));
            canBeExtended = false;
        }

        if (type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageFloor and var version })
        {
            errors.Add(new DeclarationError(DeclarationErrorKind.OldLanguage, "", version.ToDisplayString()));
        }

        var generated = new HashSet<string>(members);
        string[] parameters = [.. type.TypeParameters.Select(parameter => parameter.Name), type.Name];
        foreach (string name in type.MemberNames.Concat(parameters).Where(generated.Contains).Distinct())
        {
            if (type.GetMembers(name).All(IsGenerated) && !parameters.Contains(name)) continue;
            errors.Add(new DeclarationError(DeclarationErrorKind.MemberInTheWay, name, type.Name));
            canBeExtended = false;
        }

        if (ReservedTypeNames.VisibleFrom(type) is { } reserved)
        {
            errors.Add(new DeclarationError(DeclarationErrorKind.ReservedTypeName, "", reserved));
            canBeExtended = false;
        }

        return Of(type, canBeExtended);
    }

    /// <summary>A type of another assembly, which can't be extended here.</summary>
    public static TypeDeclaration OfExternal(INamedTypeSymbol type) => Of(type, canBeExtended: false);

    private static TypeDeclaration Of(INamedTypeSymbol type, bool canBeExtended) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : Namespace(type.ContainingNamespace),
        Containing(type).Reverse().Select(Header).ToEquatableArray(),
        Header(type),
        Name(type),
        HintName(type),
        canBeExtended);

    private static IEnumerable<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? containing = type.ContainingType; containing is not null; containing = containing.ContainingType) yield return containing;
    }

    /// <summary>Whether a member is one of the generated part, which the analyzer sees, too.</summary>
    /// <remarks>The members of a user's own file in a folder of this name are reported by the compiler, as the generated part has them a second time.</remarks>
    private static bool IsGenerated(ISymbol member)
    {
        foreach (SyntaxReference declaration in member.DeclaringSyntaxReferences)
        {
            if (GeneratedTrees.RootOf(declaration.SyntaxTree) is not null) return true;
        }

        return false;
    }

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation)
            is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(modifier => modifier.Text == "partial"));

    private static string Namespace(INamespaceSymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } containing
            ? $"{Namespace(containing)}.{CSharpIdentifier.Of(symbol.Name)}"
            : CSharpIdentifier.Of(symbol.Name);

    private static string Header(INamedTypeSymbol type) => $"partial {Keyword(type)} {Name(type)}";

    private static string Keyword(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true, IsValueType: true } => "record struct",
        { IsRecord: true } => "record",
        { TypeKind: TypeKind.Interface } => "interface",
        { IsValueType: true } => "struct",
        _ => "class",
    };

    private static string Name(INamedTypeSymbol type)
    {
        string name = CSharpIdentifier.Of(type.Name);
        return type.TypeParameters.Length == 0
            ? name
            : $"{name}<{string.Join(", ", type.TypeParameters.Select(parameter => CSharpIdentifier.Of(parameter.Name)))}>";
    }

    /// <summary>A file name holds no angle brackets on every system.</summary>
    private static string HintName(INamedTypeSymbol type) =>
        type.ToDisplayString(s_metadataName).Replace('<', '{').Replace('>', '}').Replace(" ", "");
}
