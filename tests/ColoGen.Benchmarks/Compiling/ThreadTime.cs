using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ColoGen.Benchmarks.Compiling;

/// <summary>The time that a thread spent on the processor, where the system tells it; other processes then do not count.</summary>
internal static partial class ThreadTime
{
    private const int ThreadClock = 3;

    public static double Milliseconds
    {
        get
        {
            if (!OperatingSystem.IsLinux() || GetTime(ThreadClock, out Time time) != 0) return Stopwatch.GetElapsedTime(0).TotalMilliseconds;
            return (time.Seconds * 1e3) + (time.Nanoseconds / 1e6);
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out Time time);

    private struct Time
    {
        public nint Seconds;
        public nint Nanoseconds;
    }
}
