namespace ColoGen.Conformance.Tests.Catalogue.Rows;

/// <summary>What ColoGen is expected to do with a mistake.</summary>
internal abstract record Expectation
{
    /// <summary>The rule reports the declaration.</summary>
    public sealed record Reported(string Id, string Declaration) : Expectation;

    /// <summary>No rule reports the declaration.</summary>
    public sealed record NotReported(string Declaration) : Expectation;

    /// <summary>No declaration can express it.</summary>
    public sealed record Inexpressible(string Reason) : Expectation;

    /// <param name="Word">As the catalogue has it: R or D.</param>
    public sealed record OutOfScope(string Word) : Expectation;
}
