using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>Random projects, each from one of <see cref="Surroundings.Projects"/> by one clash after the other.</summary>
internal static class Clashing
{
    /// <summary>A file that begins with this is a reference.</summary>
    private const string Reference = "// A reference.\n";

    private static readonly CSharpCompilation s_empty = Compile.Trees();

    private static readonly Gen<string> s_declarations = TextsOf(Surroundings.Declarations);

    private static readonly Gen<string> s_directives = TextsOf(Surroundings.Directives);

    private static readonly Gen<Func<string[], string[]>> s_clashes = Gen.OneOf(
        s_declarations.Select(text => new Func<string[], string[]>(files => [.. files, text])),
        s_declarations.Select(text => new Func<string[], string[]>(files => [.. files, Reference + text])),
        s_declarations.Select(text => ReplaceHere(Surroundings.Here + text)),
        TextsOf(Surroundings.Members).Select(text => ReplaceHere(Surroundings.Here + text)),
        s_directives.Select(text => new Func<string[], string[]>(files => [.. files, "global " + text])),
        s_directives.Select(text => new Func<string[], string[]>(files => [.. files.Select(file => file.Contains(Surroundings.Here) ? text + file : file)])),
        s_directives.Select(text => ReplaceHere(text + Surroundings.Here)));

    /// <summary>The files of a project, and what they become with each clash.</summary>
    public static Gen<string[][]> Projects { get; } = Gen.Select(
        Gen.OneOf([.. Surroundings.Projects]),
        s_clashes.Array[1, 4],
        (project, clashes) => clashes.Aggregate(new[] { project.ToArray() }, (steps, clash) => [.. steps, clash(steps[^1])]));

    /// <summary>The project of some files. Those that another project has too are the same trees and references.</summary>
    public static CSharpCompilation Compilation(IReadOnlyList<string> files, IDictionary<string, object>? known = null)
    {
        known ??= new Dictionary<string, object>();
        CSharpCompilation compilation = s_empty;
        for (int number = 0; number < files.Count; number++)
        {
            string key = $"{number}: {files[number]}";
            if (!known.TryGetValue(key, out object? part)) known[key] = part = Part(files[number], number);
            compilation = part is SyntaxTree tree ? compilation.AddSyntaxTrees(tree) : compilation.AddReferences((MetadataReference)part);
        }

        return compilation;
    }

    public static string Print(IEnumerable<string[]> steps) => string.Join("\n", steps.Select(files => $"\n{string.Join("\n\n", files)}\n"));

    private static object Part(string file, int number) => file.StartsWith(Reference, StringComparison.Ordinal)
        ? s_empty.WithAssemblyName($"Reference{number}").AddSyntaxTrees(Compile.Parse(file)).ToMetadataReference()
        : Compile.Parse(file, $"File{number}.cs");

    private static Func<string[], string[]> ReplaceHere(string text) => files => [.. files.Select(file => file.Replace(Surroundings.Here, text))];

    private static Gen<string> TextsOf(IReadOnlyList<Func<string, string>> texts) =>
        Gen.Select(Gen.OneOf([.. texts]), Gen.OneOf([.. Surroundings.Names]), (text, name) => text(name));
}
