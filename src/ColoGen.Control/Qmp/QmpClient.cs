using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;

namespace ColoGen.Control.Qmp;

/// <summary>
/// A QMP connection to a running QEMU. It may be used from several threads at once. Closing it does nothing to QEMU, and QEMU serves one
/// connection a monitor at a time.
/// </summary>
public sealed class QmpClient : IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly Stream _stream;
    private readonly QmpClientOptions _options;
    private readonly QmpMessageReader _reader;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private readonly Dictionary<string, QmpPending> _byId = [];
    private readonly Queue<QmpPending> _inOrder = [];
    private readonly List<QmpEvents> _subscriptions = [];
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _work = Task.CompletedTask;
    private QmpConnectionException? _failure;
    private bool _isDisposed;
    private int _ids;

    private QmpClient(Stream stream, string name, QmpClientOptions options)
    {
        _stream = stream;
        _options = options;
        _reader = new(stream, options.MaxMessageBytes);
        Name = name;
    }

    /// <summary>What it is connected to, for people: <c>unix:/run/vm.qmp</c> or <c>tcp:10.0.0.2:4444</c>.</summary>
    public string Name { get; }

    /// <summary>QEMU's version, from the greeting.</summary>
    public QmpVersion Version { get; private set; } = new(0, 0, 0, "");

    /// <summary>Whether QEMU executes commands out of band: the capability <c>oob</c> was offered, and was enabled.</summary>
    public bool HasOutOfBand { get; private set; }

    /// <summary>Ends, never with an error, when the connection is lost or closed.</summary>
    public Task Closed => _closed.Task;

    /// <summary>Connects to a unix socket: <c>-qmp unix:PATH,server=on,wait=off</c>.</summary>
    /// <exception cref="QmpConnectionException">Nobody listens, nobody greets in time, or what greets is not QEMU.</exception>
    /// <exception cref="QmpException">QEMU refused <c>qmp_capabilities</c>.</exception>
    public static Task<QmpClient> ConnectUnixAsync(string path, QmpClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ConnectAsync(
            new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified),
            new UnixDomainSocketEndPoint(path),
            "unix:" + path,
            options ?? new(),
            cancellationToken);
    }

    /// <summary>Connects to a TCP port: <c>-qmp tcp:HOST:PORT,server=on,wait=off</c>.</summary>
    /// <inheritdoc cref="ConnectUnixAsync"/>
    public static Task<QmpClient> ConnectTcpAsync(string host, int port, QmpClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return ConnectAsync(
            new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
            new DnsEndPoint(host, port),
            $"tcp:{host}:{port}",
            options ?? new(),
            cancellationToken);
    }

    /// <summary>Speaks QMP over a stream that is connected already, and that is the client's from now on.</summary>
    /// <param name="stream">To QEMU's monitor.</param>
    /// <param name="name">What it is connected to, for people.</param>
    /// <param name="options">How to talk to QEMU.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="QmpConnectionException">Nobody greets in time, or what greets is not QEMU.</exception>
    /// <exception cref="QmpException">QEMU refused <c>qmp_capabilities</c>.</exception>
    public static async Task<QmpClient> ConnectAsync(
        Stream stream, string name, QmpClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        QmpClient client = new(stream, name, options);
        try
        {
            using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(options.ConnectTimeout);
            try
            {
                await client.NegotiateAsync(timeout.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new QmpConnectionException(
                    null,
                    $"{name} sent no QMP greeting, or did not take qmp_capabilities, within {options.ConnectTimeout.TotalSeconds} s: it is no QMP monitor, "
                    + "another client is connected to it (QEMU serves one at a time), or QEMU hangs.",
                    exception);
            }

            return client;
        }
        catch
        {
            await client.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Executes a command and gives back its <c>return</c>.</summary>
    /// <param name="command">Such as <c>query-status</c>.</param>
    /// <param name="arguments">Writes the members of its <c>arguments</c>; null for none.</param>
    /// <param name="timeout">How long to wait for the reply; null for <see cref="QmpClientOptions.CommandTimeout"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not the command: QEMU may still execute it.</param>
    /// <exception cref="QmpException">QEMU answered with an error.</exception>
    /// <exception cref="QmpTimeoutException">QEMU did not answer in time; it may still execute the command.</exception>
    /// <exception cref="QmpConnectionException">The connection is lost; it names the command.</exception>
    public Task<JsonElement> ExecuteAsync(
        string command, Action<Utf8JsonWriter>? arguments = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        ExecuteAsync("execute", command, arguments, timeout, cancellationToken);

    /// <summary>
    /// Executes a command out of band, <c>exec-oob</c>: even while QEMU is busy with another one. QEMU knows few such commands, <c>yank</c> among them.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="HasOutOfBand"/> is false.</exception>
    /// <inheritdoc cref="ExecuteAsync(string, Action{Utf8JsonWriter}?, TimeSpan?, CancellationToken)"/>
    public Task<JsonElement> ExecuteOutOfBandAsync(
        string command, Action<Utf8JsonWriter>? arguments = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        HasOutOfBand
            ? ExecuteAsync("exec-oob", command, arguments, timeout, cancellationToken)
            : throw new InvalidOperationException($"{Name} does not execute commands out of band.");

    /// <summary>Sends a command byte for byte as it is, and gives back its <c>return</c>. It has no id: QEMU answers such commands in their order.</summary>
    /// <param name="line">One JSON object with <c>execute</c> and without <c>id</c>, on one line, without the line's end.</param>
    /// <param name="timeout">How long to wait for the reply; null for <see cref="QmpClientOptions.CommandTimeout"/>.</param>
    /// <param name="cancellationToken">Ends the wait, not the command: QEMU may still execute it.</param>
    /// <exception cref="ArgumentException">The line is not such a command; nothing was sent.</exception>
    /// <inheritdoc cref="ExecuteAsync(string, Action{Utf8JsonWriter}?, TimeSpan?, CancellationToken)"/>
    public Task<JsonElement> ExecuteLineAsync(ReadOnlyMemory<byte> line, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        QmpPending pending = new(QmpRequest.CommandName(line));
        return RequestAsync([.. line.Span, (byte)'\n'], pending, id: null, timeout, cancellationToken);
    }

    /// <summary>Begins to keep events; do it before the command whose events are waited for. Dispose of it.</summary>
    /// <exception cref="QmpConnectionException">The connection is lost.</exception>
    public QmpEvents Subscribe()
    {
        QmpEvents events = new(this);
        lock (_gate)
        {
            if (_failure is not null) throw Failure(null);
            _subscriptions.Add(events);
        }

        return events;
    }

    /// <summary>Closes the connection; QEMU runs on. Commands that wait get a <see cref="QmpConnectionException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isDisposed) return;
            _isDisposed = true;
        }

        Close($"The connection to {Name} was closed on this side.", null);
        await _stop.CancelAsync().ConfigureAwait(false);
        await _stream.DisposeAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(false);
        _stop.Dispose();
    }

    internal void Unsubscribe(QmpEvents events)
    {
        lock (_gate)
        {
            _subscriptions.Remove(events);
        }
    }

    private static async Task<QmpClient> ConnectAsync(
        Socket socket, EndPoint address, string name, QmpClientOptions options, CancellationToken cancellationToken)
    {
        try
        {
            using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            timeout.CancelAfter(options.ConnectTimeout);
            await socket.ConnectAsync(address, timeout.Token).ConfigureAwait(false);
        }
        catch (SocketException exception)
        {
            socket.Dispose();
            throw new QmpConnectionException(null, $"There is no connection to {name}: {exception.Message}.", exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new QmpConnectionException(null, $"{name} took no connection within {options.ConnectTimeout.TotalSeconds} s.", exception);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return await ConnectAsync(new NetworkStream(socket, ownsSocket: true), name, options, cancellationToken).ConfigureAwait(false);
    }

    private async Task NegotiateAsync(CancellationToken cancellationToken)
    {
        JsonElement message;
        try
        {
            message = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ?? throw new QmpConnectionException(null, $"{Name} closed the connection without a QMP greeting.");
        }
        catch (Exception exception) when (exception is FormatException or IOException)
        {
            throw new QmpConnectionException(null, $"{Name} is no QMP monitor: {exception.Message}.", exception);
        }

        bool offersOutOfBand;
        try
        {
            JsonElement greeting = message.GetProperty("QMP");
            JsonElement version = greeting.GetProperty("version");
            JsonElement qemu = version.GetProperty("qemu");
            Version = new(
                qemu.GetProperty("major").GetInt32(),
                qemu.GetProperty("minor").GetInt32(),
                qemu.GetProperty("micro").GetInt32(),
                version.GetProperty("package").GetString() ?? "");
            offersOutOfBand = greeting.GetProperty("capabilities").EnumerateArray().Any(capability => capability.ValueEquals("oob"u8));
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new QmpConnectionException(null, $"{Name} is no QMP monitor: its first message is no greeting.", exception);
        }

        _work = Task.WhenAll(Task.Run(ReadAllAsync, CancellationToken.None), Task.Run(WriteAllAsync, CancellationToken.None));
        bool enable = offersOutOfBand && _options.EnableOutOfBand;
        await ExecuteAsync("qmp_capabilities", enable ? WriteEnableOutOfBand : null, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        HasOutOfBand = enable;
    }

    private static void WriteEnableOutOfBand(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("enable");
        writer.WriteStringValue("oob"u8);
        writer.WriteEndArray();
    }

    private Task<JsonElement> ExecuteAsync(
        string verb, string command, Action<Utf8JsonWriter>? arguments, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(command);
        string id = "cologen-" + Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        return RequestAsync(QmpRequest.Write(verb, command, id, arguments), new(command), id, timeout, cancellationToken);
    }

    private async Task<JsonElement> RequestAsync(byte[] line, QmpPending pending, string? id, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_failure is not null) throw Failure(pending.Command);
            if (id is null)
            {
                _inOrder.Enqueue(pending);
            }
            else
            {
                _byId.Add(id, pending);
            }

            _outgoing.Writer.TryWrite(line);
        }

        TimeSpan allowed = timeout ?? _options.CommandTimeout;
        try
        {
            return await pending.Reply.WaitAsync(allowed, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new QmpTimeoutException(pending.Command, $"{Name} did not answer {pending.Command} within {allowed.TotalSeconds} s.");
        }
    }

    private async Task WriteAllAsync()
    {
        try
        {
            await foreach (byte[] line in _outgoing.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                await _stream.WriteAsync(line, _stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Close($"The connection to {Name} was lost: {exception.Message}", exception);
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (await _reader.ReadAsync(_stop.Token).ConfigureAwait(false) is { } message) Receive(message);
            Close($"QEMU closed the connection to {Name}.", null);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            Close($"The connection to {Name} was lost: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is FormatException or KeyNotFoundException or InvalidOperationException)
        {
            Close($"The connection to {Name} was given up: {exception.Message}.", exception);
        }
    }

    private void Receive(JsonElement message)
    {
        if (message.TryGetProperty("event", out JsonElement name))
        {
            Receive(new QmpEvent(name.GetString()!, message.TryGetProperty("data", out JsonElement data) ? data : default, Timestamp(message)));
        }
        else if (message.TryGetProperty("return", out _) || message.TryGetProperty("error", out _))
        {
            Complete(Pending(message), message);
        }
        else
        {
            throw new FormatException("it sent a message that is neither reply nor event");
        }
    }

    private void Complete(QmpPending pending, JsonElement reply)
    {
        try
        {
            pending.Complete(reply);
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            pending.Fail(new QmpConnectionException(pending.Command, $"{Name} answered with what is no QMP reply.", exception));
            throw;
        }
    }

    private void Receive(QmpEvent item)
    {
        lock (_gate)
        {
            foreach (QmpEvents subscription in _subscriptions) subscription.Add(item);
        }
    }

    private QmpPending Pending(JsonElement reply)
    {
        lock (_gate)
        {
            QmpPending? pending;
            bool isKnown = reply.TryGetProperty("id", out JsonElement id)
                ? _byId.Remove(id.GetString() ?? "", out pending)
                : _inOrder.TryDequeue(out pending);
            return isKnown ? pending! : throw new FormatException("it answered what it was not asked");
        }
    }

    private static DateTimeOffset Timestamp(JsonElement message)
    {
        if (!message.TryGetProperty("timestamp", out JsonElement timestamp)) return DateTimeOffset.UtcNow;
        long seconds = timestamp.GetProperty("seconds").GetInt64();
        long microseconds = timestamp.GetProperty("microseconds").GetInt64();
        return DateTimeOffset.FromUnixTimeSeconds(Math.Max(0, seconds)).AddMicroseconds(Math.Max(0, microseconds));
    }

    private QmpConnectionException Failure(string? command) => new(command, _failure!.Reason, _failure.InnerException);

    /// <summary>The first reason counts. Every command that waits gets it, and every subscription.</summary>
    private void Close(string reason, Exception? inner)
    {
        QmpPending[] pending;
        QmpEvents[] subscriptions;
        lock (_gate)
        {
            if (_failure is not null) return;
            _failure = new(null, reason, inner);
            pending = [.. _byId.Values, .. _inOrder];
            subscriptions = [.. _subscriptions];
            _byId.Clear();
            _inOrder.Clear();
            _subscriptions.Clear();
            _outgoing.Writer.TryComplete();
        }

        foreach (QmpPending item in pending) item.Fail(Failure(item.Command));
        foreach (QmpEvents subscription in subscriptions) subscription.End(_isDisposed ? null : Failure(null));
        _closed.TrySetResult();
    }
}
