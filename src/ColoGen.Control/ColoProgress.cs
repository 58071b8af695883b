namespace ColoGen.Control;

/// <summary>The progress of a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Fraction">0 when the step begins, 1 when it has succeeded. Between them only for <see cref="ColoStep.Mirror"/>, in bytes copied.</param>
/// <param name="Elapsed">The time since the step began.</param>
public sealed record ColoProgress(ColoStep Step, double Fraction, TimeSpan Elapsed)
{
    /// <summary>Whether the step has succeeded.</summary>
    public bool IsDone => Fraction >= 1;
}
