using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Threading.Channels;

namespace ColoGen.Control.Qmp;

/// <summary>A QMP connection to a running QEMU. Thread-safe.</summary>
/// <remarks>
/// <para>A monitor of QEMU serves one connection at a time. Closing the connection does not end QEMU.</para>
/// <para>
/// A monitor has no access control: whoever connects to it can run commands as the user of the QEMU process. Use a Unix socket with restrictive
/// permissions, or TLS with client certificates.
/// </para>
/// <para>The client implements the QEMU Machine Protocol: greeting, capabilities negotiation, commands, asynchronous events.</para>
/// </remarks>
public sealed class QmpClient : IAsyncDisposable
{
    /// <summary>Held while the target host of a caller's options is set.</summary>
    private static readonly object s_targetHost = new();

    private readonly object _gate = new();
    private readonly Stream _stream;
    private readonly QmpClientOptions _options;
    private readonly QmpMessageReader _reader;
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<byte[]> _outgoing = Channel.CreateUnbounded<byte[]>(new() { SingleReader = true });
    private readonly Dictionary<string, QmpPending> _byId = [];
    private readonly Queue<QmpPending> _inOrder = [];
    private readonly List<QmpEvents> _subscriptions = [];
    private readonly TaskCompletionSource<QmpConnectionException> _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
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

    /// <summary>The address, for messages: <c>unix:/run/vm.qmp</c> or <c>tcp:10.0.0.2:4444</c>.</summary>
    public string Name { get; }

    /// <summary>The version of QEMU: <c>version</c> of the greeting.</summary>
    public QmpVersion Version { get; private set; } = new(0, 0, 0, "");

    /// <summary>Whether QEMU executes commands out of band: it offers the capability <c>oob</c>, and the client enabled it.</summary>
    public bool HasOutOfBand { get; private set; }

    /// <summary>Completes when the connection is lost or closed, with the cause. Never fails.</summary>
    public Task<QmpConnectionException> Closed => _closed.Task;

    /// <summary>Connects to a Unix socket, opened by QEMU with <c>-qmp unix:PATH,server=on,wait=off</c>.</summary>
    /// <param name="path">The path of the socket.</param>
    /// <param name="options">Timeouts and limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="ArgumentException">The address is empty, or one that no socket can have: a path that is too long, a port out of range.</exception>
    /// <exception cref="QmpConnectionException">
    /// The connection was refused, or there was no QMP greeting within <see cref="QmpClientOptions.ConnectTimeout"/>.
    /// </exception>
    /// <exception cref="QmpException">QEMU refused <c>qmp_capabilities</c>.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
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

