using System.Text.RegularExpressions;
using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Documentation;

/// <summary>What the README shows is what the compiler does.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    private static string Declaration => Block("csharp", 0);

    [Fact]
    public void The_declaration_compiles_and_no_rule_objects()
    {
        CSharpCompilation compilation = Compile.Sources(Declaration);
        Assert.Empty(Compile.Analyze(compilation));
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_use_of_it_compiles()
    {
        string use = $"using System.Diagnostics;\n{Declaration}\ninternal static class Use\n{{\n    public static ProcessStartInfo Run()\n    {{\n{Block("csharp", 1)}\n        return qemu;\n    }}\n}}\n";
        Assert.Empty(Compile.Generate(Compile.Sources(use)).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_graph_is_the_one_that_the_editor_shows()
    {
        string remarks = Compile.Generate(Compile.Sources(Declaration)).Files["SecondaryHost.g.cs"];
        Assert.Equal(
            Block("", 0).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            remarks.Split('\n').Where(line => line.StartsWith("/// ", StringComparison.Ordinal) && !line.Contains('<')).Select(line => line[4..]));
    }

    [Fact]
    public void Without_its_format_it_shows_exactly_one_error()
    {
        string wrong = Declaration.Replace("[FileSource(Format = DiskFormat.Qcow2)]\npublic sealed partial record Qcow2Image", "[FileSource]\npublic sealed partial record Qcow2Image");
        Assert.NotEqual(Declaration, wrong);
        CSharpCompilation compilation = Compile.Sources(wrong);
        Assert.Equal("COLO0101", Assert.Single(Compile.Analyze(compilation)).Id);
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    private static string Block(string language, int number) =>
        CodeBlock().Matches(s_readme).Where(match => match.Groups["language"].Value == language).ElementAt(number).Groups["code"].Value;

    [GeneratedRegex("```(?<language>[a-z]*)\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
