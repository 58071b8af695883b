using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Reading;

/// <summary>The name of <c>[Topology]</c> as it is written; whether it is ColoGen's is another question.</summary>
internal static class TopologyName
{
    public static bool IsOn(TypeDeclarationSyntax type)
    {
        foreach (AttributeListSyntax list in type.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (LastName(attribute.Name) is "Topology" or "TopologyAttribute") return true;
            }
        }

        return false;
    }

    private static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
