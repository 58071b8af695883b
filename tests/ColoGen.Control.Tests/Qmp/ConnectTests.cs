using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>What greets, and what does not.</summary>
public sealed class ConnectTests
{
    private static readonly QmpClientOptions s_impatient = new() { ConnectTimeout = TimeSpan.FromSeconds(3) };

    [Fact]
    public async Task The_greeting_has_the_version_and_out_of_band_is_enabled()
    {
        await using FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path);
        await server.AcceptAsync();
        await server.SayAsync(FakeServer.Greeting + "\r\n");
        string negotiation = await server.AnswerAsync("{}");
        await using QmpClient client = await connecting;

        Assert.Equal(new QmpVersion(7, 2, 22, "Debian 1:7.2"), client.Version);
        Assert.Equal("7.2.22", client.Version.ToString());
        Assert.StartsWith("""{"execute":"qmp_capabilities","arguments":{"enable":["oob"]},"id":""", negotiation);
        Assert.True(client.HasOutOfBand);
        Assert.Equal("unix:" + server.Path, client.Name);
    }

    [Fact]
    public async Task What_is_not_offered_is_not_enabled()
    {
        await using FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path);
        await server.AcceptAsync();
        await server.SayAsync(FakeServer.Greeting.Replace("\"oob\"", "") + "\r\n");
        string negotiation = await server.AnswerAsync("{}");
        await using QmpClient client = await connecting;

        Assert.DoesNotContain("enable", negotiation);
        Assert.False(client.HasOutOfBand);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.ExecuteOutOfBandAsync("query-yank"));
    }

    [Fact]
    public async Task TCP_works_as_well()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;
        Task<QmpClient> connecting = QmpClient.ConnectTcpAsync("127.0.0.1", port);
        using TcpClient server = await listener.AcceptTcpClientAsync();
        await server.GetStream().WriteAsync(Encoding.UTF8.GetBytes(FakeServer.Greeting));
        string line = (await new StreamReader(server.GetStream()).ReadLineAsync())!;
        await server.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{{\"return\": {{}}{FakeServer.Id(line)}}}"));

        await using QmpClient client = await connecting;

        Assert.Equal($"tcp:127.0.0.1:{port}", client.Name);
    }

    [Fact]
    public async Task An_address_that_no_socket_can_have_is_refused()
    {
        Func<Task<QmpClient>>[] attempts =
        [
            () => QmpClient.ConnectUnixAsync(""),
            () => QmpClient.ConnectUnixAsync("/" + new string('a', 200)),
            () => QmpClient.ConnectTcpAsync("", 4444),
            () => QmpClient.ConnectTcpAsync("localhost", 65_536),
            () => QmpClient.ConnectTlsAsync("", 4444, new()),
            () => QmpClient.ConnectTlsAsync("localhost", -1, new()),
        ];
        foreach (Func<Task<QmpClient>> attempt in attempts) await Assert.ThrowsAnyAsync<ArgumentException>(attempt);
    }

    [Fact]
    public async Task Nobody_there_is_said()
    {
        QmpConnectionException unix = await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectUnixAsync("/nowhere/qmp"));
        QmpConnectionException tcp = await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectTcpAsync("127.0.0.1", FreePorts.Next()));

        Assert.Contains("unix:/nowhere/qmp", unix.Message);
        Assert.Contains("tcp:127.0.0.1:", tcp.Message);
    }

    [Fact]
    public async Task A_greeting_that_never_comes_is_not_waited_for()
    {
        await using FakeServer server = new();

        QmpConnectionException silence = await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectUnixAsync(server.Path, s_impatient));

        Assert.Contains("one at a time", silence.Message);
    }

    [Fact]
    public async Task Capabilities_that_are_never_answered_are_not_waited_for()
    {
        await using FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path, s_impatient);
        await server.AcceptAsync();
        await server.SayAsync(FakeServer.Greeting);

        Assert.Contains("qmp_capabilities", (await Assert.ThrowsAsync<QmpConnectionException>(() => connecting)).Message);
    }

    [Fact]
    public async Task Refused_capabilities_are_the_servers_own_words()
    {
        await using FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path);
        await server.AcceptAsync();
        await server.SayAsync(FakeServer.Greeting);
        string line = await server.HearAsync();
        await server.SayAsync($$"""{"error": {"class": "CommandNotFound", "desc": "no"}{{FakeServer.Id(line)}}}""");

        ColoGen.Control.Qmp.QmpException refusal = await Assert.ThrowsAsync<ColoGen.Control.Qmp.QmpException>(() => connecting);

        Assert.Equal(("qmp_capabilities", "CommandNotFound", "no"), (refusal.Command, refusal.Class, refusal.Description));
    }

    [Theory]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n", "SSH-2.0")]
    [InlineData("{\"hello\": 1}", "not a greeting")]
    [InlineData("{\"QMP\": {\"version\": 7}}", "not a greeting")]
    [InlineData("{\"QMP\": nonsense}", "not JSON")]
    [InlineData("[1]", "[1]")]
    public async Task A_server_that_is_not_QMP_is_named(string greeting, string named)
    {
        await using FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path);
        await server.AcceptAsync();
        await server.SayAsync(greeting);

        QmpConnectionException stranger = await Assert.ThrowsAsync<QmpConnectionException>(() => connecting);

        Assert.Contains("is not a QMP monitor", stranger.Message);
        Assert.Contains(named, stranger.Message);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_said()
    {
        await using FakeServer server = new();
        Task<QmpClient> connecting = QmpClient.ConnectUnixAsync(server.Path);
        await server.AcceptAsync();
        server.Close();

        Assert.Contains("without a QMP greeting", (await Assert.ThrowsAsync<QmpConnectionException>(() => connecting)).Message);
    }

    [Fact]
    public async Task Connecting_can_be_cancelled()
    {
        await using FakeServer server = new();
        using CancellationTokenSource cancellation = new(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => QmpClient.ConnectUnixAsync(server.Path, cancellationToken: cancellation.Token));
    }
}
