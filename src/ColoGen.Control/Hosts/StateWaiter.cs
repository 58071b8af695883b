namespace ColoGen.Control.Hosts;

/// <summary>Waits until hosts are in a state that queries can show.</summary>
/// <param name="time">The clock.</param>
/// <param name="pollInterval">The longest time between two queries.</param>
internal sealed class StateWaiter(TimeProvider time, TimeSpan pollInterval)
{
    private const int GrowthDivisor = 8;

    private static readonly TimeSpan s_firstInterval = TimeSpan.FromMilliseconds(1);

    /// <summary>
    /// Evaluates a condition now, after each event, and after each poll interval without an event: an event may be lost. Subscribe before the
    /// command that causes the events.
    /// </summary>
    /// <returns>Whether the condition became true within the timeout.</returns>
    public Task<bool> ForEventsAsync(
        IReadOnlyCollection<QmpEvents> events, Func<Task<bool>> condition, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(events, condition, _ => pollInterval, timeout, cancellationToken);

    /// <summary>
    /// For a change without a reliable event. Evaluates a condition now, after each event, and after an eighth of the time waited so far, at
    /// least a millisecond and at most the poll interval: so a change is seen at most 12.5 percent late, with few queries.
    /// </summary>
    /// <returns>Whether the condition became true within the timeout.</returns>
    public Task<bool> ForChangeAsync(
        IReadOnlyCollection<QmpEvents> events, Func<Task<bool>> condition, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(events, condition, waited => Shorter(Longer(waited / GrowthDivisor, s_firstInterval), pollInterval), timeout, cancellationToken);

    private async Task<bool> WaitAsync(
        IReadOnlyCollection<QmpEvents> events,
        Func<Task<bool>> condition,
        Func<TimeSpan, TimeSpan> interval,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        long began = time.GetTimestamp();
        while (true)
        {
            // Taken before the queries, so that an event during them is not missed.
            Task[] changes = [.. events.Select(subscription => subscription.Changed)];
            if (await condition().ConfigureAwait(false)) return true;

            TimeSpan waited = time.GetElapsedTime(began);
            if (waited >= timeout) return false;

            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task delay = Task.Delay(Shorter(interval(waited), timeout - waited), time, stop.Token);
            await Task.WhenAny([delay, .. changes]).ConfigureAwait(false);
            stop.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;

    private static TimeSpan Longer(TimeSpan first, TimeSpan second) => first > second ? first : second;
}
