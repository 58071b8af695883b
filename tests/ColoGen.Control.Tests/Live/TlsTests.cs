namespace ColoGen.Control.Tests.Live;

/// <summary>QMP, NBD and the migration of a pair over TLS, with certificates that both sides check.</summary>
public sealed class TlsTests
{
    [ToolFact(Programs.Qemu)]
    public async Task A_client_with_a_certificate_is_served_and_others_are_not()
    {
        using Certificates certificates = new();
        using Certificates others = new();
        await using Lab lab = new();
        (LiveHost host, int port) = await StartAsync(lab, certificates);

        await using (QmpClient client = await QmpClient.ConnectTlsAsync("localhost", port, certificates.Client))
        {
            Assert.Equal($"tls:localhost:{port}", client.Name);
            Assert.Equal("prelaunch", (await client.ExecuteAsync("query-status")).GetProperty("status").GetString());
            await client.ExecuteOutOfBandAsync("query-yank");
        }

        await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectTlsAsync("localhost", port, certificates.Stranger));
        await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectTlsAsync("localhost", port, others.Client));
        await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectTcpAsync("localhost", port, s_impatient));
        await using QmpClient next = await QmpClient.ConnectTlsAsync("127.0.0.1", port, certificates.Client);
        await host.Qemu.ExecuteAsync("query-status");
    }

    [Fact]
    public async Task A_server_without_TLS_is_refused()
    {
        using Certificates certificates = new();
        using System.Net.Sockets.TcpListener listener = new(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        int port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;

        Task<QmpClient> silent = QmpClient.ConnectTlsAsync("127.0.0.1", port, certificates.Client, s_impatient);
        QmpConnectionException late = await Assert.ThrowsAsync<QmpConnectionException>(() => silent);
        Assert.Contains("TLS handshake within", late.Message);

        Task<QmpClient> plain = QmpClient.ConnectTlsAsync("127.0.0.1", port, certificates.Client);
        using System.Net.Sockets.TcpClient first = await listener.AcceptTcpClientAsync();
        using System.Net.Sockets.TcpClient second = await listener.AcceptTcpClientAsync();
        await second.GetStream().WriteAsync(System.Text.Encoding.UTF8.GetBytes(Qmp.FakeServer.Greeting));
        QmpConnectionException refused = await Assert.ThrowsAsync<QmpConnectionException>(() => plain);
        Assert.Contains("no TLS connection", refused.Message);
    }

    private static readonly QmpClientOptions s_impatient = new() { ConnectTimeout = TimeSpan.FromSeconds(2) };

    private static async Task<(LiveHost Host, int Port)> StartAsync(Lab lab, Certificates certificates)
    {
        string folder = lab.File("pki");
        certificates.WriteTo(folder);
        int port = FreePorts.Next();
        LiveHost host = await lab.StartAsync(
            [
                "-object", $"tls-creds-x509,id=qmp-tls,dir={folder},endpoint=server,verify-peer=on",
                "-chardev", $"socket,id=qmp-tcp,host=127.0.0.1,port={port},server=on,wait=off,tls-creds=qmp-tls",
                "-mon", "chardev=qmp-tcp,mode=control",
            ],
            isPaused: true);
        return (host, port);
    }
}
