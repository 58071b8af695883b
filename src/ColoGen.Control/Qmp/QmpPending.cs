using System.Text.Json;

namespace ColoGen.Control.Qmp;

/// <summary>A command whose reply has not come. It stays in its place when nobody waits for it any more, so that its reply is nobody else's.</summary>
internal sealed class QmpPending(string command)
{
    private readonly TaskCompletionSource<JsonElement> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Command => command;

    public Task<JsonElement> Reply => _reply.Task;

    public void Complete(JsonElement message)
    {
        if (message.TryGetProperty("error", out JsonElement error))
        {
            Fail(new QmpException(command, error.GetProperty("class").GetString()!, error.GetProperty("desc").GetString()!));
        }
        else
        {
            _reply.TrySetResult(message.GetProperty("return"));
        }
    }

    public void Fail(Exception exception)
    {
        _reply.TrySetException(exception);
        _ = _reply.Task.Exception; // Observed: often nobody waits for it any more.
    }
}
