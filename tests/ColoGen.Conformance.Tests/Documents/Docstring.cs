using ColoGen.TestInfrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>The doc comment of a property of an attribute, from its source.</summary>
internal static class Docstring
{
    public static string Of(Type attribute, string property)
    {
        string file = attribute.GetProperty(property)!.DeclaringType!.Name + ".cs";
        string source = File.ReadAllText(Path.Combine(Repository.Root, "src", "ColoGen", "Attributes", file));
        return CSharpSyntaxTree.ParseText(source).GetRoot()
            .DescendantNodes().OfType<PropertyDeclarationSyntax>().Single(declaration => declaration.Identifier.Text == property)
            .GetLeadingTrivia().ToString().ReplaceLineEndings(" ").Replace("    /// ", "", StringComparison.Ordinal);
    }
}
