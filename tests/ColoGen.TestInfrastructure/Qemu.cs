using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColoGen.Control.Qmp;

namespace ColoGen.TestInfrastructure;

/// <summary>A running QEMU with a QMP connection. Several can run at once; disposal ends the process.</summary>
public sealed class Qemu : IAsyncDisposable
{
    private static readonly TimeSpan s_replyTimeout = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly SemaphoreSlim _consoleUse = new(1);
    private RunningProgram? _program;
    private QmpClient? _monitor;
    private QmpEvents? _events;
    private int _fences;
    private bool _disposed;

    private Qemu()
    {
    }

    /// <summary>QEMU's version.</summary>
    public QmpVersion Version => Monitor.Version;

    /// <summary>The id of the process.</summary>
    public int ProcessId => Program.ProcessId;

    /// <summary>What QEMU has written to its standard error so far.</summary>
    public string StandardError => Program.Error.Text;

    private RunningProgram Program => _program ?? throw new InvalidOperationException("QEMU is not started.");

    private QmpClient Monitor => _monitor ?? throw new InvalidOperationException("QEMU is not connected.");

    /// <summary>Starts QEMU with more arguments, such as -blockdev and -device, and waits until it answers.</summary>
    /// <exception cref="QemuException">QEMU ended instead, for example because it rejects an argument.</exception>
    public static async Task<Qemu> StartAsync(
        QemuOptions? options = null, IEnumerable<string>? arguments = null, CancellationToken cancellationToken = default)
    {
        Qemu qemu = new();
        try
        {
            options ??= new();
            await qemu.StartProgramAsync(options, [.. options.Arguments(), .. arguments ?? []], cancellationToken);
            return qemu;
        }
        catch
        {
            await qemu.DisposeAsync();
            throw;
        }
    }

    /// <summary>Executes a QMP command and gives back its return value.</summary>
    /// <exception cref="QmpException">QEMU answered with an error.</exception>
    /// <exception cref="QemuException">QEMU ended.</exception>
    public Task<JsonElement> ExecuteAsync(
        string command, JsonNode? arguments = null, CancellationToken cancellationToken = default)
    {
        JsonObject request = new() { ["execute"] = command };
        if (arguments is not null) request["arguments"] = arguments.DeepClone();

        return ExecuteLineAsync(request.ToJsonString(), cancellationToken);
    }

    /// <summary>Sends one command exactly as it is written, and gives back its return value.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public Task<JsonElement> ExecuteLineAsync(string line, CancellationToken cancellationToken = default) =>
        ExecuteLineAsync(Encoding.UTF8.GetBytes(line), cancellationToken);

