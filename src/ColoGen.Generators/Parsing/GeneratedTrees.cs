using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Parsing;

/// <summary>
/// The files that generators add to a compilation, each as <c>root/assembly of the generator/type of the generator/name</c>. The root may be empty, and the
/// name may have folders.
/// </summary>
internal static class GeneratedTrees
{
    private const string Generator = nameof(Generator);

    private static readonly string s_ownFolder = $"{typeof(ColoGenGenerator).Assembly.GetName().Name}/{typeof(ColoGenGenerator).FullName}";

    /// <summary>The root of a file of this generator, with a slash at its end unless it is empty; null for another file.</summary>
    public static string? RootOf(SyntaxTree tree)
    {
        string path = PathOf(tree);
        int folderEnd = path.LastIndexOf('/');
        int folderBegin = folderEnd - s_ownFolder.Length;
        if (folderBegin < 0 || string.CompareOrdinal(path, folderBegin, s_ownFolder, 0, s_ownFolder.Length) != 0) return null;
        return folderBegin == 0 || path[folderBegin - 1] == '/' ? path.Substring(0, folderBegin) : null;
    }

    /// <summary>
    /// The files of other generators. A file of the project that is taken for one of them costs time alone, as <c>UnseenDeclarations</c> compares what the
    /// generator wrote.
    /// </summary>
    public static ImmutableHashSet<SyntaxTree> OfOthers(Compilation compilation)
    {
        string? root = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees) root = RootOf(tree) ?? root;

        ImmutableHashSet<SyntaxTree>.Builder others = ImmutableHashSet.CreateBuilder<SyntaxTree>();
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            string path = PathOf(tree);
            if (RootOf(tree) is null && (root is null ? IsLikelyGenerated(path) : IsBelow(path, root))) others.Add(tree);
        }

        return others.ToImmutable();
    }

    /// <summary>Whether a file is in a folder of a folder of the root. The build writes files next to the folders of the generators.</summary>
    private static bool IsBelow(string path, string root)
    {
        if (IsAbsolute(path) != IsAbsolute(root) || !path.StartsWith(root, StringComparison.Ordinal)) return false;
        int assemblyEnd = path.IndexOf('/', root.Length);
        return assemblyEnd > 0 && path.IndexOf('/', assemblyEnd + 1) > 0;
    }

    /// <summary>Whether a file is one of a generator, where this generator added none that would tell the root.</summary>
    private static bool IsLikelyGenerated(string path)
    {
        if (!IsAbsolute(path)) return IsBelow(path, "");
        string[] parts = path.Split('/');
        bool isInBuild = false;
        for (int at = 1; at < parts.Length - 1; at++)
        {
            if (IsGenerator(parts[at - 1], parts[at], parts[parts.Length - 1], isInBuild)) return true;
            isInBuild |= parts[at - 1] == "obj";
        }

        return false;
    }

    /// <summary>Whether two folders, one inside the other, are those of an assembly and of a generator in it.</summary>
    /// <param name="isInBuild">Whether both are below the folder of the build, where files of the project are rare.</param>
    private static bool IsGenerator(string assembly, string type, string file, bool isInBuild)
    {
        string name = type.Split('`')[0];
        bool isNamed = name.EndsWith(Generator, StringComparison.Ordinal);
        return isInBuild
            ? isNamed || (name.Contains('.') && name.Split('.', '+').All(SyntaxFacts.IsValidIdentifier))
            : name.StartsWith(assembly + ".", StringComparison.Ordinal) && (isNamed || file.EndsWith(".g.cs", StringComparison.Ordinal));
    }

    private static bool IsAbsolute(string path) => path.StartsWith("/", StringComparison.Ordinal) || path.Contains(':');

    private static string PathOf(SyntaxTree tree) => tree.FilePath.Replace('\\', '/');
}
