using System.Runtime.CompilerServices;

namespace ColoGen.Control;

/// <summary>Checks timeouts before anything depends on them.</summary>
internal static class Timeouts
{
    /// <summary>The longest timeout of .NET's timers.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <returns>The timeout.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is negative and not <see cref="Timeout.InfiniteTimeSpan"/>, or longer than 49 days.</exception>
    public static TimeSpan Require(TimeSpan timeout, [CallerMemberName] string name = "") =>
        timeout == Timeout.InfiniteTimeSpan || (timeout >= TimeSpan.Zero && timeout <= s_longest)
            ? timeout
            : throw new ArgumentOutOfRangeException(name, timeout, "A timeout is at least zero and at most 49 days, or infinite.");

    /// <returns>The time.</returns>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public static TimeSpan RequireFinite(TimeSpan time, [CallerMemberName] string name = "") =>
        time > TimeSpan.Zero && time <= s_longest
            ? time
            : throw new ArgumentOutOfRangeException(name, time, "The time is greater than zero and at most 49 days.");
}
