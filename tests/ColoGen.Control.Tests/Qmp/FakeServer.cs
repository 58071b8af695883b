using System.Net.Sockets;
using System.Text;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>A server on a unix socket that says what a test tells it to, byte for byte.</summary>
internal sealed class FakeServer : IAsyncDisposable
{
    public const string Greeting =
        """{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": "Debian 1:7.2"}, "capabilities": ["oob"]}}""";

    private readonly TemporaryFolder _folder = new();
    private readonly Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private Socket? _client;
    private StreamReader? _reader;

    public FakeServer()
    {
        _listener.Bind(new UnixDomainSocketEndPoint(Path));
        _listener.Listen();
    }

    public string Path => _folder.File("qmp");

    /// <summary>A client that has been greeted.</summary>
    public static async Task<(FakeServer Server, QmpClient Client)> ConnectedAsync(QmpClientOptions? options = null)
    {
        FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path, options);
        await server.GreetAsync();
        return (server, await connecting);
    }

    public async Task AcceptAsync()
    {
        _client = await _listener.AcceptAsync();
        _reader = new(new NetworkStream(_client), Encoding.UTF8);
    }

    public async Task GreetAsync()
    {
        await AcceptAsync();
        await SayAsync(Greeting + "\r\n");
        await AnswerAsync("{}");
    }

    public async Task<string> HearAsync() => await _reader!.ReadLineAsync() ?? throw new EndOfStreamException();

    public Task SayAsync(string text) => SayAsync(Encoding.UTF8.GetBytes(text));

    public async Task SayAsync(byte[] bytes) => await _client!.SendAsync(bytes);

    /// <summary>Hears one command and answers it, with its id if it has one.</summary>
    public async Task<string> AnswerAsync(string value)
    {
        string line = await HearAsync();
        await SayAsync($"{{\"return\": {value}{Id(line)}}}\r\n");
        return line;
    }

    public static string Id(string line) => line.Contains("\"id\":") ? $", \"id\": \"{line.Split("\"id\":\"")[1].Split('"')[0]}\"" : "";

    public void Close() => _client!.Dispose();

    public ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _listener.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
