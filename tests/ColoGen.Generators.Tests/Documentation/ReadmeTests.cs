using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Documentation;

/// <summary>What the README shows is what the compiler does.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_declaration_compiles_and_no_rule_objects()
    {
        CSharpCompilation compilation = Compile.Sources(Readme.Declaration);
        Assert.Empty(Compile.Analyze(compilation));
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_use_of_it_compiles()
    {
        string use = $"using System.Diagnostics;\n{Readme.Declaration}\ninternal static class Use\n{{\n    public static ProcessStartInfo Run()\n    {{\n{Readme.Block("csharp", 1)}\n        return qemu;\n    }}\n}}\n";
        Assert.Empty(Compile.Generate(Compile.Sources(use)).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_graph_is_the_one_that_the_editor_shows()
    {
        string remarks = Compile.Generate(Compile.Sources(Readme.Declaration)).Files["SecondaryHost.g.cs"];
        Assert.Equal(
            Readme.Block("", 0).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            remarks.Split('\n').Where(line => line.StartsWith("/// ", StringComparison.Ordinal) && !line.Contains('<')).Select(line => line[4..]));
    }
}
