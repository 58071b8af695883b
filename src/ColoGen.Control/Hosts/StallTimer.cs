namespace ColoGen.Control.Hosts;

/// <summary>Measures how long something has not changed.</summary>
/// <typeparam name="T">What is compared, by value.</typeparam>
internal sealed class StallTimer<T>(TimeProvider time, T initial)
    where T : IEquatable<T>
{
    private T _last = initial;
    private long _lastChange = time.GetTimestamp();

    /// <summary>The time since the last change.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_lastChange);

    /// <returns>Whether it changed since the last call.</returns>
    public bool Observe(T current)
    {
        if (_last.Equals(current)) return false;
        _last = current;
        _lastChange = time.GetTimestamp();
        return true;
    }
}
