using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace ColoGen.Sample.Tests;

/// <summary>The built sample as a process of its own, which has a folder of its own for what is temporary.</summary>
internal sealed class RunningSample : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _said = new();
    private readonly Process _process;
    private readonly Task _listening;

    /// <param name="path">The PATH that it finds programs by; null for ours.</param>
    /// <param name="image">The command that it takes for qemu-img; null for ours.</param>
    /// <param name="qemu">The command that it takes for the only QEMU; null for those that there are.</param>
    public RunningSample(string[] arguments, string? path = null, string? image = null, string? qemu = null)
    {
        // A group of its own takes the signals that a terminal would send to it, and a CI or nohup may have us started with signals ignored.
        ProcessStartInfo start = new(
            "setsid", ["env", "--default-signal=HUP,INT", Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "ColoPair.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TMPDIR"] = _folder.Path, ["DOTNET_EnableDiagnostics"] = "0" },
        };
        if (path is not null)
        {
            start.ArgumentList.Insert(start.ArgumentList.IndexOf("--default-signal=HUP,INT") + 1, $"PATH={path}");
            start.Environment.Remove("COLOGEN_QEMU");
            start.Environment.Remove("COLOGEN_QEMU_IMG");
        }

        if (image is not null) start.Environment["COLOGEN_QEMU_IMG"] = image;
        if (qemu is not null)
        {
            start.Environment["COLOGEN_QEMU"] = qemu;
            start.Environment["XDG_CACHE_HOME"] = _folder.Path;
        }

        _process = Process.Start(start)!;
        _listening = Task.WhenAll(ListenAsync(_process.StandardOutput), ListenAsync(_process.StandardError));
    }

    /// <summary>What it has printed so far.</summary>
    public string Said
    {
        get
        {
            lock (_said) return _said.ToString();
        }
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Status, string Said)> RunAsync(params string[] arguments)
    {
        using RunningSample sample = new(arguments);
        int status = await sample.EndAsync();
        Assert.Empty(sample.LeftBehind());
        return (status, sample.Said);
    }

    public async Task WaitForAsync(string text)
    {
        long began = Stopwatch.GetTimestamp();
        while (!Said.Contains(text, StringComparison.Ordinal))
        {
            if (_process.HasExited)
            {
                // What it said last may still be on its way.
                await _listening.WaitAsync(s_patience);
                Assert.True(Said.Contains(text, StringComparison.Ordinal), $"It ended before it said '{text}':\n{Said}");
            }

            Assert.True(Stopwatch.GetElapsedTime(began) < s_patience, $"It has not said '{text}':\n{Said}");
            await Task.Delay(5);
        }
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    /// <summary>As a terminal does it: to the sample and to every QEMU that it has started.</summary>
    public void SignalToAll(int signal) => Assert.Equal(0, Kill(-_process.Id, signal));

    /// <returns>The exit status.</returns>
    public async Task<int> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(s_patience);
            await _listening.WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"It does not end:\n{Said}");
        }

        return _process.ExitCode;
    }

    /// <summary>Its files, and the processes that have one in their arguments, as its QEMUs do.</summary>
    public string[] LeftBehind() =>
    [
        .. Directory.EnumerateFileSystemEntries(_folder.Path),
        .. Directory.EnumerateDirectories("/proc")
            .Where(path => char.IsAsciiDigit(Path.GetFileName(path)[0]))
            .Select(CommandLine)
            .Where(line => line.Contains(_folder.Path)),
    ];

    public void Dispose()
    {
        if (!_process.HasExited) _ = Kill(-_process.Id, 9);
        _process.Dispose();
        _folder.Dispose();
    }

    private static string CommandLine(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Replace('\0', ' ');
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // It has just ended.
        }
    }

    private async Task ListenAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_said) _said.AppendLine(line);
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
