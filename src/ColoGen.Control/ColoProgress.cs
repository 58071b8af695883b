namespace ColoGen.Control;

/// <summary>A step that has begun, goes on or has ended.</summary>
/// <param name="Step">Which.</param>
/// <param name="Fraction">0 when it begins, 1 when it has ended well; between them as far as QEMU tells.</param>
/// <param name="Elapsed">Since it began.</param>
public sealed record ColoProgress(ColoStep Step, double Fraction, TimeSpan Elapsed)
{
    /// <summary>Whether the step has ended well.</summary>
    public bool IsDone => Fraction >= 1;
}
