namespace ColoGen.Control.Watching;

/// <summary>Measures the time since the last checkpoint. Thread-safe.</summary>
internal sealed class CheckpointClock(TimeProvider time)
{
    private long _last = time.GetTimestamp();
    private int _isReported;

    /// <summary>Whether the absence of checkpoints was reported since the last one.</summary>
    public bool IsReported
    {
        get => Volatile.Read(ref _isReported) != 0;
        set => Volatile.Write(ref _isReported, value ? 1 : 0);
    }

    /// <summary>The time since the last checkpoint, or since the watch began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(Interlocked.Read(ref _last));

    /// <summary>A checkpoint ended.</summary>
    public void Restart()
    {
        Interlocked.Exchange(ref _last, time.GetTimestamp());
        IsReported = false;
    }
}
