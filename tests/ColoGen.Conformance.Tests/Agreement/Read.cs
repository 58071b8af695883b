using System.Collections.Immutable;
using ColoGen.Core.Analysis;
using ColoGen.Core.Rules;
using ColoGen.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis;

namespace ColoGen.Conformance.Tests.Agreement;

/// <summary>A declaration as the compiler, the analyzer and the lowering see it.</summary>
/// <param name="Diagnostics">What the compiler and the analyzer report.</param>
/// <param name="Violations">What the rules find, without the analyzer.</param>
internal sealed record Read(ImmutableArray<Diagnostic> Diagnostics, ImmutableArray<string> Violations, TopologyContext Index)
{
    public IEnumerable<string> Ids => Diagnostics.Select(diagnostic => diagnostic.Id).Distinct().Order();

    public static Read Source(string source)
    {
        CSharpCompilation compilation = Compile.Sources(source);
        Core.Model.Topology topology = TopologyParser.Parse(
            CompilationSymbols.Of(compilation), compilation.GetTypeByMetadataName("Host")!, CancellationToken.None);
        IEnumerable<RuleDiagnostic> violations = topology.Attachments
            .SelectMany(attachment => attachment.Top.PreOrder())
            .SelectMany(RuleChecker.Check)
            .Concat(RuleChecker.Check(topology));
        return new(Compile.Diagnose(compilation), [.. violations.Select(violation => violation.Rule.Id).Distinct().Order()], new TopologyContext(topology));
    }
}
