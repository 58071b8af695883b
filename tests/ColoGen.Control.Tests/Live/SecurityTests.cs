using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Live;

/// <summary>What docs/security.md says: QMP, NBD and the migration of a pair over TLS, with certificates that both sides check.</summary>
public sealed class SecurityTests
{
    private static readonly QmpClientOptions s_impatient = new() { ConnectTimeout = TimeSpan.FromSeconds(2) };
    private static readonly string[] s_waiting = ["-incoming", "defer"];

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

    [LiveFact]
    public async Task Whoever_reaches_a_monitor_runs_programs_on_its_host()
    {
        await using Lab lab = new();
        LiveHost host = await lab.StartAsync([], isPaused: true);
        QmpClient client = await host.ConnectAsync();

        await client.ExecuteAsync("migrate", arguments => arguments.WriteString("uri", $"exec:touch {lab.File("ran")}; cat > {lab.File("memory")}"));

        using CancellationTokenSource timeout = new(Patience.Long);
        while (!File.Exists(lab.File("ran"))) await Task.Delay(20, timeout.Token);
    }

    /// <summary>An old QEMU is killed by the attempt, a newer one refuses it.</summary>
    [LiveFact]
    public async Task A_sandbox_keeps_QEMU_from_running_programs()
    {
        await using Lab lab = new();
        LiveHost host = await lab.StartAsync(["-sandbox", "on,spawn=deny"], isPaused: true);
        QmpClient client = await host.ConnectAsync();

        Exception? end = await Record.ExceptionAsync(
            () => client.ExecuteAsync("migrate", arguments => arguments.WriteString("uri", $"exec:touch {lab.File("ran")}; cat > {lab.File("memory")}")));

        if (client.Version.Major < 11) await client.Closed.WaitAsync(Patience.Long);
        if (client.Version.Major >= 11) Assert.Contains("Operation not permitted", Assert.IsType<QmpException>(end).Description);
        Assert.False(File.Exists(lab.File("ran")));
    }

    /// <summary>The commands of the pair are the same: QEMU takes the credentials of the migration from its command line, or from its user.</summary>
    [LiveFact]
    public async Task A_pair_over_TLS_fails_over_and_resyncs()
    {
        using Certificates certificates = new();
        await using Lab lab = new();
        certificates.WriteTo(lab.File("pki"));
        OneDiskPair images = await Pairs.OneDiskAsync(lab);
        TlsPair pair = new(
            new(new(images.Primary.Root.Local, null)), images.Secondary, Lab.Version, "127.0.0.1", FreePorts.Next(), "127.0.0.1", FreePorts.Next(), 300);
        LiveHost primary = await StartAsync(lab, pair.Primary, "client");
        LiveHost secondary = await StartAsync(lab, pair.Secondary, "server");
        LivePair live = LivePair.Of(lab, primary, secondary, new(pair, await primary.ConnectAsync(), await secondary.ConnectAsync(), LivePair.Options));
        await live.EnterColoAsync();
        await live.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        await live.WaitForCheckpointsAsync(); // The survivor has only what was written before the last checkpoint.
        await live.FailoverAsync(ColoSide.Secondary);
        Assert.True(await live.Primary.HasAsync("hda", 0xAA, "4M 1M"));

        OneDiskPair next = await images.WithNewSecondaryAsync(lab);
        TlsPair second = pair with { Secondary = next.Secondary, NbdPort = next.NbdPort, MigrationPort = next.MigrationPort };
        await live.Primary.Qemu.ExecuteAsync("object-add", new JsonObject
        {
            ["qom-type"] = "tls-creds-x509", ["id"] = "migration-client", ["dir"] = lab.File("pki"), ["endpoint"] = "client", ["verify-peer"] = true,
        });
        await live.Primary.Qemu.ExecuteAsync("migrate-set-parameters", new JsonObject { ["tls-creds"] = "migration-client" });
        LiveHost third = await StartAsync(lab, second.Secondary, "server");
        await live.Controller.ResyncAsync(second, await third.ConnectAsync());

        Assert.Equal(ColoPhase.Running, live.Controller.Phase);
        await Counter.ReachAsync(live.Primary, await live.Primary.CountInMemoryAsync() + 1);
    }

    [LiveFact]
    public async Task A_primary_without_credentials_is_refused_and_runs_on()
    {
        using Certificates certificates = new();
        await using Lab lab = new();
        certificates.WriteTo(lab.File("pki"));
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary);
        LiveHost secondary = await StartAsync(lab, pair.Secondary, "server");
        ColoOptions impatient = LivePair.Options with { StallTimeout = Patience.Short };
        LivePair live = LivePair.Of(lab, primary, secondary, new(pair, await primary.ConnectAsync(), await secondary.ConnectAsync(), impatient));

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => live.EnterColoAsync());

        Assert.Equal((ColoStep.EnterColo, ColoPhase.Alone), (refusal.Step, live.Controller.Phase));
        Assert.True(await primary.RunsAsync());
    }

    [Fact]
    public async Task A_server_without_TLS_is_refused()
    {
        using Certificates certificates = new();
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        int port = ((IPEndPoint)listener.LocalEndpoint).Port;

        Task<QmpClient> silent = QmpClient.ConnectTlsAsync("127.0.0.1", port, certificates.Client, s_impatient);
        QmpConnectionException late = await Assert.ThrowsAsync<QmpConnectionException>(() => silent);
        Assert.Contains("TLS handshake within", late.Message);

        Task<QmpClient> plain = QmpClient.ConnectTlsAsync("127.0.0.1", port, certificates.Client);
        using TcpClient first = await listener.AcceptTcpClientAsync();
        using TcpClient second = await listener.AcceptTcpClientAsync();
        await second.GetStream().WriteAsync(Encoding.UTF8.GetBytes(Qmp.FakeServer.Greeting));
        QmpConnectionException refused = await Assert.ThrowsAsync<QmpConnectionException>(() => plain);
        Assert.Contains("no TLS connection", refused.Message);
    }

    [Fact]
    public async Task Options_without_a_target_host_can_be_used_for_several_hosts()
    {
        using Certificates certificates = new();
        SslClientAuthenticationOptions options = certificates.Client;
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task<QmpClient> connecting = QmpClient.ConnectTlsAsync("localhost", ((IPEndPoint)listener.LocalEndpoint).Port, options);
        using TcpClient accepted = await listener.AcceptTcpClientAsync();
        byte[] hello = new byte[1024];
        int count = await accepted.GetStream().ReadAsync(hello);

        Assert.Contains("localhost", Encoding.Latin1.GetString(hello, 0, count));

        // The stream has copied the options when it returns its task, which is soon after it has sent the first message.
        using CancellationTokenSource timeout = new(Patience.Long);
        while (options.TargetHost is not null) await Task.Delay(5, timeout.Token);
        Assert.False(connecting.IsCompleted);
        accepted.Close();
        await Assert.ThrowsAsync<QmpConnectionException>(() => connecting);
        Assert.Null(options.TargetHost);
    }

    private static Task<LiveHost> StartAsync(Lab lab, IBlockdevArguments host, string endpoint) => lab.StartAsync(
        [
            .. host.GetBlockdevArguments(),
            "-object", $"tls-creds-x509,id=migration-tls,dir={lab.File("pki")},endpoint={endpoint},verify-peer=on",
            "-global", "migration.tls-creds=migration-tls",
            .. endpoint == "server" ? s_waiting : [],
        ],
        isPaused: endpoint == "client",
        folder: lab.Folder);

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
