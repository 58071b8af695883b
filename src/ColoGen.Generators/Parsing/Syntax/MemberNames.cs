using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>The names that the members of a type have. Explicit implementations, constructors and operators have none.</summary>
internal static class MemberNames
{
    public static IEnumerable<string> Of(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: null } method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: null } property => [property.Identifier.ValueText],
        EventDeclarationSyntax { ExplicitInterfaceSpecifier: null } @event => [@event.Identifier.ValueText],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.ValueText),
        _ => [],
    };
}
