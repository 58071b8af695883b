using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.Generators.Tests.Mutation;

/// <summary>A source with one mutation. A part is a run of tokens that are one thing, such as a parameter.</summary>
internal static class Mutant
{
    private static readonly ILookup<SyntaxKind, string> s_tokens = ValidSources.All.Values
        .SelectMany(source => Root(source).DescendantTokens())
        .ToLookup(token => token.Kind(), token => token.Text);

    private static readonly ILookup<SyntaxKind, string> s_parts = ValidSources.All.Values
        .SelectMany(source => Parts(Root(source)))
        .ToLookup(part => part.Kind(), part => part.ToString());

    public static string Of(string source, SourceMutation mutation)
    {
        SyntaxNode root = Root(source);
        SyntaxToken[] tokens = [.. root.DescendantTokens()];
        SyntaxToken token = Pick(tokens, mutation.Where);
        SyntaxToken other = Pick(tokens, mutation.With);
        SyntaxNode part = Pick([.. Parts(root).DefaultIfEmpty(root)], mutation.Where);
        switch (mutation.Kind)
        {
            case MutationKind.DeleteToken:
                return Replace(source, token.Span, "");
            case MutationKind.DuplicateToken:
                return Replace(source, token.Span, $"{token.Text} {token.Text}");
            case MutationKind.SwapTokens:
                (SyntaxToken first, SyntaxToken second) = token.SpanStart < other.SpanStart ? (token, other) : (other, token);
                return first == second ? source : Replace(Replace(source, second.Span, first.Text), first.Span, second.Text);
            case MutationKind.InsertToken:
                return Replace(source, token.Span, $"{Pick(Pool.All, mutation.With)} {token.Text}");
            case MutationKind.ReplaceToken:
                return Replace(source, token.Span, Pick(Pool.All, mutation.With));
            case MutationKind.ReplaceTokenByOneAlike:
                return Replace(source, token.Span, Pick(Alike(token), mutation.With));
            case MutationKind.DeletePart:
                return Replace(source, part.Span, "");
            case MutationKind.DuplicatePart:
                return Replace(source, part.Span, $"{part} {(part is ParameterSyntax or AttributeArgumentSyntax ? "," : "")} {part}");
            case MutationKind.ReplacePartByOneAlike:
                return Replace(source, part.Span, Pick(Alike(part), mutation.With));
            case MutationKind.InsertAttribute:
                part = Pick([.. Parts(root).Where(part => part is ParameterSyntax or MemberDeclarationSyntax).DefaultIfEmpty(root)], mutation.Where);
                return Replace(source, part.Span, $"{Pick(Pool.Attributes, mutation.With)} {part}");
            case MutationKind.InsertMember:
                token = Pick([.. tokens.Where(token => token is { Text: ";" or "{", Parent: TypeDeclarationSyntax }).DefaultIfEmpty(token)], mutation.Where);
                return Replace(source, token.Span, "{ " + Pick(Pool.Members, mutation.With) + (token.Text == ";" ? " }" : ""));
            default:
                throw new ArgumentOutOfRangeException(nameof(mutation));
        }
    }

    private static SyntaxNode Root(string source) => Compile.Parse(source).GetRoot();

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode root) => root.DescendantNodes().Where(node => node
        is MemberDeclarationSyntax or ParameterSyntax or ParameterListSyntax or AttributeListSyntax or AttributeSyntax or AttributeArgumentSyntax
        or TypeSyntax or ExpressionSyntax or BaseListSyntax or TypeParameterListSyntax or UsingDirectiveSyntax);

    private static IReadOnlyList<string> Alike(SyntaxToken token) =>
    [
        .. s_tokens[token.Kind()],
        .. token.Kind() switch
        {
            SyntaxKind.StringLiteralToken => Pool.Strings,
            SyntaxKind.NumericLiteralToken => Pool.Numbers,
            SyntaxKind.IdentifierToken => Pool.Names,
            _ => SyntaxFacts.IsKeywordKind(token.Kind()) ? Pool.Keywords : Pool.Signs,
        },
    ];

    private static IReadOnlyList<string> Alike(SyntaxNode part) =>
    [
        .. s_parts[part.Kind()],
        .. part switch
        {
            AttributeListSyntax => Pool.Attributes,
            TypeSyntax => Pool.Types,
            MemberDeclarationSyntax => Pool.Members,
            ExpressionSyntax => Pool.Strings,
            _ => [part.ToString()],
        },
    ];

    private static T Pick<T>(IReadOnlyList<T> items, int number) => items[number % items.Count];

    private static string Replace(string source, TextSpan span, string text) => $"{source[..span.Start]} {text} {source[span.End..]}";
}
