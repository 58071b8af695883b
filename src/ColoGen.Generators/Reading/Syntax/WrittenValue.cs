using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Reading.Syntax;

/// <summary>An expression as it is written, where it is one literal or name.</summary>
internal readonly record struct WrittenValue(WrittenValueKind Kind, string Text = "", long Number = 0, WrittenName Name = default)
{
    public static WrittenValue Of(ExpressionSyntax? expression)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal:
                return OfLiteral(literal);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax literal }:
                WrittenValue operand = OfLiteral(literal);
                return operand.Kind == WrittenValueKind.Int || (operand.Kind == WrittenValueKind.Long && literal.Token.Value is long)
                    ? operand with { Number = -operand.Number }
                    : default;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax:
                return WrittenName.Of(expression) is { IsUnclear: false } name ? new WrittenValue(WrittenValueKind.Name, Name: name) : default;
            default:
                return default;
        }
    }

    /// <summary>The value of a constant of this type; unclear where it is no literal.</summary>
    public WrittenValue As(WrittenType type) => (type.Keyword, Kind) switch
    {
        (SyntaxKind.StringKeyword, WrittenValueKind.Text) => this,
        _ when type.IsNullable => default,
        (SyntaxKind.BoolKeyword, WrittenValueKind.Boolean) => this,
        (SyntaxKind.IntKeyword, WrittenValueKind.Int) or (SyntaxKind.LongKeyword, WrittenValueKind.Long) => this,
        (SyntaxKind.LongKeyword, WrittenValueKind.Int) => this with { Kind = WrittenValueKind.Long },
        _ => default,
    };

    private static WrittenValue OfLiteral(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        string text when literal.RawKind == (int)SyntaxKind.StringLiteralExpression => new WrittenValue(WrittenValueKind.Text, text),
        int number => new WrittenValue(WrittenValueKind.Int, Number: number),
        uint number => new WrittenValue(WrittenValueKind.Long, Number: number),
        long number => new WrittenValue(WrittenValueKind.Long, Number: number),
        bool boolean => new WrittenValue(WrittenValueKind.Boolean, Number: boolean ? 1 : 0),
        _ => default,
    };
}

internal enum WrittenValueKind
{
    /// <summary>Something else.</summary>
    Unclear,
    Text,

    /// <summary>A number that is an <see cref="int"/>.</summary>
    Int,

    /// <summary>A number that is a <see cref="long"/> and no <see cref="int"/>, or becomes one.</summary>
    Long,
    Boolean,
    Name,
}
