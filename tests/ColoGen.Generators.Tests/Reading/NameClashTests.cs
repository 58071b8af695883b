using ColoGen.Generators.Tests.Compiling;
using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>However else a name could be meant, what is read from syntax is what the symbols say.</summary>
public sealed class NameClashTests
{
    private static readonly CSharpCompilation s_empty = Compile.Trees();

    private static readonly Gen<string[]> s_clashes = Gen.Select(
        Gen.OneOf([.. Surroundings.Names]),
        Gen.OneOf([.. Surroundings.Declarations]),
        Gen.OneOf([.. Surroundings.Directives]),
        (name, declaration, directive) => new[] { directive(name), declaration(name) });

    public static TheoryData<int> Projects => [.. Enumerable.Range(0, Surroundings.Projects.Count)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Without_a_clash_everything_is_read_from_syntax(int project)
    {
        CSharpCompilation compilation = Sources(Surroundings.Projects[project]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(["Host", "Image", "Mirror", "Overlay", "Root"], BothReaders.Agree(compilation).Order());
    }

    [Fact]
    public void All()
    {
        var failures = new System.Collections.Concurrent.ConcurrentBag<string>();
        int n = 0, read = 0;
        var list = (from p in Surroundings.Projects from name in Surroundings.Names from d in Surroundings.Declarations from x in Surroundings.Directives select (p, name, d, x)).ToArray();
        int take = int.Parse(Environment.GetEnvironmentVariable("TAKE") ?? "2000");
        var random = new Random(int.Parse(Environment.GetEnvironmentVariable("SEED") ?? "1"));
        for (int i = 0; i < take && failures.Count < 5; i++)
        {
            var (p, name, d, x) = list[random.Next(list.Length)];
            string[] files = [.. p, x(name), d(name)];
            if (random.Next(3) == 0) files = [.. files, $"namespace Shop; public partial record Host {{ {Surroundings.Members[random.Next(Surroundings.Members.Count)](Surroundings.Names[random.Next(Surroundings.Names.Count)])} }}"];
            if (random.Next(3) == 0) files = [.. files, Surroundings.Declarations[random.Next(Surroundings.Declarations.Count)](Surroundings.Names[random.Next(Surroundings.Names.Count)])];
            CSharpCompilation compilation;
            if (random.Next(3) == 0)
            {
                compilation = Sources([.. p, x(name)]).AddReferences(CSharpCompilation.Create("Reference", [Compile.Parse(d(name))], Compile.Trees().References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).ToMetadataReference());
                files = [.. p, x(name), "REFERENCE", d(name)];
            }
            else compilation = Sources(files);
            try { read += BothReaders.Agree(compilation).Count; n++; } catch (Exception e) { failures.Add(string.Join("\n----\n", files) + "\n" + e.Message); }
        }
        Assert.True(failures.IsEmpty, string.Join("\n=========\n", failures));
        Assert.Fail($"OK {n} {read}");
    }

    private static CSharpCompilation Sources(IEnumerable<string> sources) => s_empty.AddSyntaxTrees(sources.Select((source, number) => Compile.Parse(source, $"Source{number}.cs")));
}
