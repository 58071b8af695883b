using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColoGen.TestInfrastructure;

/// <summary>A running QEMU with a QMP connection. Several can run at once; disposal ends the process.</summary>
public sealed class Qemu : IAsyncDisposable
{
    private static readonly TimeSpan ReplyTimeout = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder folder = new();
    private readonly SemaphoreSlim consoleUse = new(1);
    private RunningProgram? program;
    private QmpConnection? monitor;
    private int fences;
    private bool disposed;

    private Qemu()
    {
    }

    /// <summary>QEMU's version, such as "7.2.22".</summary>
    public string Version { get; private set; } = "";

    /// <summary>The id of the process.</summary>
    public int ProcessId => Program.ProcessId;

    /// <summary>What QEMU has written to its standard error so far.</summary>
    public string StandardError => Program.Error.Text;

    /// <summary>The events so far that <see cref="WaitForEventAsync"/> has not taken.</summary>
    public IReadOnlyList<JsonElement> Events => Monitor.Events;

    private RunningProgram Program => program ?? throw new InvalidOperationException("QEMU is not started.");

    private QmpConnection Monitor => monitor ?? throw new InvalidOperationException("QEMU is not connected.");

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
        if (arguments is not null)
        {
            request["arguments"] = arguments.DeepClone();
        }

        return ExecuteLineAsync(request.ToJsonString(), cancellationToken);
    }

    /// <summary>Sends one command exactly as it is written, and gives back its return value.</summary>
    /// <inheritdoc cref="ExecuteAsync"/>
    public Task<JsonElement> ExecuteLineAsync(string line, CancellationToken cancellationToken = default)
        => ExecuteLineAsync(Encoding.UTF8.GetBytes(line), cancellationToken);

    /// <inheritdoc cref="ExecuteLineAsync(string, CancellationToken)"/>
    public async Task<JsonElement> ExecuteLineAsync(ReadOnlyMemory<byte> line, CancellationToken cancellationToken = default)
    {
        string request = Encoding.UTF8.GetString(line.Span);
        JsonElement reply = await WithinAsync(
            ReplyTimeout, () => "the reply to " + request, token => Monitor.RequestAsync(line, token), cancellationToken);
        return QmpReply.Value(request, reply);
    }

    /// <summary>
    /// Takes the first event of that name, past or future, that satisfies the condition. An event that was taken
    /// is not found again, so that the same call made twice waits for two events.
    /// </summary>
    public Task<JsonElement> WaitForEventAsync(
        string name,
        TimeSpan timeout,
        Func<JsonElement, bool>? where = null,
        CancellationToken cancellationToken = default)
        => WithinAsync(
            timeout,
            () => $"the event {name}; other events: {string.Join(", ", Events.Select(Name))}",
            token => Monitor.TakeEventAsync(item => Name(item) == name && (where is null || where(item)), token),
            cancellationToken);

    /// <summary>
    /// Runs a qemu-io command on a node, or with the target "-d PATH" on a device's backend, and gives back all that it
    /// printed. With -q it prints nothing when it succeeds. (The QMP reply alone is empty for a failure, too.)
    /// </summary>
    public async Task<string> QemuIoAsync(string target, string command, CancellationToken cancellationToken = default)
    {
        await consoleUse.WaitAsync(cancellationToken);
        try
        {
            await FenceAsync(target, cancellationToken);
            string refusal = await SendToQemuIoAsync(target, command, cancellationToken);
            string printed = await FenceAsync(target, cancellationToken);
            return (refusal + printed).Trim();
        }
        finally
        {
            consoleUse.Release();
        }
    }

    /// <summary>All block nodes.</summary>
    public async Task<IReadOnlyList<QemuNode>> NodesAsync(CancellationToken cancellationToken = default)
        => QemuNode.List(await ExecuteLineAsync(QemuNode.Query, cancellationToken));

    /// <summary>Kills QEMU at once, as a crash of its host would.</summary>
    public Task KillAsync() => Program.KillAsync();

    /// <summary>Waits for the end of QEMU and gives back its exit status: 137 for one that was killed.</summary>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken = default) => Program.WaitForExitAsync(cancellationToken);

    /// <summary>Asks QEMU to quit, kills it if it does not, and deletes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        if (program is not null)
        {
            await QuitAsync();
            await program.DisposeAsync();
        }

        if (monitor is not null)
        {
            await monitor.DisposeAsync();
        }

        consoleUse.Dispose();
        folder.Dispose();
    }

    private static string Name(JsonElement item) => item.GetProperty("event").GetString()!;

    private async Task StartProgramAsync(QemuOptions options, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        string path = folder.File("qmp");
        using Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();

        // Without stdbuf the output of qemu-io would wait in a buffer of QEMU until that is full.
        program = RunningProgram.Start(
            [.. options.Launcher ?? [], "stdbuf", "-oL", .. Programs.Command(Programs.Qemu), .. arguments, "-qmp", "unix:" + path],
            workingFolder: options.Folder);
        program.Input.Close();

        JsonElement greeting = await WithinAsync(
            ReplyTimeout, () => "QEMU's greeting", token => ConnectAsync(listener, token), cancellationToken);
        JsonElement version = greeting.GetProperty("version").GetProperty("qemu");
        Version = $"{version.GetProperty("major")}.{version.GetProperty("minor")}.{version.GetProperty("micro")}";
        await ExecuteAsync("qmp_capabilities", cancellationToken: cancellationToken);
    }

    private async Task<JsonElement> ConnectAsync(Socket listener, CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<Socket> connection = listener.AcceptAsync(stop.Token).AsTask();
        Task<int> exit = Program.WaitForExitAsync(stop.Token);
        bool connected = await Task.WhenAny(connection, exit) == connection;
        if (connected)
        {
            monitor = new(await connection);
        }

        await stop.CancelAsync();
        return connected
            ? await Monitor.Greeting.WaitAsync(cancellationToken)
            : throw new EndOfStreamException("QEMU ended before it connected.");
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
        catch (EndOfStreamException)
        {
            int status = await Waiting.WithinAsync(
                ReplyTimeout,
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
        string fence = $"fence-{++fences}";
        string refusal = await SendToQemuIoAsync(target, "help " + fence, cancellationToken);
        if (refusal.Length > 0)
        {
            return "";
        }

        await SendToQemuIoAsync(target, fence, cancellationToken);
        string output = await WithinAsync(
            ReplyTimeout,
            () => "the output of qemu-io; does 'stdbuf -oL' work with this QEMU?",
            token => Program.Output.TakeThroughAsync($"command {fence} not found\n", token),
            cancellationToken);
        string error = await WithinAsync(
            ReplyTimeout,
            () => "the errors of qemu-io",
            token => Program.Error.TakeThroughAsync($"command \"{fence}\" not found\n", token),
            cancellationToken);
        return output + error;
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
        if (monitor is null || Program.HasExited)
        {
            return;
        }

        try
        {
            using CancellationTokenSource timeout = new(TimeSpan.FromSeconds(2));
            await monitor.RequestAsync("""{"execute":"quit"}"""u8.ToArray(), timeout.Token);
            await Program.EndAsync();
        }
        catch (Exception exception) when (exception is EndOfStreamException or OperationCanceledException)
        {
            // QEMU has ended already, or hangs and is killed next.
        }
    }
}
