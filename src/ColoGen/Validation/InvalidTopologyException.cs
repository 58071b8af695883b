using System.Collections.Immutable;

namespace ColoGen;

/// <summary>The values of a topology or pair break rules. The parameter name is the property of the first error.</summary>
public sealed class InvalidTopologyException : ArgumentException
{
    /// <param name="diagnostics">What the rules report, with at least one error.</param>
    /// <exception cref="InvalidOperationException">There is no error.</exception>
    public InvalidTopologyException(ImmutableArray<TopologyDiagnostic> diagnostics)
        : base(string.Join("\n", Errors(diagnostics)), Errors(diagnostics).First().Property) => Diagnostics = diagnostics;

    /// <summary>What the rules report, warnings and advice included.</summary>
    public ImmutableArray<TopologyDiagnostic> Diagnostics { get; }

    private static IEnumerable<TopologyDiagnostic> Errors(ImmutableArray<TopologyDiagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == TopologyDiagnosticSeverity.Error);
}
