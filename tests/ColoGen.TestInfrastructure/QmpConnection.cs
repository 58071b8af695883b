using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace ColoGen.TestInfrastructure;

/// <summary>The client's end of a QMP connection. QEMU answers commands in the order in which it gets them.</summary>
internal sealed class QmpConnection : IAsyncDisposable
{
    private readonly NetworkStream stream;
    private readonly SemaphoreSlim sending = new(1);
    private readonly Lock gate = new();
    private readonly Queue<TaskCompletionSource<JsonElement>> unanswered = [];
    private readonly List<JsonElement> events = [];
    private readonly TaskCompletionSource<JsonElement> greeting = NewReply();
    private readonly Task reading;
    private TaskCompletionSource eventArrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool closed;

    public QmpConnection(Socket socket)
    {
        stream = new(socket, ownsSocket: true);
        reading = ReadAsync();
    }

    /// <summary>The first message of QEMU.</summary>
    public Task<JsonElement> Greeting => greeting.Task;

    /// <summary>The events that nobody has taken yet.</summary>
    public IReadOnlyList<JsonElement> Events
    {
        get
        {
            lock (gate)
            {
                return [.. events];
            }
        }
    }

    /// <summary>Sends a request as it is and gives back the whole reply.</summary>
    /// <exception cref="EndOfStreamException">QEMU has closed the connection.</exception>
    public async Task<JsonElement> RequestAsync(ReadOnlyMemory<byte> request, CancellationToken cancellationToken)
    {
        TaskCompletionSource<JsonElement> reply = NewReply();
        await sending.WaitAsync(cancellationToken);
        try
        {
            lock (gate)
            {
                if (closed)
                {
                    throw Closed();
                }

                unanswered.Enqueue(reply);
            }

            // Not cancelled half way: the next request must find the connection between two requests.
            await stream.WriteAsync(request, CancellationToken.None);
            await stream.WriteAsync("\n"u8.ToArray(), CancellationToken.None);
        }
        catch (IOException)
        {
            throw Closed();
        }
        finally
        {
            sending.Release();
        }

        return await reply.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Takes the first event, past or future, that satisfies the condition.</summary>
    /// <exception cref="EndOfStreamException">QEMU has closed the connection.</exception>
    public async Task<JsonElement> TakeEventAsync(Predicate<JsonElement> condition, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task arrival;
            lock (gate)
            {
                int index = events.FindIndex(condition);
                if (index >= 0)
                {
                    JsonElement found = events[index];
                    events.RemoveAt(index);
                    return found;
                }

                if (closed)
                {
                    throw Closed();
                }

                arrival = eventArrived.Task;
            }

            await arrival.WaitAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        await reading;
        sending.Dispose();
    }

    private static TaskCompletionSource<JsonElement> NewReply() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static EndOfStreamException Closed() => new("QEMU has closed the QMP connection.");

    private async Task ReadAsync()
    {
        try
        {
            using StreamReader reader = new(stream, Encoding.UTF8, leaveOpen: true);
            while (await reader.ReadLineAsync() is { } line)
            {
                Receive(JsonElement.Parse(line));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or JsonException)
        {
            // The connection is gone, or QEMU died in the middle of a line.
        }

        lock (gate)
        {
            closed = true;
            foreach (TaskCompletionSource<JsonElement> reply in unanswered.Append(greeting))
            {
                reply.TrySetException(Closed());
                _ = reply.Task.Exception; // Observed: often nobody waits for it any more.
            }

            eventArrived.TrySetResult();
        }
    }

    private void Receive(JsonElement message)
    {
        lock (gate)
        {
            if (message.TryGetProperty("QMP", out JsonElement version))
            {
                greeting.TrySetResult(version);
            }
            else if (message.TryGetProperty("event", out _))
            {
                events.Add(message);
                eventArrived.SetResult();
                eventArrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
            else if (unanswered.TryDequeue(out TaskCompletionSource<JsonElement>? reply))
            {
                reply.TrySetResult(message);
            }
        }
    }
}
