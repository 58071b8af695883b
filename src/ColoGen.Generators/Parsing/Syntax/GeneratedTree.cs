using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>
/// Tells the files of this generator, which an analyzer sees too: the compiler puts them into a folder of the generator's assembly and type. They have further
/// parts of topologies and pairs, and nothing that a declaration could name or be made of.
/// </summary>
internal static class GeneratedTree
{
    public static bool Is(SyntaxTree tree) => tree.FilePath.Replace('\\', '/').Contains("ColoGen.Generators/ColoGen.Generators.");
}
