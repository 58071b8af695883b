using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>What all operations use: timeouts, clock, progress.</summary>
/// <param name="Options">Timeouts and clock.</param>
/// <param name="Progress">Receives the progress of steps; null if nobody does.</param>
internal sealed record OperationContext(ColoOptions Options, IProgress<ColoProgress>? Progress = null)
{
    public TimeProvider Time => Options.TimeProvider;

    /// <summary>Its queries are no further apart than a stall may take, so that a stall is noticed in time.</summary>
    public StateWaiter Waiter => new(Time, Options.PollInterval < Options.StallTimeout ? Options.PollInterval : Options.StallTimeout);

    /// <summary>The same without progress.</summary>
    public OperationContext WithoutProgress => this with { Progress = null };

    /// <summary>Runs a step: reports its progress, and converts a failure to a <see cref="ColoException"/> that names the step.</summary>
    /// <exception cref="ColoException">The step failed.</exception>
    public Task StepAsync(ColoStep step, Func<Task> work) => StepAsync(step, async () =>
    {
        await work().ConfigureAwait(false);
        return true;
    });

    /// <inheritdoc cref="StepAsync(ColoStep, Func{Task})"/>
    public async Task<T> StepAsync<T>(ColoStep step, Func<Task<T>> work)
    {
        long began = Time.GetTimestamp();
        Progress?.Report(new(step, 0, TimeSpan.Zero));
        T result;
        try
        {
            result = await work().ConfigureAwait(false);
        }
        catch (FailureException exception)
        {
            throw new ColoException(step, exception.Failure, FindInner(exception));
        }

        Progress?.Report(new(step, 1, Time.GetElapsedTime(began)));
        return result;
    }

    /// <summary>The public exception of the command that failed; otherwise the inner exception.</summary>
    private static Exception? FindInner(FailureException exception) => exception switch
    {
        HostCommandException => exception.InnerException,
        { InnerException: HostCommandException command } => command.InnerException,
        _ => exception.InnerException,
    };
}
