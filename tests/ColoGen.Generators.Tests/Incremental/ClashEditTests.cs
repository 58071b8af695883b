using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Incremental;

/// <summary>After any edits the outcome is that of a project which was never anything else.</summary>
public sealed class ClashEditTests
{
    private const int Projects = 100;

    [Fact]
    public void After_any_clashes_of_names_the_outcome_is_that_of_a_clean_build() => Clashing.Projects.Sample(Check, iter: Projects, print: Clashing.Print);

    private static void Check(string[][] steps)
    {
        var known = new Dictionary<string, object>();
        GeneratorDriver driver = Compile.Driver(Clashing.Compilation(steps[0]));
        foreach (string[] files in steps.Append(steps[0]))
        {
            CSharpCompilation compilation = Clashing.Compilation(files, known);
            driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _);
            Generation fresh = Compile.Generate(Clashing.Compilation(files));
            Assert.Equal(fresh.Files, Files(driver));
            Assert.Equal(Messages(fresh.Output), Messages(output));
        }
    }

    private static Dictionary<string, string> Files(GeneratorDriver driver) =>
        driver.GetRunResult().Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    private static IEnumerable<string> Messages(Compilation compilation) => Compile.Analyze(compilation).Select(diagnostic => diagnostic.ToString()).Order();
}
