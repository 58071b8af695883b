using System.Collections.Immutable;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Reading;
using ColoGen.Generators.Rules;
using ColoGen.Generators.Tests.Compiling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ColoGen.Agreement.Tests;

/// <summary>A declaration as the compiler, the analyzer and the lowering see it.</summary>
/// <param name="Diagnostics">What the compiler and the analyzer report.</param>
/// <param name="Violations">What the rules find, without the analyzer.</param>
internal sealed record Read(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Violations, TopologyIndex Index)
{
    public IEnumerable<string> Ids => Diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Order();

    public static Read Source(string source)
    {
        CSharpCompilation compilation = Compile.Sources(source);
        Generators.Model.Topology topology = TopologyReader.Read(compilation, compilation.GetTypeByMetadataName("Host")!, CancellationToken.None);
        IEnumerable<Violation> violations = topology.Attachments
            .SelectMany(attachment => attachment.Top.PreOrder())
            .SelectMany(TopologyRules.Check)
            .Concat(TopologyRules.Check(topology));
        return new(Compile.Diagnose(compilation), [.. violations.Select(violation => violation.Rule.Id).Distinct().Order()], new TopologyIndex(topology));
    }
}
