using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>Milliseconds on the processor, where the system tells them; other processes then do not count.</summary>
internal static partial class ProcessorTime
{
    private const int ProcessClock = 2;
    private const int ThreadClock = 3;

    /// <summary>Of all threads.</summary>
    public static double OfProcess => Milliseconds(ProcessClock);

    /// <summary>Of this thread.</summary>
    public static double OfThread => Milliseconds(ThreadClock);

    private static double Milliseconds(int clock)
    {
        if (!OperatingSystem.IsLinux() || GetTime(clock, out Time time) != 0) return Stopwatch.GetElapsedTime(0).TotalMilliseconds;
        return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
