using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Emission;

/// <summary>Names as C# source has to say them.</summary>
internal static class CSharpIdentifier
{
    /// <summary>The name, with <c>@</c> where it is a keyword or may become one.</summary>
    /// <remarks>Every word of small letters is, or may become, a keyword somewhere.</remarks>
    public static string Of(string name)
    {
        foreach (char letter in name)
        {
            // Keywords beyond these begin with two underscores.
            if (letter is < 'a' or > 'z') return letter == '_' && SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
        }

        return "@" + name;
    }
}
