namespace ColoGen.Control.Hosts;

/// <summary>A failure within a step. The operation converts it to a <see cref="ColoException"/>, which names the step.</summary>
internal class FailureException(Failure failure, Exception? inner = null) : Exception(failure.Cause, inner)
{
    public Failure Failure => failure;

    /// <exception cref="FailureException">There is a failure.</exception>
    public static void ThrowIf(Failure? failure)
    {
        if (failure is not null) throw new FailureException(failure);
    }
}
