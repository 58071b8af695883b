namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

/// <summary>Whether the analyzer and the real programs agree about a mistake.</summary>
internal enum Verdict
{
    ReportedAndRefused,

    ReportedAndSilentWithAReason,

    NotReported,

    ReportedAndAcceptedWithoutAReason,

    /// <summary>It is refused for something else, or where silence is expected.</summary>
    RefusedUnexpectedly,
}
