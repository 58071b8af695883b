using System.Threading.Channels;

namespace ColoGen.Control.Tests.Faults;

/// <summary>
/// A clock whose time passes only while nothing else can happen: it then advances to the timer that is due next. So a timeout takes no time, and a
/// slow machine causes none.
/// </summary>
internal sealed class VirtualClock : TimeProvider, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<VirtualTimer> _timers = [];
    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Func<bool> _canAdvance;
    private readonly Task _advancing;
    private long _now;

    /// <param name="canAdvance">Whether nothing is going on that has no timer.</param>
    public VirtualClock(Func<bool> canAdvance)
    {
        _canAdvance = canAdvance;
        _advancing = Task.Run(AdvanceAsync);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Create(callback, state, dueTime, () => true);

    /// <summary>The same clock for a client: while one of its timers runs, time passes only if its host is silent.</summary>
    public TimeProvider OfClient(Func<bool> isHostSilent) => new ClientTime(this, isHostSilent);

    /// <summary>
    /// Whether a client of <see cref="OfClient"/> waits with a timeout. <c>Task.WaitAsync</c> gives a timer its own task as the state, and disposes the timer
    /// after that has ended: what comes next, such as the next command, may have begun before.
    /// </summary>
    public bool HasTimerOf(Func<bool> isHostSilent)
    {
        lock (_gate)
        {
            return _timers.Exists(timer => timer.CanPass == isHostSilent && timer.State is not Task { IsCompleted: true });
        }
    }

    /// <summary>Call this after a host became silent, or is so no more.</summary>
    public void Changed() => _changes.Writer.TryWrite(true);

    public async ValueTask DisposeAsync()
    {
        _changes.Writer.TryComplete();
        await _advancing;
    }

    private VirtualTimer Create(TimerCallback callback, object? state, TimeSpan dueTime, Func<bool> canPass)
    {
        VirtualTimer timer = new(this, callback, state, canPass);
        timer.Change(dueTime, Timeout.InfiniteTimeSpan);
        return timer;
    }

    private async Task AdvanceAsync()
    {
        await foreach (bool _ in _changes.Reader.ReadAllAsync())
        {
            while (TakeNext() is { } timer) timer.Fire();
        }
    }

    private VirtualTimer? TakeNext()
    {
        lock (_gate)
        {
            if (_timers.Count == 0 || !_canAdvance() || !_timers.TrueForAll(timer => timer.CanPass())) return null;
            VirtualTimer next = _timers.MinBy(timer => timer.Due)!;
            _timers.Remove(next);
            Interlocked.Exchange(ref _now, next.Due);
            return next;
        }
    }

    private sealed class ClientTime(VirtualClock clock, Func<bool> isHostSilent) : TimeProvider
    {
        public override long TimestampFrequency => clock.TimestampFrequency;

        public override long GetTimestamp() => clock.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            clock.Create(callback, state, dueTime, isHostSilent);
    }

    /// <summary>Fires once.</summary>
    private sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state, Func<bool> canPass) : ITimer
    {
        public long Due { get; private set; }

        public object? State => state;

        public Func<bool> CanPass => canPass;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                Due = clock._now + dueTime.Ticks;
                if (dueTime != Timeout.InfiniteTimeSpan) clock._timers.Add(this);
            }

            clock.Changed();
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
