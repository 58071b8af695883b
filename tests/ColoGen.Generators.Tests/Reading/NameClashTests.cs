using ColoGen.Generators.Tests.Compiling;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>However else a name could be meant, what is read from syntax is what the symbols say.</summary>
public sealed class NameClashTests
{
    private const int Clashes = 2000;

    private static readonly CSharpCompilation s_empty = Compile.Trees();

    private static readonly Gen<string> s_declarations = TextsOf(Surroundings.Declarations);

    private static readonly Gen<string> s_directives = TextsOf(Surroundings.Directives);

    /// <summary>A change of the files of a project; a file whose text begins with <see cref="Reference"/> becomes a reference.</summary>
    private static readonly Gen<Func<string[], string[]>> s_clashes = Gen.OneOf(
        s_declarations.Select(text => new Func<string[], string[]>(files => [.. files, text])),
        s_declarations.Select(text => new Func<string[], string[]>(files => [.. files, Reference + text])),
        s_declarations.Select(text => new Func<string[], string[]>(files => [.. files.Select(file => file.Replace(Surroundings.Here, Surroundings.Here + text))])),
        TextsOf(Surroundings.Members).Select(text => new Func<string[], string[]>(files => [.. files.Select(file => file.Replace(Surroundings.Here, Surroundings.Here + text))])),
        s_directives.Select(text => new Func<string[], string[]>(files => [.. files, "global " + text])),
        s_directives.Select(text => new Func<string[], string[]>(files => [.. files.Select(file => file.Contains(Surroundings.Here) ? text + file : file)])),
        s_directives.Select(text => new Func<string[], string[]>(files => [.. files.Select(file => file.Replace(Surroundings.Here, text + Surroundings.Here))])));

    private static readonly Gen<string[]> s_projects = Gen.Select(
        Gen.OneOf([.. Surroundings.Projects]),
        s_clashes.Array[1, 4],
        (project, clashes) => clashes.Aggregate(project.ToArray(), (files, clash) => clash(files)));

    private const string Reference = "// A reference.\n";

    public static TheoryData<int> Projects => [.. Enumerable.Range(0, Surroundings.Projects.Count)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Without_a_clash_everything_is_read_from_syntax(int project)
    {
        CSharpCompilation compilation = Compilation(Surroundings.Projects[project]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(["Host", "Image", "Mirror", "Overlay", "Root"], BothReaders.Agree(compilation).Distinct().Order());
    }

    [Fact]
    public void With_clashes_nothing_else_is_read_from_syntax() =>
        s_projects.Sample(files => { BothReaders.Agree(Compilation(files)); }, iter: int.Parse(Environment.GetEnvironmentVariable("ITER") ?? "2000"), print: files => $"\n{string.Join("\n\n", files)}\n");

    private static CSharpCompilation Compilation(IEnumerable<string> files)
    {
        ILookup<bool, string> isReference = files.ToLookup(file => file.StartsWith(Reference, StringComparison.Ordinal));
        return s_empty
            .AddSyntaxTrees(isReference[false].Select((file, number) => Compile.Parse(file, $"File{number}.cs")))
            .AddReferences(isReference[true].Select((file, number) => s_empty.WithAssemblyName($"Reference{number}").AddSyntaxTrees(Compile.Parse(file)).ToMetadataReference()));
    }

    private static Gen<string> TextsOf(IReadOnlyList<Func<string, string>> texts) =>
        Gen.Select(Gen.OneOf([.. texts]), Gen.OneOf([.. Surroundings.Names]), (text, name) => text(name));
}