    /// <inheritdoc cref="ExecuteLineAsync(string, CancellationToken)"/>
    public Task<JsonElement> ExecuteLineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken = default) =>
        WithinAsync(
            s_replyTimeout,
            () => "the reply to " + Encoding.UTF8.GetString(line.Span),
            token => Monitor.ExecuteLineAsync(line, Timeout.InfiniteTimeSpan, token),
            cancellationToken);

    /// <summary>
    /// Takes the first event of that name, past or future, that satisfies the condition. An event that was taken
    /// is not found again, so that the same call made twice waits for two events.
    /// </summary>
    public Task<QmpEvent> WaitForEventAsync(
        string name, TimeSpan timeout, Func<QmpEvent, bool>? where = null, CancellationToken cancellationToken = default) =>
        WithinAsync(
            timeout,
            () => $"the event {name}; other events: {string.Join(", ", TakeEvents().Select(item => item.Name))}",
            token => _events!.WaitForAsync(name, Timeout.InfiniteTimeSpan, where, token),
            cancellationToken);

    /// <summary>
    /// Runs a qemu-io command on a node, or with the target "-d PATH" on a device's backend, and gives back all that it
    /// printed. With -q it prints nothing when it succeeds. (The QMP reply alone is empty for a failure, too.)
    /// </summary>
    public async Task<string> QemuIoAsync(string target, string command, CancellationToken cancellationToken = default)
    {
        await _consoleUse.WaitAsync(cancellationToken);
        try
        {
            await FenceAsync(target, cancellationToken);
            string refusal = await SendToQemuIoAsync(target, command, cancellationToken);
            string printed = await FenceAsync(target, cancellationToken);
            return (refusal + printed).Trim();
        }
        finally
        {
            _consoleUse.Release();
        }
    }

    /// <summary>All block nodes.</summary>
    public async Task<IReadOnlyList<QemuNode>> NodesAsync(CancellationToken cancellationToken = default) =>
        QemuNode.List(await ExecuteLineAsync(QemuNode.Query, cancellationToken));

    /// <summary>Kills QEMU at once, as a crash of its host would.</summary>
    public Task KillAsync() => Program.KillAsync();

    /// <summary>Waits for the end of QEMU and gives back its exit status: 137 for one that was killed.</summary>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken = default) => Program.WaitForExitAsync(cancellationToken);

    /// <summary>Asks QEMU to quit, kills it if it does not, and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed) return;

        _disposed = true;
        if (_program is not null)
        {
            await QuitAsync();
            await _program.DisposeAsync();
        }

        if (_monitor is not null) await _monitor.DisposeAsync();

        _consoleUse.Dispose();
        _folder.Dispose();
    }

    private IEnumerable<QmpEvent> TakeEvents()
    {
        while (_events!.TryTake(_ => true) is { } item) yield return item;
    }

    private async Task StartProgramAsync(QemuOptions options, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        string path = _folder.File("qmp");
        using Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();

        // Without stdbuf the output of qemu-io would wait in a buffer of QEMU until that is full.
        _program = RunningProgram.Start(
            [.. options.Launcher ?? [], "stdbuf", "-oL", .. options.Command ?? Programs.Command(Programs.Qemu), .. arguments, "-qmp", "unix:" + path],
            workingFolder: options.Folder);
        _program.Input.Close();

        _monitor = await WithinAsync(
            s_replyTimeout, () => "QEMU's greeting", token => ConnectAsync(listener, token), cancellationToken);
        _events = _monitor.Subscribe();
    }

    private async Task<QmpClient> ConnectAsync(Socket listener, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Socket> connection = listener.AcceptAsync(stop.Token).AsTask();
        Task<int> exit = Program.WaitForExitAsync(stop.Token);
        bool connected = await Task.WhenAny(connection, exit) == connection;
        await stop.CancelAsync();
        if (!connected) throw new EndOfStreamException("QEMU ended before it connected.");
        QmpClientOptions options = new() { ConnectTimeout = Timeout.InfiniteTimeSpan };
        return await QmpClient.ConnectAsync(new NetworkStream(await connection, ownsSocket: true), $"process {ProcessId}", options, cancellationToken);
    }

    /// <summary>Waits for something from QEMU; the errors have QEMU's own words.</summary>
    private async Task<T> WithinAsync<T>(
        TimeSpan allowed, Func<string> what, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Waiting.WithinAsync(
                allowed,
                () => $"{what()} (QEMU, process {ProcessId}). Standard error: {StandardError}",
                work,
                cancellationToken);
        }
        catch (Exception exception) when (exception is EndOfStreamException or QmpConnectionException)
        {
            int status = await Waiting.WithinAsync(
                s_replyTimeout,
                () => $"the end of QEMU. Standard error: {StandardError}",
                Program.WaitForExitAsync,
                cancellationToken);
            throw new QemuException("QEMU", status, StandardError);
        }
    }

    /// <summary>Gives back what qemu-io printed since the last fence.</summary>
    /// <remarks>
    /// qemu-io complains of its mistakes to the standard output, and of unknown commands and options to the standard
    /// error. The fence is a complaint in each: what was printed before must have arrived before.
    /// </remarks>
    private async Task<string> FenceAsync(string target, CancellationToken cancellationToken)
    {
        string fence = $"fence-{++_fences}";
        string refusal = await SendToQemuIoAsync(target, "help " + fence, cancellationToken);
        if (refusal.Length > 0) return "";

        await SendToQemuIoAsync(target, fence, cancellationToken);
        string output = await WithinAsync(
            s_replyTimeout,
            () => "the output of qemu-io; does 'stdbuf -oL' work with this QEMU?",
            token => Program.Output.TakeThroughAsync($"command {fence} not found\n", token),
            cancellationToken);
        string error = await WithinAsync(
            s_replyTimeout,
            () => "the errors of qemu-io",
            token => Program.Error.TakeThroughAsync($"command \"{fence}\" not found\n", token),
            cancellationToken);

        // What begins with QEMU's name is said by QEMU itself, such as the end of a COLO connection, and by chance at this time.
        return output + string.Join('\n', error.Split('\n').Where(line => !line.StartsWith("qemu-system-", StringComparison.Ordinal)));
    }

    private async Task<string> SendToQemuIoAsync(string target, string command, CancellationToken cancellationToken)
    {
        string quoted = command.Replace("\\", "\\\\").Replace("\"", "\\\"");
        JsonElement reply = await ExecuteAsync(
            "human-monitor-command",
            new JsonObject { ["command-line"] = $"qemu-io {target} \"{quoted}\"" },
            cancellationToken);
        return reply.GetString()!;
    }

    private async Task QuitAsync()
    {
        if (_monitor is null || Program.HasExited) return;

        try
        {
            using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(2));
            await _monitor.ExecuteAsync("quit", cancellationToken: timeout.Token);
            await Program.EndAsync();
        }
        catch (Exception exception) when (exception is QmpConnectionException or OperationCanceledException)
        {
            // QEMU has ended already, or hangs and is killed next.
        }
    }
}
