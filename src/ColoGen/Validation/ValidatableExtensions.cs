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
        where T : IValidatable => declaration.ThrowIfInvalid(TopologyDocuments.All);

    /// <summary>Throws if a rule reports an error about the current values that concerns one of some documents.</summary>
    /// <param name="declaration">The topology or pair.</param>
    /// <param name="documents">The documents.</param>
    /// <exception cref="InvalidTopologyException">A rule reports an error.</exception>
    /// <exception cref="ArgumentException">As for <see cref="IValidatable.Validate"/>.</exception>
    public static void ThrowIfInvalid<T>(this T declaration, TopologyDocuments documents)
        where T : IValidatable => ThrowAtErrors(declaration.Validate(), diagnostic => (diagnostic.Documents & documents) is not default(TopologyDocuments));

    /// <summary>Throws if a rule reports an error that concerns every document. What only some can't have is found when they are written.</summary>
    internal static void ThrowIfInvalidForAll<T>(this T declaration)
        where T : IValidatable => ThrowAtErrors(declaration.Validate(), static diagnostic => diagnostic.Documents == TopologyDocuments.All);

    private static void ThrowAtErrors(ImmutableArray<TopologyDiagnostic> diagnostics, Func<TopologyDiagnostic, bool> concerns)
    {
        if (diagnostics.Any(diagnostic => diagnostic.Severity == TopologyDiagnosticSeverity.Error && concerns(diagnostic)))
        {
            throw new InvalidTopologyException(diagnostics);
        }
    }
}
