using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Reading;

/// <summary>However else a name could be meant, what is read from syntax is what the symbols say.</summary>
public sealed class NameClashTests
{
    private const int Projects = 2000;

    public static TheoryData<int> Numbers => [.. Enumerable.Range(0, Surroundings.Projects.Count)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Without_a_clash_everything_is_read_from_syntax(int project)
    {
        CSharpCompilation compilation = Clashing.Compilation(Surroundings.Projects[project]);
        Assert.DoesNotContain(compilation.GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        Assert.Equal(["Host", "Image", "Mirror", "Overlay", "Root"], BothReaders.Agree(compilation).Distinct().Order());
    }

    [Fact]
    public void With_clashes_whatever_is_read_from_syntax_is_what_the_symbols_say() =>
        Clashing.Projects.Sample(steps => { BothReaders.Agree(Clashing.Compilation(steps[^1])); }, iter: Projects, print: steps => Clashing.Print([steps[^1]]));
}
