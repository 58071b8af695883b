using ColoGen.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Generators.Tests.Documentation;

/// <summary>The example of the controller's README compiles with the pair of the main README.</summary>
public sealed class ControlReadmeTests
{
    [Fact]
    public void The_example_compiles_without_a_warning()
    {
        string example = Readme.Control.Block("csharp", 0);
        int end = example.LastIndexOf("using ColoGen", StringComparison.Ordinal);
        int statements = example.IndexOf('\n', end) + 1;
        string use =
            $$"""
            using System.Net.Security;
            using System.Threading;
            using System.Threading.Tasks;
            {{example[..statements]}}
            internal static class Use
            {
                public static async Task RunAsync(ShopPair pair, QmpClient newSecondary, SslClientAuthenticationOptions tls)
                {
            {{example[statements..]}}
                }

                private static Task<FencingConfirmation> PowerOffThePrimaryAsync(ColoFencingRequest request, CancellationToken cancellationToken) =>
                    Task.FromResult(FencingConfirmation.Dead("the BMC reports power off"));
            }

            """;
        CSharpCompilation compilation = Compile.Sources(Readme.Pair, use)
            .AddReferences(MetadataReference.CreateFromFile(typeof(ColoController).Assembly.Location));
        Assert.Empty(Compile.Generate(compilation).Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
    }
}
