using System.Text;

namespace ColoGen.TestInfrastructure;

/// <summary>Keeps what a running program prints to one of its streams, and waits for certain text in it.</summary>
internal sealed class TextCapture
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _text = new();
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _taken;
    private bool _ended;

    public TextCapture(StreamReader reader) => Ended = ReadAsync(reader);

    /// <summary>Ends when the stream does.</summary>
    public Task Ended { get; }

    /// <summary>Everything so far, without the marks that were waited for.</summary>
    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString();
            }
        }
    }

    /// <summary>What came after the last mark that was waited for.</summary>
    public string Rest
    {
        get
        {
            lock (_gate)
            {
                return _text.ToString(_taken, _text.Length - _taken);
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
            lock (_gate)
            {
                string rest = Rest;
                int position = rest.IndexOf(mark, StringComparison.Ordinal);
                if (position >= 0)
                {
                    _taken += position;
                    _text.Remove(_taken, mark.Length);
                    return rest[..position];
                }

                if (_ended)
                {
                    throw new EndOfStreamException($"The output ended before: {mark}");
                }

                change = _changed.Task;
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
            lock (_gate)
            {
                _text.Append(buffer, 0, count);
                _ended = count == 0;
                change = _changed;
                _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }

            change.SetResult();
        }
        while (count > 0);
    }
}
