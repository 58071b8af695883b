using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Finds declarations by the names of their attributes as they are written; whether these are ColoGen's is another question.</summary>
internal static class CandidateNames
{
    public static bool AreTopology(string name) => name is "Topology" or "TopologyAttribute";

    public static bool ArePair(string name) => name is "ColoPair" or "ColoPairAttribute";

    /// <summary>Whether an attribute of a declaration has such a name.</summary>
    public static bool AreOn(TypeDeclarationSyntax declaration, Func<string, bool> isName)
    {
        foreach (AttributeListSyntax list in declaration.AttributeLists)
        {
            foreach (AttributeSyntax attribute in list.Attributes)
            {
                if (isName(Last(attribute.Name))) return true;
            }
        }

        return false;
    }

    /// <summary>The aliases of what has such a name, and aliases of these.</summary>
    public static HashSet<string> Aliases(IReadOnlyCollection<(string Name, WrittenName Target)> aliases, Func<string, bool> isName)
    {
        var found = new HashSet<string>();
        int before;
        do
        {
            before = found.Count;
            found.UnionWith(aliases.Where(alias => !alias.Target.IsUnclear && (isName(alias.Target.Last) || found.Contains(alias.Target.Last))).Select(alias => alias.Name).ToArray());
        }
        while (found.Count > before);
        return found;
    }

    private static string Last(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
