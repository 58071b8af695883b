using System.Text.Json;
using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Topologies;

/// <summary>A real QEMU without disks, with images and a second monitor.</summary>
internal sealed class PluggedQemu : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _resets = Task.CompletedTask;

    private PluggedQemu()
    {
    }

    public required TemporaryFolder Folder { get; init; }

    public required Qemu Qemu { get; init; }

    public required QmpClient Client { get; init; }

    public required PluggedHost Host { get; init; }

    /// <param name="machine">The machine type.</param>
    /// <param name="ports">The number of root ports.</param>
    /// <param name="arguments">Further arguments.</param>
    public static async Task<PluggedQemu> StartAsync(string machine, int ports = 0, params string[] arguments)
    {
        TemporaryFolder folder = new();
        PluggedHost host = new(
            new(folder.File("base")), new(folder.File("root")), new(folder.File("data")), new(folder.File("scsi")), null, new(folder.File("stick")));
        string[] raw = [host.Base.File, host.Data.File, host.Scsi.File, host.Stick.File];
        foreach (string file in raw) await QemuImage.CreateAsync(file, "raw", 1 << 20);
        await QemuImage.CreateAsync(host.Root.File, "qcow2", 1 << 20);
        string[] rootPorts = [.. Enumerable.Range(1, ports).SelectMany(port => new[] { "-device", $"pcie-root-port,id=rp{port},chassis={port}" })];
        Qemu qemu = await Qemu.StartAsync(
            new(Machine: machine), [.. rootPorts, "-qmp", $"unix:{folder.File("second")},server=on,wait=off", .. arguments]);
        return new()
        {
            Folder = folder,
            Qemu = qemu,
            Client = await QmpClient.ConnectUnixAsync(folder.File("second")),
            Host = host,
        };
    }

    /// <summary>The guest has no operating system; a reset releases its devices.</summary>
    public void ResetAgainAndAgain() => _resets = Task.Run(async () =>
    {
        while (!_stop.IsCancellationRequested)
        {
            await Qemu.ExecuteAsync("system_reset");
            await Task.Delay(50);
        }
    });

    /// <summary>The named nodes, objects and devices.</summary>
    public async Task<string> StateAsync()
    {
        IEnumerable<string> nodes = (await Qemu.NodesAsync()).Select(node => node.Name).Where(name => !name.StartsWith('#')).Order(StringComparer.Ordinal);
        return $"{string.Join(' ', nodes)} | {await ListAsync("/objects")} | {await ListAsync("/machine/peripheral")}";
    }

    /// <summary>The type of the device on a root port; null if the port is free.</summary>
    public async Task<string?> OnPortAsync(string port) =>
        (await Qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = $"/machine/peripheral/{port}/{port}" })).EnumerateArray()
            .Where(item => item.GetProperty("name").GetString()!.StartsWith("child[", StringComparison.Ordinal))
            .Select(item => item.GetProperty("type").GetString())
            .SingleOrDefault();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _resets;
        await Client.DisposeAsync();
        await Qemu.DisposeAsync();
        Folder.Dispose();
        _stop.Dispose();
    }

    private async Task<string> ListAsync(string path)
    {
        JsonElement items = await Qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = path });
        return string.Join(' ', items.EnumerateArray()
            .Select(item => item.GetProperty("name").GetString())
            .Where(name => name != "type")
            .Order(StringComparer.Ordinal));
    }
}
