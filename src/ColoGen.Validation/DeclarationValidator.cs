using System.Collections.Immutable;
using System.ComponentModel;
using ColoGen.Core.Declarations;
using ColoGen.Core.Rules;

namespace ColoGen.Validation;

/// <summary>Applies the rules to the values of a declaration. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DeclarationValidator
{
    /// <summary>What is wrong with the values of a topology.</summary>
    /// <param name="declaration">The declaration as generated code has it.</param>
    /// <param name="values">The values of its properties.</param>
    public static ImmutableArray<TopologyDiagnostic> ValidateTopology(string declaration, DeclarationValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Diagnostics(ValueChecker.CheckTopology(declaration, values.Values));
    }

    /// <summary>What is wrong with the values of a pair and its hosts.</summary>
    /// <inheritdoc cref="ValidateTopology" path="/param"/>
    public static ImmutableArray<TopologyDiagnostic> ValidatePair(string declaration, DeclarationValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Diagnostics(ValueChecker.CheckPair(declaration, values.Values));
    }

    private static ImmutableArray<TopologyDiagnostic> Diagnostics(IEnumerable<(RuleDiagnostic Diagnostic, string Property)> found) =>
    [
        .. found.Select(item => new TopologyDiagnostic(
            item.Diagnostic.Rule.Id,
            Enum.Parse<TopologyDiagnosticSeverity>(item.Diagnostic.Rule.Severity.ToString()),
            item.Diagnostic.Message,
            item.Property)
        {
            Documents = item.Diagnostic.Result.Documents,
        }),
    ];
}
