using System.Diagnostics;
using System.Text;

namespace ColoGen.TestInfrastructure;

/// <summary>A program that runs until it is told to end, or is disposed of and so killed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromSeconds(5);

    private readonly Process _process;

    private RunningProgram(Process process)
    {
        _process = process;
        ProcessId = process.Id;
        Output = new(process.StandardOutput);
        Error = new(process.StandardError);
    }

    public int ProcessId { get; }

    public TextCapture Output { get; }

    public TextCapture Error { get; }

    public StreamWriter Input => _process.StandardInput;

    public bool HasExited => _process.HasExited;

    /// <summary>The exit status of a program that has ended.</summary>
    public int ExitStatus => _process.ExitCode;

    /// <summary>Starts the command; the environment is added to that of this process.</summary>
    public static RunningProgram Start(
        IEnumerable<string> command, IReadOnlyDictionary<string, string>? environment = null, string? workingFolder = null)
    {
        UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: false);
        ProcessStartInfo start = new(command.First(), command.Skip(1))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = encoding,
            StandardOutputEncoding = encoding,
            StandardErrorEncoding = encoding,
            WorkingDirectory = workingFolder ?? "",
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>Waits for the end of the program and gives back its exit status.</summary>
    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await Task.WhenAll(Output.Ended, Error.Ended).WaitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Waits a while for the end of the program, then kills it.</summary>
    public async Task EndAsync()
    {
        try
        {
            using CancellationTokenSource timeout = new(s_grace);
            await _process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }
    }

    /// <summary>Kills the program, by its process id, and those it has started, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }
}
