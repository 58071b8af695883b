using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Templates;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>A name without type arguments as it is written.</summary>
/// <param name="Qualifier">What stands before the last dot, or nothing.</param>
/// <param name="Last">The last identifier.</param>
/// <param name="IsRooted">Whether it begins with <c>global::</c>.</param>
internal readonly record struct WrittenName(string Qualifier, string Last, bool IsRooted)
{
    /// <summary>Names of more identifiers are left to the compiler, which does not run out of stack.</summary>
    private const int LongestName = 32;

    /// <summary>Another name than this record can hold.</summary>
    public bool IsUnclear => string.IsNullOrEmpty(Last);

    /// <summary>Whether it is one identifier.</summary>
    public bool IsSimple => !IsUnclear && Qualifier.Length == 0 && !IsRooted;

    /// <summary>What is before the first dot.</summary>
    public string First => Qualifier.Length == 0 ? Last : Qualifier.IndexOf('.') is var dot and >= 0 ? Qualifier.Substring(0, dot) : Qualifier;

    /// <summary>The name of what it is in, or null.</summary>
    public WrittenName? Enclosing => Qualifier.Length == 0
        ? null
        : Qualifier.LastIndexOf('.') is var dot and >= 0 ? new WrittenName(Qualifier.Substring(0, dot), Qualifier.Substring(dot + 1), IsRooted) : new WrittenName("", Qualifier, IsRooted);

    public string Text => Qualifier.Length == 0 ? Last : $"{Qualifier}.{Last}";

    public static WrittenName Of(ExpressionSyntax? name) => Of(name, LongestName);

    private static WrittenName Of(ExpressionSyntax? name, int length) => name switch
    {
        _ when length == 0 => default,
        IdentifierNameSyntax simple => new WrittenName("", simple.Identifier.ValueText, false),
        QualifiedNameSyntax { Right: IdentifierNameSyntax right } qualified => Below(Of(qualified.Left, length - 1), right),
        MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression, Name: IdentifierNameSyntax right } access => Below(Of(access.Expression, length - 1), right),
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax right } rooted when rooted.Alias.Identifier.RawKind == (int)SyntaxKind.GlobalKeyword =>
            new WrittenName("", right.Identifier.ValueText, true),
        _ => default,
    };

    private static WrittenName Below(WrittenName left, IdentifierNameSyntax right) =>
        left.IsUnclear ? default : new WrittenName(left.Text, right.Identifier.ValueText, left.IsRooted);
}
