using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Tests.Mutation;

/// <summary>A source of which another generator adds a part.</summary>
internal sealed record SplitSource(string Project, string Added)
{
    /// <summary>The name of the file that is added.</summary>
    public string Name { get; init; } = "Added.g.cs";

    /// <summary>Whether it is added before all generators run.</summary>
    public bool IsInitial { get; init; }

    public AddingGenerator Generator => new(Added, Name, IsInitial);

    /// <summary>Moves a type, its attributes or its members into the file of the other generator.</summary>
    /// <param name="where">Chooses what is moved.</param>
    public static SplitSource Of(string source, int where)
    {
        SyntaxNode root = Compile.Parse(source).GetRoot();
        TypeDeclarationSyntax[] types = [.. root.DescendantNodes().OfType<TypeDeclarationSyntax>()];
        if (types.Length == 0) return new SplitSource(source, "");
        TypeDeclarationSyntax type = types[where % types.Length];
        TypeDeclarationSyntax? rest = (where / types.Length % 3) switch
        {
            0 => null,
            1 => Partial(type.WithAttributeLists(default)),
            _ => Partial(type.WithMembers(default)),
        };
        TypeDeclarationSyntax moved = (where / types.Length % 3) switch
        {
            0 => type,
            1 => Bare(type).WithAttributeLists(type.AttributeLists),
            _ => Bare(type).WithMembers(type.Members),
        };
        SyntaxNode project = rest is null ? root.RemoveNode(type, SyntaxRemoveOptions.KeepNoTrivia)! : root.ReplaceNode(type, rest);
        return new SplitSource(project.ToFullString(), Around(type, moved.ToFullString()));
    }

    /// <summary>Makes a using of the file a global one of the other generator.</summary>
    /// <param name="where">Chooses which.</param>
    public static SplitSource OfUsing(string source, int where)
    {
        SyntaxNode root = Compile.Parse(source).GetRoot();
        UsingDirectiveSyntax[] usings = [.. ((CompilationUnitSyntax)root).Usings.Where(item => item.GlobalKeyword == default)];
        if (usings.Length == 0) return new SplitSource(source, "");
        UsingDirectiveSyntax moved = usings[where % usings.Length];
        return new SplitSource(root.RemoveNode(moved, SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString(), "global " + moved);
    }

    /// <summary>Makes the first use of a type's name an alias of the other generator.</summary>
    /// <param name="where">Chooses which type.</param>
    public static SplitSource OfAlias(string source, int where)
    {
        SyntaxNode root = Compile.Parse(source).GetRoot();
        IdentifierNameSyntax[] names = [.. root.DescendantNodes().OfType<ParameterSyntax>().Select(static parameter => parameter.Type)
            .OfType<IdentifierNameSyntax>()];
        if (names.Length == 0) return new SplitSource(source, "");
        IdentifierNameSyntax name = names[where % names.Length];
        string space = string.Concat(name.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(static item => item.Name + "."));
        return new SplitSource(
            root.ReplaceNode(name, SyntaxFactory.IdentifierName("Alias").WithTriviaFrom(name)).ToFullString(),
            $"global using Alias = global::{space}{name.Identifier};");
    }

    /// <summary>Makes a literal of an attribute a constant of the project, whose value another generator adds.</summary>
    /// <param name="where">Chooses which.</param>
    public static SplitSource OfConstant(string source, int where)
    {
        SyntaxNode root = Compile.Parse(source).GetRoot();
        LiteralExpressionSyntax[] literals = [.. root.DescendantNodes().OfType<AttributeArgumentSyntax>().Select(static argument => argument.Expression)
            .OfType<LiteralExpressionSyntax>()];
        if (literals.Length == 0) return new SplitSource(source, "");
        LiteralExpressionSyntax literal = literals[where % literals.Length];
        string type = literal.Kind() switch
        {
            SyntaxKind.StringLiteralExpression => "string",
            SyntaxKind.NumericLiteralExpression => "int",
            _ => "bool",
        };
        return new SplitSource(
            $"{root.ReplaceNode(literal, SyntaxFactory.ParseExpression("global::Constants.Value"))}\n"
                + $"public static class Constants {{ public const {type} Value = AddedConstants.Value; }}",
            $"public static class AddedConstants {{ public const {type} Value = {literal}; }}");
    }

    /// <summary>A part of a type without anything.</summary>
    private static TypeDeclarationSyntax Bare(TypeDeclarationSyntax type) => Partial(type
        .WithAttributeLists(default)
        .WithModifiers(default)
        .WithParameterList(null)
        .WithBaseList(null)
        .WithConstraintClauses(default)
        .WithMembers(default));

    private static TypeDeclarationSyntax Partial(TypeDeclarationSyntax type)
    {
        SyntaxToken partial = SyntaxFactory.Token(SyntaxKind.PartialKeyword).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space);
        return type.Modifiers.Any(SyntaxKind.PartialKeyword) ? type : type.AddModifiers(partial);
    }

    /// <summary>A text in the types and namespaces that a type is in, with the directives of the file.</summary>
    private static string Around(TypeDeclarationSyntax type, string text)
    {
        foreach (SyntaxNode containing in type.Ancestors())
        {
            text = containing switch
            {
                TypeDeclarationSyntax outer => $"partial {outer.Keyword} {(outer as RecordDeclarationSyntax)?.ClassOrStructKeyword} "
                    + $"{outer.Identifier}{outer.TypeParameterList} {{ {text} }}",
                BaseNamespaceDeclarationSyntax outer => $"namespace {outer.Name} {{ {outer.Usings} {text} }}",
                CompilationUnitSyntax unit => $"{string.Concat(unit.Usings.Where(item => item.GlobalKeyword == default))} {text}",
                _ => text,
            };
        }

        return text;
    }
}
