using System.Net.Sockets;
using System.Text;

namespace ColoGen.Control.Tests;

/// <summary>Stands between a client and QEMU's monitor: keeps what the client sends, and can do something before a line is passed on.</summary>
internal sealed class QmpProxy : IAsyncDisposable
{
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _sockets = [];
    private readonly List<string> _lines = [];
    private readonly string _target;
    private readonly Task _serving;

    public QmpProxy(Lab lab, LiveHost host)
    {
        _target = host.Monitor;
        Path = lab.File($"proxy-{host.Qemu.ProcessId}.qmp");
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
        _serving = ServeAsync();
    }

    public string Path { get; }

    /// <summary>Called with each line before QEMU gets it.</summary>
    public Func<string, Task> BeforeLine { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether QEMU gets a line. What it does not get is answered never, as by a QEMU that hangs.</summary>
    public Func<string, bool> Passes { get; set; } = _ => true;

    /// <summary>What the client has sent so far; a character for each byte.</summary>
    public string[] Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Whether a line asks, and changes nothing.</summary>
    public static bool IsQuery(string line) => line.Contains("\"query-") || line.Contains("\"x-debug-query-") || line.Contains("\"qom-get\"");

    /// <summary>Cuts the client off; QEMU lives on.</summary>
    public void Cut()
    {
        foreach (Socket socket in _sockets) socket.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        Cut();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            using Socket client = await _listener.AcceptAsync(_stop.Token);
            using Socket qemu = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await qemu.ConnectAsync(new UnixDomainSocketEndPoint(_target), _stop.Token);
            _sockets.AddRange([client, qemu]);
            await using NetworkStream fromClient = new(client);
            await using NetworkStream fromQemu = new(qemu);
            await await Task.WhenAny(PassLinesAsync(fromClient, fromQemu), fromQemu.CopyToAsync(fromClient, _stop.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or ObjectDisposedException or SocketException)
        {
        }

        Cut();
    }

    private async Task PassLinesAsync(Stream from, Stream to)
    {
        List<byte> line = [];
        byte[] buffer = new byte[65536];
        int count;
        while ((count = await from.ReadAsync(buffer, _stop.Token)) > 0)
        {
            foreach (byte current in buffer[..count])
            {
                line.Add(current);
                if (current != (byte)'\n') continue;

                string text = Encoding.Latin1.GetString([.. line]);
                line.Clear();
                lock (_lines)
                {
                    _lines.Add(text);
                }

                await BeforeLine(text);
                if (!Passes(text)) continue;
                await to.WriteAsync(Encoding.Latin1.GetBytes(text), _stop.Token);
            }
        }
    }
}
