namespace ColoGen.Control.Operations;

/// <summary>Lets one operation run at a time. Disposable while an operation runs: the operation still ends, and waiting ones do not begin.</summary>
/// <param name="release">Called once, when the lock is disposed and no operation runs any more.</param>
internal sealed class OperationLock(Action release) : IDisposable
{
    private readonly object _gate = new();
    private readonly SemaphoreSlim _semaphore = new(1);
    private readonly CancellationTokenSource _disposal = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _users;
    private bool _isDisposed;

    /// <summary>Completes when the lock is disposed and no operation runs any more.</summary>
    public Task Released => _released.Task;

    /// <summary>Waits for the operations before this one.</summary>
    /// <returns>Dispose it at the end of the operation.</returns>
    /// <exception cref="ObjectDisposedException">The lock was disposed.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, typeof(ColoController));
            _users++;
        }

        try
        {
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposal.Token);
            await _semaphore.WaitAsync(stop.Token).ConfigureAwait(false);
            return new Holder(this);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            Leave();
#pragma warning disable MA0054 // No constructor takes the name of the object and an inner exception.
            throw new ObjectDisposedException(typeof(ColoController).FullName);
#pragma warning restore MA0054
        }
        catch
        {
            Leave();
            throw;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
            _users++;
        }

        _disposal.Cancel();
        Leave();
    }

    private void Leave()
    {
        lock (_gate)
        {
            if (--_users > 0 || !_isDisposed) return;
        }

        _semaphore.Dispose();
        _disposal.Dispose();
        release();
        _released.TrySetResult();
    }

    private sealed class Holder(OperationLock owner) : IDisposable
    {
        public void Dispose()
        {
            owner._semaphore.Release();
            owner.Leave();
        }
    }
}
