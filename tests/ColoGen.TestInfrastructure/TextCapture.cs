using System.Text;

namespace ColoGen.TestInfrastructure;

/// <summary>Keeps what a running program prints to one of its streams, and waits for certain text in it.</summary>
internal sealed class TextCapture
{
    private readonly Lock gate = new();
    private readonly StringBuilder text = new();
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int taken;
    private bool ended;

    public TextCapture(StreamReader reader) => Ended = ReadAsync(reader);

    /// <summary>Ends when the stream does.</summary>
    public Task Ended { get; }

    /// <summary>Everything so far, without the marks that were waited for.</summary>
    public string Text
    {
        get
        {
            lock (gate)
            {
                return text.ToString();
            }
        }
    }

    /// <summary>What came after the last mark that was waited for.</summary>
    public string Rest
    {
        get
        {
            lock (gate)
            {
                return text.ToString(taken, text.Length - taken);
            }
        }
    }

    /// <summary>Waits for the mark and gives back the text between the mark before and this one.</summary>
    /// <exception cref="EndOfStreamException">The stream ended without it.</exception>
    public async Task<string> TakeThroughAsync(string mark, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task change;
            lock (gate)
            {
                string rest = Rest;
                int position = rest.IndexOf(mark, StringComparison.Ordinal);
                if (position >= 0)
                {
                    taken += position;
                    text.Remove(taken, mark.Length);
                    return rest[..position];
                }

                if (ended)
                {
                    throw new EndOfStreamException($"The output ended before: {mark}");
                }

                change = changed.Task;
            }

            await change.WaitAsync(cancellationToken);
        }
    }

    private async Task ReadAsync(StreamReader reader)
    {
        char[] buffer = new char[4096];
        int count;
        do
        {
            count = await reader.ReadAsync(buffer);
            TaskCompletionSource change;
            lock (gate)
            {
                text.Append(buffer, 0, count);
                ended = count == 0;
                change = changed;
                changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            change.SetResult();
        }
        while (count > 0);
    }
}
