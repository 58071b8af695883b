using ColoGen.Control;
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
        string use =
            $$"""
            using System.Diagnostics;
            {{Readme.Declaration}}
            internal static class Use
            {
                public static ProcessStartInfo Run()
                {
            {{Readme.Main.Block("csharp", 1)}}
                    return qemu;
                }
            }

            """;
        Assert.Empty(Compile.Generate(Compile.Sources(use)).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_graph_is_the_one_that_the_editor_shows()
    {
        string remarks = Compile.Generate(Compile.Sources(Readme.Declaration)).Files["SecondaryHost.g.cs"];
        Assert.Equal(
            Readme.Main.Block("", 0).Split('\n', StringSplitOptions.RemoveEmptyEntries),
            remarks.Split('\n').Where(line => line.StartsWith("/// ", StringComparison.Ordinal) && !line.Contains('<')).Select(line => line[4..]));
    }

    [Fact]
    public void The_pair_compiles_and_no_rule_objects()
    {
        CSharpCompilation compilation = Compile.Sources(Readme.Pair);
        Assert.Empty(Compile.Analyze(compilation));
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_use_of_the_pair_compiles()
    {
        string use =
            $$"""
            using System.Net.Security;
            using System.Threading.Tasks;
            using ColoGen;
            using ColoGen.Control;
            using ColoGen.Control.Qmp;
            internal static class Use
            {
                public static async Task RunAsync(ShopPair pair, QmpClient newSecondary, ColoFencing fencing, SslClientAuthenticationOptions tls)
                {
            {{Readme.Main.Block("csharp", 3)}}
                }
            }

            """;
        CSharpCompilation compilation = Compile.Sources(Readme.Pair, use)
            .AddReferences(MetadataReference.CreateFromFile(typeof(ColoController).Assembly.Location));
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }

    [Fact]
    public void The_table_of_the_pair_has_every_list()
    {
        string lists =
            string.Concat(Readme.Main.Text.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')[1]));
        Assert.All(Enum.GetNames<ColoCommands>(), name => Assert.Contains($"`{name}`", lists));
        Assert.Contains("It writes one of fifteen lists of commands.", Readme.Main.Text);
        Assert.Equal(15, Enum.GetNames<ColoCommands>().Length);
    }
}
