namespace ColoGen.TestInfrastructure;

/// <summary>
/// One virsh that takes command after command from its standard input. With the embed driver libvirt itself runs inside
/// this process, and domains are lost to libvirt when it ends.
/// </summary>
internal sealed class VirshSession : IAsyncDisposable
{
    private const string Prompt = "virsh # ";

    private static readonly TimeSpan s_commandTimeout = TimeSpan.FromSeconds(120);

    private readonly RunningProgram _program;
    private int _commands;

    public VirshSession(IEnumerable<string> command, IReadOnlyDictionary<string, string> environment) =>
        _program = RunningProgram.Start(command, environment);

    /// <summary>Whether the next command can be run: virsh is alive, and no command was given up half way.</summary>
    public bool IsUsable { get; private set; } = true;

    /// <summary>Runs one command, on one line, and gives back what it prints. One at a time.</summary>
    /// <exception cref="LibvirtException">The command failed, or virsh ended, as it does when libvirt crashes.</exception>
    public async Task<string> RunAsync(string command, CancellationToken cancellationToken)
    {
        // virsh prints its prompt and the command before the command's output, and no line end after an echo.
        string mark = $"end-of-command-{++_commands}";
        string errorEcho = $"echo --err {mark}\n";
        string outputEcho = $"echo {mark}\n";
        string[] texts;
        IsUsable = false;
        try
        {
            texts = await Waiting.WithinAsync(
                s_commandTimeout,
                () => $"virsh to run: {command}. It has printed: {_program.Output.Rest}. Standard error: {_program.Error.Rest}. "
                    + $"Threads: {ProcessThreads.Describe(_program.ProcessId)}",
                async token =>
                {
                    await _program.Input.WriteAsync($"{command}\n{errorEcho}{outputEcho}".AsMemory(), token);
                    await _program.Input.FlushAsync(token);
                    return await Task.WhenAll(
                        _program.Output.TakeThroughAsync(outputEcho + mark, token),
                        _program.Error.TakeThroughAsync($"error: {mark}\n", token));
                },
                cancellationToken);
        }
        catch (IOException)
        {
            await _program.EndAsync();
            int status = _program.ExitStatus;
            throw new LibvirtException($"virsh ended with status {status} at: {command}\n{_program.Error.Rest}".Trim());
        }

        IsUsable = true;
        string error = texts[1].Trim();
        if (error.Length > 0) throw new LibvirtException(error);

        int start = texts[0].IndexOf('\n') + 1;
        int end = texts[0].LastIndexOf(Prompt + errorEcho, StringComparison.Ordinal);
        return texts[0][start..end].Trim();
    }

    /// <summary>Lets virsh finish, so that libvirt can tidy up, or kills it.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            _program.Input.Close();
        }
        catch (IOException)
        {
            // virsh is dead already.
        }

        await _program.EndAsync();
        await _program.DisposeAsync();
    }
}
