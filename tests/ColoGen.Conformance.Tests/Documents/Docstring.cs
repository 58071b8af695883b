using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>The doc comments of attributes and of enums, each in one line.</summary>
internal static class Docstring
{
    public static string Of(Type attribute) => Of<ClassDeclarationSyntax>("Attributes", attribute, static _ => true);

    public static string Of(Type attribute, string property) =>
        Of<PropertyDeclarationSyntax>("Attributes", attribute.GetProperty(property)!.DeclaringType!, declaration => declaration.Identifier.Text == property);

    public static string Of<TEnum>(TEnum member)
        where TEnum : struct, Enum =>
        Of<EnumMemberDeclarationSyntax>("Enums", typeof(TEnum), declaration => declaration.Identifier.Text == member.ToString());

    private static string Of<TNode>(string folder, Type type, Func<TNode, bool> predicate)
        where TNode : MemberDeclarationSyntax
    {
        string source = File.ReadAllText(Path.Combine(Repository.Root, "src", "ColoGen", folder, type.Name + ".cs"));
        string text = CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<TNode>().Single(predicate).GetLeadingTrivia().ToString();
        return string.Join(' ', text.Split('\n').Select(static line => line.Trim().TrimStart('/').Trim()));
    }
}
