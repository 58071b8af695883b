namespace ColoGen.Control.Qmp;

/// <summary>
/// The events of one connection from the moment of <see cref="QmpClient.Subscribe"/> on: none is lost between a command and the wait for what it
/// brings about. It keeps them until they are taken, or it is disposed of.
/// </summary>
public sealed class QmpEvents : IAsyncEnumerable<QmpEvent>, IDisposable
{
    private readonly object _gate = new();
    private readonly QmpClient _client;
    private readonly LinkedList<QmpEvent> _events = [];
    private TaskCompletionSource _changed = NewSignal();
    private Exception? _end;
    private bool _isDisposed;

    internal QmpEvents(QmpClient client) => _client = client;

    /// <summary>
    /// Takes the first event of that name, past or future, that satisfies the condition. The events before it stay; what was taken is not
    /// found again, so that the same call made twice waits for two events.
    /// </summary>
    /// <param name="name">Such as <c>BLOCK_JOB_READY</c>.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <param name="where">The condition; null for any event of that name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="QmpTimeoutException">It did not come in time.</exception>
    /// <exception cref="QmpConnectionException">The connection was lost before it came.</exception>
    /// <exception cref="ObjectDisposedException">The subscription was disposed of.</exception>
    public async Task<QmpEvent> WaitForAsync(
        string name, TimeSpan timeout, Func<QmpEvent, bool>? where = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(timeout);
        try
        {
            return await TakeAsync(item => item.Name == name && (where is null || where(item)), stop.Token).ConfigureAwait(false)
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

    /// <summary>Takes the first event so far that satisfies the condition; null where there is none.</summary>
    public QmpEvent? TryTake(Func<QmpEvent, bool> where)
    {
        ArgumentNullException.ThrowIfNull(where);
        lock (_gate)
        {
            return Take(where);
        }
    }

    /// <summary>Takes event after event; ends when the client or the subscription is disposed of.</summary>
    /// <exception cref="QmpConnectionException">The connection was lost, and all events before that were taken.</exception>
    public async IAsyncEnumerator<QmpEvent> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        while (await TakeAsync(_ => true, cancellationToken).ConfigureAwait(false) is { } item) yield return item;
    }

    /// <summary>Ends the subscription; whoever waits for an event gets an exception.</summary>
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
            if (_isDisposed) return;
            _events.AddLast(item);
            Signal();
        }
    }

    /// <summary>No more events come. Null when that is how the client wanted it.</summary>
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

    /// <summary>Null when the subscription has ended.</summary>
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
