namespace ColoGen.Conformance.Tests.Agreement.Mistakes;

/// <summary>Whether the analyzer reported a mistake, and whether QEMU or libvirt refused it.</summary>
internal enum Outcome
{
    ReportedAndRefused,

    /// <summary>The programs accept it, as <see cref="Mistake.AcceptedBecause"/> expects.</summary>
    ReportedAndAcceptedForAReason,

    NotReported,

    /// <summary>The programs accept it, and should not.</summary>
    ReportedAndAccepted,

    /// <summary>It is refused for something else, or should be accepted.</summary>
    RefusedUnexpectedly,
}
