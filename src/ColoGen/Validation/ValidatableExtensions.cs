using System.Collections.Immutable;

namespace ColoGen;

/// <summary>Extension methods for <see cref="IValidatable"/>.</summary>
public static class ValidatableExtensions
{
    /// <summary>Throws if a rule reports an error about the current values. Warnings and advice do not throw.</summary>
    /// <param name="declaration">The topology or pair.</param>
    /// <exception cref="InvalidTopologyException">A rule reports an error.</exception>
    /// <exception cref="ArgumentException">As for <see cref="IValidatable.Validate"/>.</exception>
    public static void ThrowIfInvalid<T>(this T declaration)
        where T : IValidatable
    {
        ImmutableArray<TopologyDiagnostic> diagnostics = declaration.Validate();
        if (diagnostics.Any(static diagnostic => diagnostic.Severity == TopologyDiagnosticSeverity.Error)) throw new InvalidTopologyException(diagnostics);
    }
}
