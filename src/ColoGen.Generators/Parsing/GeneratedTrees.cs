using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ColoGen.Generators.Parsing;

/// <summary>
/// The files that generators add to a compilation. The compiler adds them after all others, each as
/// <c>root/assembly of the generator/type of the generator/name</c>; the root may be empty.
/// </summary>
internal static class GeneratedTrees
{
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

    /// <summary>The files of other generators, which this generator does not see.</summary>
    public static ImmutableHashSet<SyntaxTree> OfOthers(Compilation compilation)
    {
        ImmutableArray<SyntaxTree> trees = ((CSharpCompilation)compilation).SyntaxTrees;
        string? root = null;
        for (int at = trees.Length - 1; at >= 0 && root is null && GeneratorOf(PathOf(trees[at])) is not null; at--) root = RootOf(trees[at]);

        ImmutableHashSet<SyntaxTree> others = ImmutableHashSet<SyntaxTree>.Empty;
        for (int at = trees.Length - 1; at >= 0 && IsGenerated(PathOf(trees[at]), root); at--)
        {
            if (RootOf(trees[at]) is null) others = others.Add(trees[at]);
        }

        return others;
    }

    /// <summary>A compilation without those of some files that have a global using; null where none has.</summary>
    public static Compilation? WithoutUsings(Compilation compilation, ImmutableHashSet<SyntaxTree> files)
    {
        SyntaxTree[] usings = [.. files.Where(static file => HasGlobalUsing(file.GetRoot()))];
        return usings.Length == 0 ? null : compilation.RemoveSyntaxTrees(usings);
    }

    private static bool HasGlobalUsing(SyntaxNode root) =>
        root is CompilationUnitSyntax unit && unit.Usings.Any(static directive => directive.GlobalKeyword != default);

    /// <param name="root">The root of the generated files; null where this generator added none, so that it is not known.</param>
    private static bool IsGenerated(string path, string? root)
    {
        if (GeneratorOf(path) is not { } generator) return false;
        bool isAbsolute = path[0] == '/' || path.Contains(':');
        if (root is { Length: > 0 })
        {
            // The build may write files of the project, such as that of the implicit usings, next to the folders of the generators.
            int assemblyEnd = path.StartsWith(root, StringComparison.Ordinal) ? path.IndexOf('/', root.Length) : -1;
            return assemblyEnd >= 0 && assemblyEnd < path.LastIndexOf('/');
        }

        if (root is not null || !isAbsolute) return !isAbsolute;

        // A file of the project has an absolute path. Below the folder of the build, a namespace tells generators from tools that write files.
        return path.Contains("/obj/") && generator.Contains('.');
    }

    /// <summary>The folder of a file, if it can be the full name of a type and is inside another folder.</summary>
    private static string? GeneratorOf(string path)
    {
        int end = path.LastIndexOf('/');
        int begin = end <= 0 ? -1 : path.LastIndexOf('/', end - 1);
        if (begin <= 0) return null;
        string folder = path.Substring(begin + 1, end - begin - 1);
        foreach (string name in folder.Split('.', '+'))
        {
            if (!SyntaxFacts.IsValidIdentifier(name.Split('`')[0])) return null;
        }

        return folder;
    }

    private static string PathOf(SyntaxTree tree) => tree.FilePath.Replace('\\', '/');
}
