namespace ColoGen;

/// <summary>What a rule reports about the values of a topology or pair at run time. See <see cref="IValidatable"/>.</summary>
/// <param name="Id">The id of the rule: <c>COLO0120</c>. <c>docs/rules</c> has a page for each.</param>
/// <param name="Severity">The severity of the rule. A project's configuration does not change it.</param>
/// <param name="Message">The message, as the compiler would have it if the value were a constant.</param>
/// <param name="Property">The path of the property with the value: <c>Root.Backing.File</c>, with the number of an item of a list in brackets.</param>
public sealed record TopologyDiagnostic(string Id, TopologyDiagnosticSeverity Severity, string Message, string Property)
{
    /// <summary>The documents that can't be written with the value. Default: all.</summary>
    public TopologyDocuments Documents { get; init; } = TopologyDocuments.All;

    /// <summary>As the compiler prints it: the property, the severity, the id and the message.</summary>
    public override string ToString() => $"{Property}: {Severity.ToString().ToLowerInvariant()} {Id}: {Message}";
}
