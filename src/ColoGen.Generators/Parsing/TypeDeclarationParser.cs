using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using ColoGen.Generators.Emission;
using ColoGen.Generators.Parsing.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>Reads how the type of a topology or pair can be opened once more.</summary>
internal static class TypeDeclarationParser
{
    /// <summary>The oldest C# that has what the generated code uses.</summary>
    public const LanguageVersion LanguageFloor = LanguageVersion.CSharp11;

    private static readonly SymbolDisplayFormat s_metadataName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters);

    /// <param name="members">The names that the generated part has.</param>
    public static TypeDeclaration Read(INamedTypeSymbol type, IEnumerable<string> members, List<DeclarationError> flaws, CancellationToken cancellation)
    {
        bool canBeExtended = true;
        if (!type.IsRecord)
        {
            flaws.Add(new DeclarationError(DeclarationErrorKind.NotARecord, "", type.Name));
            canBeExtended = false;
        }

        for (INamedTypeSymbol? around = type; around is not null; around = around.ContainingType)
        {
            if (IsPartial(around, cancellation) && !around.IsFileLocal) continue;
            flaws.Add(new DeclarationError(DeclarationErrorKind.NotPartial, "", around.Name));
            canBeExtended = false;
        }

        if (type.DeclaringSyntaxReferences[0].SyntaxTree.Options is CSharpParseOptions { LanguageVersion: < LanguageFloor and var version })
        {
            flaws.Add(new DeclarationError(DeclarationErrorKind.OldLanguage, "", version.ToDisplayString()));
        }

        var generated = new HashSet<string>(members);
        string[] parameters = [.. type.TypeParameters.Select(parameter => parameter.Name), type.Name];
        foreach (string name in type.MemberNames.Concat(parameters).Where(generated.Contains))
        {
            if (type.GetMembers(name).All(IsGenerated) && !parameters.Contains(name)) continue;
            flaws.Add(new DeclarationError(DeclarationErrorKind.MemberInTheWay, name, type.Name));
            canBeExtended = false;
        }

        return new TypeDeclaration(
            type.ContainingNamespace.IsGlobalNamespace ? "" : Namespace(type.ContainingNamespace),
            Containing(type).Reverse().Select(Header).ToEquatableArray(),
            Header(type),
            Name(type),
            HintName(type),
            HidesInherited(type, generated),
            canBeExtended);
    }

    private static IEnumerable<INamedTypeSymbol> Containing(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? around = type.ContainingType; around is not null; around = around.ContainingType) yield return around;
    }

    /// <summary>An analyzer sees the generated part too.</summary>
    private static bool IsGenerated(ISymbol member) => member.DeclaringSyntaxReferences.Any(reference => GeneratedTree.Is(reference.SyntaxTree));

    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation)
            is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(modifier => modifier.Text == "partial"));

    private static string Namespace(INamespaceSymbol symbol) =>
        symbol.ContainingNamespace is { IsGlobalNamespace: false } around
            ? $"{Namespace(around)}.{CSharpIdentifier.Of(symbol.Name)}"
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

    /// <summary>A base type that is a topology or pair too has the same members, though they are not generated yet.</summary>
    private static bool HidesInherited(INamedTypeSymbol type, HashSet<string> generated)
    {
        for (INamedTypeSymbol? below = type.BaseType; below is { SpecialType: SpecialType.None }; below = below.BaseType)
        {
            if (below.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "TopologyAttribute" or "ColoPairAttribute" && KnownAttributes.IsColoGen(attribute)) || below.MemberNames.Any(generated.Contains)) return true;
        }

        return false;
    }
}