    /// <summary>
    /// Connects to a TCP port, opened by QEMU with <c>-qmp tcp:HOST:PORT,server=on,wait=off</c>, without encryption and authentication. Use it within one
    /// host or an isolated network only; otherwise use
    /// <see cref="ConnectTlsAsync(string, int, SslClientAuthenticationOptions, QmpClientOptions?, CancellationToken)"/>.
    /// </summary>
    /// <param name="host">The host name or address.</param>
    /// <param name="port">The port.</param>
    /// <param name="options">Timeouts and limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <inheritdoc cref="ConnectUnixAsync"/>
    public static Task<QmpClient> ConnectTcpAsync(
        string host, int port, QmpClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        return ConnectAsync(
            new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true },
            new DnsEndPoint(host, port),
            $"tcp:{host}:{port}",
            options ?? new(),
            cancellationToken);
    }

    /// <summary>
    /// Connects to a TCP port with TLS, opened by QEMU with <c>-object tls-creds-x509,id=ID,dir=DIR,endpoint=server,verify-peer=on</c>,
    /// <c>-chardev socket,id=NAME,host=HOST,port=PORT,server=on,wait=off,tls-creds=ID</c> and <c>-mon chardev=NAME,mode=control</c>.
    /// </summary>
    /// <param name="host">The host name or address.</param>
    /// <param name="port">The port.</param>
    /// <param name="authentication">
    /// The client's certificate, and how the server's certificate is validated. If <see cref="SslClientAuthenticationOptions.TargetHost"/> is null,
    /// <paramref name="host"/> is used. The options are not changed, and can be used for several hosts.
    /// </param>
    /// <param name="options">Timeouts and limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="ArgumentException">The host is empty, or the port out of range.</exception>
    /// <exception cref="QmpConnectionException">
    /// The connection was refused, the TLS handshake failed, or there was no QMP greeting within <see cref="QmpClientOptions.ConnectTimeout"/>. A server
    /// that does not accept the client's certificate may close the connection only after the handshake.
    /// </exception>
    /// <exception cref="QmpException">QEMU refused <c>qmp_capabilities</c>.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    public static async Task<QmpClient> ConnectTlsAsync(
        string host,
        int port,
        SslClientAuthenticationOptions authentication,
        QmpClientOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(host);
        ArgumentNullException.ThrowIfNull(authentication);
        options ??= new();
        string name = $"tls:{host}:{port}";
        SslStream stream = new(await OpenAsync(
            new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }, new DnsEndPoint(host, port), name, options, cancellationToken).ConfigureAwait(false));
        try
        {
            await WithinAsync(
                options,
                token => AuthenticateAsync(stream, host, authentication, token),
                exception => $"There is no TLS connection to {name}: {exception.Message}",
                $"{name} did not complete the TLS handshake",
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        return await ConnectAsync(stream, name, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Uses a stream that is connected to a QMP monitor. The client owns the stream, and disposes it.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="name">The address, for messages.</param>
    /// <param name="options">Timeouts and limits; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the attempt.</param>
    /// <exception cref="QmpConnectionException">There was no QMP greeting within <see cref="QmpClientOptions.ConnectTimeout"/>.</exception>
    /// <exception cref="QmpException">QEMU refused <c>qmp_capabilities</c>.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    public static async Task<QmpClient> ConnectAsync(
        Stream stream, string name, QmpClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        options ??= new();
        QmpClient client = new(stream, name, options);
        try
        {
            using CancellationTokenSource timeout = new(options.ConnectTimeout, options.TimeProvider);
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                await client.NegotiateAsync(stop.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
            {
                throw new QmpConnectionException(
                    null,
                    $"{name} sent no QMP greeting, or did not take qmp_capabilities, within {options.ConnectTimeout.TotalSeconds} s: "
                    + "it is not a QMP monitor, another client is connected to it (QEMU serves one at a time), or QEMU hangs.",
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

    /// <summary>Executes a command: <c>execute</c>.</summary>
    /// <param name="command">The name of the command, such as <c>query-status</c>.</param>
    /// <param name="arguments">Writes the members of <c>arguments</c>; null for none.</param>
    /// <param name="timeout">The longest time to wait for the reply; null for <see cref="QmpClientOptions.CommandTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait. QEMU may still execute the command.</param>
    /// <returns>The <c>return</c> of the reply.</returns>
    /// <exception cref="ArgumentException">The name of the command is empty. Nothing was sent.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The timeout is negative or longer than 49 days. Nothing was sent.</exception>
    /// <exception cref="QmpException">QEMU answered with an error.</exception>
    /// <exception cref="QmpTimeoutException">QEMU did not answer in time. It may still execute the command.</exception>
    /// <exception cref="QmpConnectionException">The connection is lost.</exception>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public Task<JsonElement> ExecuteAsync(
        string command, Action<Utf8JsonWriter>? arguments = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        ExecuteAsync("execute", command, arguments, timeout, cancellationToken);

    /// <summary>
    /// Executes a command out of band: <c>exec-oob</c>. QEMU executes it even if another command is in progress. Few commands support that;
    /// <c>yank</c> is one.
    /// </summary>
    /// <exception cref="InvalidOperationException"><see cref="HasOutOfBand"/> is false.</exception>
    /// <inheritdoc cref="ExecuteAsync(string, Action{Utf8JsonWriter}?, TimeSpan?, CancellationToken)"/>
    public Task<JsonElement> ExecuteOutOfBandAsync(
        string command, Action<Utf8JsonWriter>? arguments = null, TimeSpan? timeout = null, CancellationToken cancellationToken = default) =>
        HasOutOfBand
            ? ExecuteAsync("exec-oob", command, arguments, timeout, cancellationToken)
            : throw new InvalidOperationException($"{Name} does not execute commands out of band.");

    /// <summary>Executes a command that is sent byte for byte. It has no <c>id</c>: QEMU answers such commands in order.</summary>
    /// <param name="line">One JSON object with <c>execute</c> and without <c>id</c>, on one line, without the end of the line.</param>
    /// <param name="timeout">The longest time to wait for the reply; null for <see cref="QmpClientOptions.CommandTimeout"/>.</param>
    /// <param name="cancellationToken">Cancels the wait. QEMU may still execute the command.</param>
    /// <exception cref="ArgumentException">The line is not such a command. Nothing was sent.</exception>
    /// <inheritdoc cref="ExecuteAsync(string, Action{Utf8JsonWriter}?, TimeSpan?, CancellationToken)"/>
    public Task<JsonElement> ExecuteLineAsync(ReadOnlyMemory<byte> line, TimeSpan? timeout = null, CancellationToken cancellationToken = default)
    {
        QmpPending pending = new(QmpRequest.CommandName(line));
        return RequestAsync([.. line.Span, (byte)'\n'], pending, id: null, timeout, cancellationToken);
    }

    /// <summary>Subscribes to events. Call it before the command that causes the events, and dispose the subscription.</summary>
    /// <param name="names">The names of the events; none for all events.</param>
    /// <exception cref="QmpConnectionException">The connection is lost.</exception>
    public QmpEvents Subscribe(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        QmpEvents events = new(this, names, _options.TimeProvider);
        lock (_gate)
        {
            if (_failure is not null) throw Failure(null);
            _subscriptions.Add(events);
        }

        return events;
    }

    /// <summary>Closes the connection. QEMU continues. Waiting commands throw <see cref="QmpConnectionException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isDisposed = true;
        }

        Close($"The connection to {Name} was closed on this side.", null);
        await _released.Task.ConfigureAwait(false);
    }

    /// <summary>The number of subscriptions that are open.</summary>
    internal int SubscriptionCount
    {
        get
        {
            lock (_gate)
            {
                return _subscriptions.Count;
            }
        }
    }

    /// <summary>The clock of all timeouts.</summary>
    internal TimeProvider TimeProvider => _options.TimeProvider;

    internal void Unsubscribe(QmpEvents events)
    {
        lock (_gate)
        {
            _subscriptions.Remove(events);
        }
    }

    private static async Task<QmpClient> ConnectAsync(
        Socket socket, EndPoint address, string name, QmpClientOptions options, CancellationToken cancellationToken) =>
        await ConnectAsync(
            await OpenAsync(socket, address, name, options, cancellationToken).ConfigureAwait(false), name, options, cancellationToken).ConfigureAwait(false);

    private static async Task<NetworkStream> OpenAsync(
        Socket socket, EndPoint address, string name, QmpClientOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await WithinAsync(
                options,
                token => socket.ConnectAsync(address, token).AsTask(),
                exception => $"There is no connection to {name}: {exception.Message}.",
                $"{name} accepted no connection",
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <exception cref="QmpConnectionException">The connection failed, or took too long.</exception>
    /// <exception cref="OperationCanceledException">The attempt was cancelled.</exception>
    private static async Task WithinAsync(
        QmpClientOptions options, Func<CancellationToken, Task> connect, Func<Exception, string> describe, string late, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = new(options.ConnectTimeout, options.TimeProvider);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await connect(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception) when (timeout.IsCancellationRequested)
        {
            throw new QmpConnectionException(null, $"{late} within {options.ConnectTimeout.TotalSeconds} s.", exception);
        }
        catch (Exception exception) when (exception is SocketException or IOException or AuthenticationException)
        {
            throw new QmpConnectionException(null, describe(exception), exception);
        }
    }

    /// <summary>The stream copies the options before it returns a task, so that the caller's can be used for another host.</summary>
    private static Task AuthenticateAsync(SslStream stream, string host, SslClientAuthenticationOptions authentication, CancellationToken cancellationToken)
    {
        if (authentication.TargetHost is not null) return stream.AuthenticateAsClientAsync(authentication, cancellationToken);
        lock (s_targetHost)
        {
            authentication.TargetHost = host;
            try
            {
                return stream.AuthenticateAsClientAsync(authentication, cancellationToken);
            }
            finally
            {
                authentication.TargetHost = null;
            }
        }
    }

    private async Task NegotiateAsync(CancellationToken cancellationToken)
    {
        JsonElement? first;
        try
        {
            // A stream may ignore the token.
            first = await _reader.ReadAsync(cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (FormatException exception)
        {
            throw new QmpConnectionException(null, $"{Name} is not a QMP monitor: {exception.Message}.", exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new QmpConnectionException(null, Lost(exception), exception);
        }

        JsonElement message = first ?? throw new QmpConnectionException(null, $"{Name} closed the connection without a QMP greeting.");

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
            throw new QmpConnectionException(null, $"{Name} is not a QMP monitor: its first message is not a greeting.", exception);
        }

        // Both end with the connection, and throw nothing.
        _ = Task.Run(ReadAllAsync, CancellationToken.None);
        _ = Task.Run(WriteAllAsync, CancellationToken.None);
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
        TimeSpan allowed = Timeouts.Require(timeout ?? _options.CommandTimeout, nameof(timeout));
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

        try
        {
            return await pending.Reply.WaitAsync(allowed, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
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
                // QEMU's monitor reads byte by byte. QEMU 7.2 does not notice what is left of a TLS record: a command would wait for the next one.
                int length = _stream is SslStream ? 1 : line.Length;
                for (int at = 0; at < line.Length; at += length)
                {
                    await _stream.WriteAsync(line.AsMemory(at, length), _stop.Token).ConfigureAwait(false);
                }

                await _stream.FlushAsync(_stop.Token).ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            Close(Lost(exception), exception);
        }
    }

    private async Task ReadAllAsync()
    {
        try
        {
            while (await _reader.ReadAsync(_stop.Token).ConfigureAwait(false) is { } message) Receive(message);
            Close($"QEMU closed the connection to {Name}.", null);
        }
        catch (FormatException exception)
        {
            Close($"The connection to {Name} was closed: {exception.Message}.", exception);
        }
        catch (Exception exception)
        {
            Close(Lost(exception), exception);
        }
    }

    /// <exception cref="FormatException">The message is neither reply nor event, or nobody waits for that reply.</exception>
    private void Receive(JsonElement message)
    {
        if (message.TryGetProperty("event", out _))
        {
            Receive(QmpMessage.ReadEvent(message, _options.TimeProvider));
        }
        else if (message.TryGetProperty("return", out JsonElement value))
        {
            Pending(message).Complete(value);
        }
        else if (message.TryGetProperty("error", out JsonElement error))
        {
            (string errorClass, string description) = QmpMessage.ReadError(error);
            QmpPending pending = Pending(message);
            pending.Fail(new QmpException(pending.Command, errorClass, description));
        }
        else
        {
            throw new FormatException("it sent a message that is neither reply nor event");
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
                ? _byId.Remove(id.ValueKind == JsonValueKind.String ? id.GetString()! : "", out pending)
                : _inOrder.TryDequeue(out pending);
            return isKnown ? pending! : throw new FormatException("it answered what it was not asked");
        }
    }

    private string Lost(Exception exception) => $"The connection to {Name} was lost: {exception.Message}";

    private QmpConnectionException Failure(string? command) => new(command, _failure!.Reason, _failure.InnerException);

    /// <summary>
    /// Ends the connection, and all waiting commands and subscriptions. Only the first call has an effect: its reason is kept.
    /// </summary>
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
        _closed.TrySetResult(Failure(null));
        _ = ReleaseAsync();
    }

    /// <summary>
    /// Frees the monitor for another client. What a stream throws when it is disposed is ignored: the connection has ended, and its cause is known.
    /// </summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _stream.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nothing depends on it.
        }

        _released.TrySetResult();
    }
}
