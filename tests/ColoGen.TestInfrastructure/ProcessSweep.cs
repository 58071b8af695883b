using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ColoGen.TestInfrastructure;

/// <summary>Ends processes that are not our own children, such as the QEMUs that libvirt has started.</summary>
internal static class ProcessSweep
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Kills the processes whose command line has the path of a temporary folder in it.</summary>
    public static async Task KillAsync(string folder)
    {
        long start = Stopwatch.GetTimestamp();
        while (Find(folder) is { Count: > 0 } found && Stopwatch.GetElapsedTime(start) < s_patience)
        {
            found.ForEach(Kill);
            await Task.Delay(10);
        }
    }

    private static List<int> Find(string folder) =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
            .Where(path => CommandLine(path).Contains(folder + "/", StringComparison.Ordinal))
            .Select(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture)),
    ];

    private static string CommandLine(string path)
    {
        try
        {
            string file = Path.Combine(path, "cmdline");
            return File.Exists(file) ? File.ReadAllText(file) : "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // The process has just ended, or is not ours.
        }
    }

    private static void Kill(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has just ended.
        }
    }
}
