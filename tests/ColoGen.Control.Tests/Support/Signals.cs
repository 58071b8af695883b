using System.Runtime.InteropServices;

namespace ColoGen.Control.Tests;

/// <summary>Lets a process hang, and go on.</summary>
internal static class Signals
{
    private const int SigCont = 18;
    private const int SigStop = 19;

    public static void Stop(int processId) => Assert.Equal(0, Kill(processId, SigStop));

    public static void Continue(int processId) => Assert.Equal(0, Kill(processId, SigCont));

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
