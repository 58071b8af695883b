using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>An expression as it is written, where it is one literal, a size computed from some, or a name.</summary>
internal readonly record struct WrittenValue(WrittenValueKind Kind, string Text = "", long Number = 0, WrittenName Name = default)
{
    /// <summary>More of them are left to the compiler, which does not run out of stack.</summary>
    private const int MostFactors = 8;

    public static WrittenValue Of(ExpressionSyntax? expression) => Of(expression, MostFactors);

    private static WrittenValue Of(ExpressionSyntax? expression, int factors) => expression switch
    {
        _ when factors == 0 => default,
        LiteralExpressionSyntax literal => OfLiteral(literal),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression, Operand: LiteralExpressionSyntax literal } => Minus(OfLiteral(literal)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.MultiplyExpression } product => Times(Of(product.Left, factors - 1), Of(product.Right, factors - 1)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LeftShiftExpression } shift => ShiftedBy(Of(shift.Left, factors - 1), Of(shift.Right, factors - 1)),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => WrittenName.Of(expression) is { IsUnclear: false } name ? new WrittenValue(WrittenValueKind.Name, Name: name) : default,
        _ => default,
    };

    /// <summary>The value of a constant of this type; unclear where the compiler has to convert it.</summary>
    public WrittenValue As(WrittenType type) => (type.Keyword, Kind) switch
    {
        (SyntaxKind.StringKeyword, WrittenValueKind.Text) => this,
        _ when type.IsNullable => default,
        (SyntaxKind.BoolKeyword, WrittenValueKind.Boolean) or (SyntaxKind.IntKeyword, WrittenValueKind.Int) => this,
        (SyntaxKind.LongKeyword, WrittenValueKind.Int or WrittenValueKind.UInt or WrittenValueKind.Long) => this with { Kind = WrittenValueKind.Long },
        _ => default,
    };

    private static WrittenValue OfLiteral(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        string text when literal.RawKind == (int)SyntaxKind.StringLiteralExpression => new WrittenValue(WrittenValueKind.Text, text),
        int number => new WrittenValue(WrittenValueKind.Int, Number: number),
        uint number => new WrittenValue(WrittenValueKind.UInt, Number: number),
        long number => new WrittenValue(WrittenValueKind.Long, Number: number),
        bool boolean => new WrittenValue(WrittenValueKind.Boolean, Number: boolean ? 1 : 0),
        _ => default,
    };

    private static WrittenValue Minus(WrittenValue value) =>
        value.Kind is WrittenValueKind.Int or WrittenValueKind.Long ? value with { Number = -value.Number } : default;

    private static WrittenValue Times(WrittenValue left, WrittenValue right)
    {
        if (left.Kind is not (WrittenValueKind.Int or WrittenValueKind.Long) || right.Kind is not (WrittenValueKind.Int or WrittenValueKind.Long)) return default;
        bool isInt = left.Kind == WrittenValueKind.Int && right.Kind == WrittenValueKind.Int;
        decimal product = (decimal)left.Number * right.Number;
        decimal most = isInt ? int.MaxValue : long.MaxValue;
        return Math.Abs(product) > most ? default : new WrittenValue(isInt ? WrittenValueKind.Int : WrittenValueKind.Long, Number: (long)product);
    }

    private static WrittenValue ShiftedBy(WrittenValue value, WrittenValue bits) => (value.Kind, bits.Kind) switch
    {
        (WrittenValueKind.Int, WrittenValueKind.Int) => value with { Number = (int)value.Number << (int)bits.Number },
        (WrittenValueKind.Long, WrittenValueKind.Int) => value with { Number = value.Number << (int)bits.Number },
        _ => default,
    };
}

internal enum WrittenValueKind
{
    /// <summary>Something else.</summary>
    Unclear,
    Text,
    Int,
    UInt,
    Long,
    Boolean,
    Name,
}
