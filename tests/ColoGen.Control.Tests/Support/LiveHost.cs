using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColoGen.Control.Tests;

/// <summary>A running QEMU with three monitors: one for the controller, one for a second controller, one for the test.</summary>
internal sealed class LiveHost(Qemu qemu, string monitor, string secondMonitor) : IAsyncDisposable
{
    private readonly List<QmpClient> _clients = [];
    private bool _isDisposed;

    /// <summary>The test's own way to QEMU.</summary>
    public Qemu Qemu => qemu;

    /// <summary>The unix socket of the controller's monitor.</summary>
    public string Monitor => monitor;

    /// <summary>The unix socket of the second controller's monitor.</summary>
    public string SecondMonitor => secondMonitor;

    public async Task<QmpClient> ConnectAsync(string? path = null)
    {
        QmpClient client = await QmpClient.ConnectUnixAsync(path ?? monitor, new() { ConnectTimeout = Patience.Long });
        _clients.Add(client);
        return client;
    }

    /// <summary>Closes the connections that <see cref="ConnectAsync"/> has made.</summary>
    public async Task DisconnectAsync()
    {
        foreach (QmpClient client in _clients) await client.DisposeAsync();
        _clients.Clear();
    }

    /// <summary>Writes a pattern as the guest would.</summary>
    public async Task WriteAsync(string dev, int pattern, string range) =>
        Assert.Equal("", await qemu.QemuIoAsync(Backend(dev), $"write -q -P {pattern} {range}"));

    /// <summary>Flushes as the guest would.</summary>
    public async Task FlushAsync(string dev) => Assert.Equal("", await qemu.QemuIoAsync(Backend(dev), "flush"));

    /// <summary>Whether the guest's disk, or a node, has nothing but the pattern there.</summary>
    public async Task<bool> HasAsync(string dev, int pattern, string range) =>
        await qemu.QemuIoAsync(Backend(dev), $"read -q -P {pattern} {range}") switch
        {
            "" => true,
            string said when said.Contains("Pattern verification failed") => false,
            string said => throw new InvalidOperationException(said),
        };

    /// <summary>The guest's counter in its memory.</summary>
    public Task<uint> CountInMemoryAsync() => MemoryAsync(GuestProgram.CounterAddress);

    /// <summary>How far the guest has counted and flushed to its disk.</summary>
    public Task<uint> CountConfirmedAsync() => MemoryAsync(GuestProgram.CounterAddress + 4);

    /// <summary>The guest's counter on its disk.</summary>
    public async Task<uint> CountOnDiskAsync()
    {
        string said = await qemu.QemuIoAsync(Backend("hda"), $"read -v {GuestProgram.CounterOffset} 512");
        byte[] bytes = Convert.FromHexString(
            Regex.Match(said, "^[0-9a-f]+:  (?<bytes>([0-9a-f]{2} ){4})", RegexOptions.Multiline | RegexOptions.ExplicitCapture)
                .Groups["bytes"].Value.Replace(" ", ""));
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    public async Task<bool> RunsAsync() => (await qemu.ExecuteAsync("query-status")).GetProperty("running").GetBoolean();

    /// <summary>Whether it answers soon.</summary>
    public async Task<bool> AnswersAsync()
    {
        using CancellationTokenSource timeout = new(Patience.Short);
        try
        {
            await qemu.ExecuteAsync("query-status", cancellationToken: timeout.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Waits until it answers no more. It may answer for a moment after what makes it hang.</summary>
    public async Task WaitUntilSilentAsync()
    {
        using CancellationTokenSource timeout = new(Patience.Long);
        while (await AnswersAsync()) timeout.Token.ThrowIfCancellationRequested();
    }

    public async Task<string> ModeAsync() => (await qemu.ExecuteAsync("query-colo-status")).GetProperty("mode").GetString()!;

    /// <summary>The nodes that somebody has named. QEMU adds filters of its own, which go when the job that needs them ends.</summary>
    public async Task<string[]> NodesAsync() => [.. (await qemu.NodesAsync()).Select(node => node.Name).Where(name => name[0] != '#').Order()];

    public async ValueTask DisposeAsync()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        foreach (QmpClient client in _clients) await client.DisposeAsync();
        await qemu.KillAsync();
        await qemu.DisposeAsync();
    }

    private async Task<uint> MemoryAsync(int address)
    {
        string said = (await qemu.ExecuteAsync("human-monitor-command", new JsonObject { ["command-line"] = $"xp /1wx {address}" })).GetString()!;
        return uint.Parse(Regex.Match(said, "0x([0-9a-f]{8})").Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static string Backend(string dev) => dev.Contains('-') ? dev : dev.StartsWith('h') ? $"-d {dev}" : $"-d /machine/peripheral/{dev}/virtio-backend";
}
