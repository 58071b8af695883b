using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>A command without a reply so far.</summary>
/// <remarks>It stays registered when its caller stops waiting, so that its reply is not taken for that of another command.</remarks>
internal sealed class QmpPending(string command)
{
    private readonly TaskCompletionSource<JsonElement> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Command => command;

    public Task<JsonElement> Reply => _reply.Task;

    /// <summary>QEMU executed the command.</summary>
    public void Complete(JsonElement value) => _reply.TrySetResult(value);

    public void Fail(Exception exception)
    {
        _reply.TrySetException(exception);
        _ = _reply.Task.Exception; // Observed: the caller may have stopped waiting.
    }
}
