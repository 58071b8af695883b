using ColoGen.Core.Model;
using ColoGen.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using Microsoft.CodeAnalysis.Text;

namespace ColoGen.CodeFixes;

/// <summary>Changes one argument of an attribute.</summary>
internal static class AttributeArguments
{
    /// <summary>The arguments that an attribute takes by position, and where.</summary>
    private static readonly IReadOnlyDictionary<string, int> s_positions = new Dictionary<string, int>
    {
        [nameof(DiskAttribute.Dev)] = 0,
        [AttributeName.ArgumentOf<BackingReferenceAttribute>(nameof(BackingReferenceAttribute.Index))] = 1,
    };

    /// <summary>The root with the change, or null where the span is at no attribute that the change is of.</summary>
    public static SyntaxNode? Change(SyntaxNode root, TextSpan span, ArgumentChange change)
    {
        SyntaxNode node = root.FindNode(span, getInnermostNodeForTie: true);
        string? name = change.Attribute;
        AttributeSyntax? at = node.FirstAncestorOrSelf<AttributeSyntax>();
        if (at is null) return null;
        if (name is null || Name(at) == name) return Change(root, at, change);
        if (name != AttributeName.Of<NbdExportAttribute>() || Name(at) != AttributeName.Of<HostDiskAttribute>()) return null;

        // The attribute stands beside the one that attaches the disk, or is added there.
        AttributeSyntax? beside = AttributesBeside(at).FirstOrDefault(other => Name(other) == name);
        return beside is not null ? Change(root, beside, change) : Add(root, at, name, change);
    }

    private static SyntaxNode? Change(SyntaxNode root, AttributeSyntax attribute, ArgumentChange change)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        int at = Find(arguments, change);
        if (change.Expression is null)
        {
            if (at < 0) return null;
            arguments = arguments.RemoveAt(at);
        }
        else if (at >= 0)
        {
            arguments = arguments.Replace(arguments[at], arguments[at].WithExpression(Expression(change.Expression).WithTriviaFrom(arguments[at].Expression)));
        }
        else
        {
            arguments = arguments.Add(SyntaxFactory.AttributeArgument(Expression(change.Expression)).WithNameEquals(SyntaxFactory.NameEquals(change.Name)));
        }

        AttributeSyntax changed = attribute
            .WithArgumentList(arguments.Count == 0 ? null : (attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList()).WithArguments(arguments))
            .WithAdditionalAnnotations(Formatter.Annotation);
        return root.ReplaceNode(attribute, changed);
    }

    private static SyntaxNode Add(SyntaxNode root, AttributeSyntax beside, string name, ArgumentChange change)
    {
        AttributeSyntax added = SyntaxFactory.Attribute(
            SyntaxFactory.ParseName($"global::ColoGen.{name}").WithAdditionalAnnotations(Simplifier.Annotation),
            SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(
                SyntaxFactory.AttributeArgument(Expression(change.Expression!)).WithNameEquals(SyntaxFactory.NameEquals(change.Name)))));
        var list = (AttributeListSyntax)beside.Parent!;
        return root.ReplaceNode(
            list, list.WithAttributes(list.Attributes.Insert(list.Attributes.IndexOf(beside) + 1, added)).WithAdditionalAnnotations(Formatter.Annotation));
    }

    private static int Find(SeparatedSyntaxList<AttributeArgumentSyntax> arguments, ArgumentChange change)
    {
        int named = arguments.IndexOf(item =>
            (item.NameEquals?.Name ?? item.NameColon?.Name)?.Identifier.ValueText.Equals(change.Name, StringComparison.OrdinalIgnoreCase) == true);
        if (named >= 0) return named;
        bool isPositional = s_positions.TryGetValue(change.Name, out int position) || s_positions.TryGetValue(change.Argument, out position);
        return isPositional && position < arguments.Count && arguments[position].NameEquals is null ? position : -1;
    }

    private static IEnumerable<AttributeSyntax> AttributesBeside(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        ParameterSyntax parameter => parameter.AttributeLists.SelectMany(list => list.Attributes),
        MemberDeclarationSyntax member => member.AttributeLists.SelectMany(list => list.Attributes),
        _ => [],
    };

    /// <summary>An enum gets ColoGen's namespace, which is simplified where it can be.</summary>
    private static ExpressionSyntax Expression(string text)
    {
        ExpressionSyntax expression = SyntaxFactory.ParseExpression(text);
        return (expression is MemberAccessExpressionSyntax ? SyntaxFactory.ParseExpression($"global::ColoGen.{text}") : expression)
            .WithAdditionalAnnotations(Simplifier.Annotation);
    }

    /// <summary>The attribute's name without namespace and suffix.</summary>
    private static string Name(AttributeSyntax attribute)
    {
        string name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name;
    }
}
