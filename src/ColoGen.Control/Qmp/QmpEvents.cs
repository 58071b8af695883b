namespace ColoGen.Control.Qmp;

/// <summary>
/// A subscription to the events of one connection, from <see cref="QmpClient.Subscribe"/> on. Subscribe before the command that causes an event:
/// the event is then kept until it is taken, even if it arrives before the reply. Thread-safe.
/// </summary>
/// <remarks>
/// The number of events that are kept is not limited. Subscribe to the names that are taken only, and dispose the subscription.
/// </remarks>
public sealed class QmpEvents : IAsyncEnumerable<QmpEvent>, IDisposable
{
    private readonly object _gate = new();
    private readonly QmpClient _client;
    private readonly string[] _names;
    private readonly TimeProvider _time;
    private readonly LinkedList<QmpEvent> _events = [];
    private TaskCompletionSource _changed = NewSignal();
    private Exception? _end;
    private bool _isDisposed;

    internal QmpEvents(QmpClient client, string[] names, TimeProvider time)
    {
        _client = client;
        _names = names;
        _time = time;
    }

    /// <summary>Completes when the next event arrives, or the subscription ends.</summary>
    internal Task Changed
    {
        get
        {
            lock (_gate)
            {
                return _changed.Task;
            }
        }
    }

    /// <summary>
    /// Waits for an event, and takes it from the subscription. An event that arrived before the call counts. Events that do not match are kept.
    /// </summary>
    /// <param name="name">The name, such as <c>BLOCK_JOB_READY</c>.</param>
    /// <param name="timeout">The longest time to wait; <see cref="Timeout.InfiniteTimeSpan"/> for no limit.</param>
    /// <param name="where">The condition; null for any event with that name.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative or longer than 49 days.</exception>
    /// <exception cref="QmpTimeoutException">The event did not arrive in time.</exception>
    /// <exception cref="QmpConnectionException">The connection was lost before the event arrived.</exception>
    /// <exception cref="ObjectDisposedException">The subscription or the client was disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<QmpEvent> WaitForAsync(
        string name, TimeSpan timeout, Func<QmpEvent, bool>? where = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        Timeouts.Require(timeout, nameof(timeout));
        return WaitForAnyAsync(name, timeout, item => item.Name == name && (where is null || where(item)), cancellationToken);
    }

    /// <summary>Waits for an event with any name, and takes it. Messages call it <paramref name="name"/>.</summary>
    internal async Task<QmpEvent> WaitForAnyAsync(string name, TimeSpan timeout, Func<QmpEvent, bool> where, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(timeout, _time);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await TakeAsync(where, stop.Token).ConfigureAwait(false)
                ?? throw new ObjectDisposedException(nameof(QmpEvents));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new QmpTimeoutException(name, $"The event {name} did not come from {_client.Name} within {timeout.TotalSeconds} s.");
        }
        catch (QmpConnectionException exception)
        {
            throw new QmpConnectionException(name, exception.Reason, exception.InnerException);
        }
    }

    /// <summary>Takes the first event that has arrived and matches a condition.</summary>
    /// <param name="where">The condition.</param>
    /// <returns>The event; null if none matches.</returns>
    public QmpEvent? TryTake(Func<QmpEvent, bool> where)
    {
        ArgumentNullException.ThrowIfNull(where);
        lock (_gate)
        {
            return Take(where);
        }
    }

    /// <summary>Takes events in order of arrival. Ends when the client or the subscription is disposed.</summary>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="QmpConnectionException">The connection was lost. It is thrown after the last event.</exception>
    public async IAsyncEnumerator<QmpEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await TakeAsync(_ => true, cancellationToken).ConfigureAwait(false) is { } item) yield return item;
    }

    /// <summary>Ends the subscription. Waiting calls throw <see cref="ObjectDisposedException"/>; an enumeration ends.</summary>
    public void Dispose()
    {
        _client.Unsubscribe(this);
        lock (_gate)
        {
            _isDisposed = true;
            _events.Clear();
            Signal();
        }
    }

    internal void Add(QmpEvent item)
    {
        lock (_gate)
        {
            if (_isDisposed || (_names.Length > 0 && !_names.Contains(item.Name))) return;
            _events.AddLast(item);
            Signal();
        }
    }

    /// <summary>No more events arrive: the connection is lost, or the client was disposed if <paramref name="reason"/> is null.</summary>
    internal void End(Exception? reason)
    {
        lock (_gate)
        {
            _end = reason;
            _isDisposed |= reason is null;
            Signal();
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Signal()
    {
        _changed.TrySetResult();
        _changed = NewSignal();
    }

    private QmpEvent? Take(Func<QmpEvent, bool> where)
    {
        for (LinkedListNode<QmpEvent>? node = _events.First; node is not null; node = node.Next)
        {
            if (!where(node.Value)) continue;
            _events.Remove(node);
            return node.Value;
        }

        return null;
    }

    /// <summary>Null if the subscription has ended.</summary>
    private async Task<QmpEvent?> TakeAsync(Func<QmpEvent, bool> where, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (_gate)
            {
                if (Take(where) is { } found) return found;
                if (_isDisposed) return null;
                if (_end is not null) throw _end;
                change = _changed.Task;
            }

            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
