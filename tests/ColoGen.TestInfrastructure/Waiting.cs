namespace ColoGen.TestInfrastructure;

/// <summary>Waits that end in a message which says what was waited for.</summary>
internal static class Waiting
{
    /// <summary>Runs the work, whose token is cancelled after the time allowed.</summary>
    /// <exception cref="TimeoutException">It took too long; the message has the text of <paramref name="what"/>.</exception>
    public static async Task<T> WithinAsync<T>(
        TimeSpan allowed, Func<string> what, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(allowed);
        try
        {
            return await work(timeout.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Waited {allowed.TotalSeconds} s for {what()}", exception);
        }
    }
}
