namespace ColoGen.Control.Operations;

/// <summary>
/// Calls fencing callbacks, one at a time. A callback that blocks, or that ignores its token, may run after its operation has ended: until it returns,
/// no other one is called, because it may still end a host.
/// </summary>
internal sealed class FencingCalls
{
    private Task _callback = Task.CompletedTask;
    private ColoSide _side;

    /// <summary>The side that a callback still fences; null if no callback runs.</summary>
    public ColoSide? RunningSide => _callback.IsCompleted ? null : _side;

    /// <summary>Calls a callback on a thread of its own. Call it only if <see cref="RunningSide"/> is null.</summary>
    /// <returns>The callback's result.</returns>
    public Task<FencingConfirmation?> Start(ColoFencing fencing, ColoFencingRequest request, CancellationToken cancellationToken)
    {
        Task<FencingConfirmation?> callback = Task.Run(() => CallAsync(fencing, request, cancellationToken), CancellationToken.None);
        (_callback, _side) = (callback, request.Side);

        // Observed: nobody may wait for it any more.
        _ = callback.ContinueWith(
            failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return callback;
    }

    private static async Task<FencingConfirmation?> CallAsync(ColoFencing fencing, ColoFencingRequest request, CancellationToken cancellationToken) =>
        fencing(request, cancellationToken) is { } result ? await result.ConfigureAwait(false) : null;
}
