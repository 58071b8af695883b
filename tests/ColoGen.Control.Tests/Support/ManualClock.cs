using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ColoGen.Control.Tests;

/// <summary>A clock that stands still until it is advanced, and that tells when somebody begins to wait.</summary>
internal sealed class ManualClock : FakeTimeProvider
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly Channel<TimeSpan> _timers = Channel.CreateUnbounded<TimeSpan>();

    /// <summary>The time since the clock was made.</summary>
    public TimeSpan Elapsed => GetUtcNow() - Start;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until the next timer is started, and gives back when it is due.</summary>
    public Task<TimeSpan> NextTimerAsync() => _timers.Reader.ReadAsync().AsTask().WaitAsync(s_patience);

    public void ForgetTimers()
    {
        while (_timers.Reader.TryRead(out _))
        {
        }
    }

    /// <summary>Advances to each timer as it is started, until the task has ended.</summary>
    public async Task RunAsync(Task task)
    {
        while (true)
        {
            Task<bool> started = _timers.Reader.WaitToReadAsync().AsTask();
            if (await Task.WhenAny(task, started).WaitAsync(s_patience) == task) return;
            while (_timers.Reader.TryRead(out TimeSpan due)) Advance(due);
        }
    }
}
