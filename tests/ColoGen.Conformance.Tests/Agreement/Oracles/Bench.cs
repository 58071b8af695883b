using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColoGen.Conformance.Tests.Agreement.Declarations;
using ColoGen.Conformance.Tests.Support;
using ColoGen.Control.Qmp;

namespace ColoGen.Conformance.Tests.Agreement.Oracles;

/// <summary>
/// A folder with images, NBD servers, and a QEMU without a guest. One host is on it at a time; the images are used
/// again, as no guest writes to them.
/// </summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly int _port = FreePorts.Next();
    private readonly Dictionary<string, string> _images = [];
    private readonly List<Qemu> _servers = [];
    private readonly BlockDevices? _devices = BlockDevices.AreUsed ? new BlockDevices() : null;
    private Qemu? _qemu;

    /// <summary>The declaration of a host with this bench's places.</summary>
    public string Declare(Host host) => Placed(HostText.Of(host)).Replace($"Port = {Host.Port}", $"Port = {_port}");

    /// <summary>Adds the nodes to a running QEMU, exports them, starts the replication, and takes all of it out again.</summary>
    /// <returns>What QEMU refused; null if it accepted everything.</returns>
    public async Task<Refusal?> RunBlockLayerAsync(Host host, TemplateDocuments documents)
    {
        await PrepareAsync(host);
        _qemu ??= await StartWithServerAsync(new QemuOptions(), []);
        try
        {
            return await Refusal.OfAsync(Stage.Nodes, () => ExecuteAsync(_qemu, documents.Commands.Where(IsForNoMachine)))
                ?? await ExportAndReplicateAsync(_qemu, host)
                ?? (CanStop(host) ? await Refusal.OfAsync(Stage.Removal, () => RemoveAsync(_qemu, host, documents.InverseCommands)) : null);
        }
        finally
        {
            if (!await IsEmptyAsync(_qemu)) await ForgetAsync();
        }
    }

    /// <summary>Starts a machine with these arguments, exports its nodes, and starts the replication.</summary>
    public async Task<Refusal?> RunMachineAsync(Host host, TemplateDocuments documents)
    {
        await PrepareAsync(host);
        Qemu? machine = null;
        Refusal? refusal = await Refusal.OfAsync(
            Stage.Machine, async () => machine = await StartWithServerAsync(new QemuOptions(host.Machine), documents.Arguments));
        if (machine is null)
        {
            await ForgetAsync();
            return refusal;
        }

        await using (machine) return await ExportAndReplicateAsync(machine, host);
    }

    public async ValueTask DisposeAsync()
    {
        await ForgetAsync();
        _devices?.Dispose();
        _folder.Dispose();
    }

    private static async Task<Refusal?> ExportAndReplicateAsync(Qemu qemu, Host host)
    {
        Refusal? refusal = await Refusal.OfAsync(Stage.Exports, async () =>
        {
            foreach (Tree tree in host.Trees.Where(tree => tree.Export is not null)) await ExportAsync(qemu, tree);
        });
        return refusal is null && Mode(host) is { } mode
            ? await Refusal.OfAsync(Stage.Replication, () => ReplicateAsync(qemu, mode))
            : refusal;
    }

    private static Task ExportAsync(Qemu qemu, Tree tree)
    {
        string? name = tree.Export!.GetValueOrDefault("Name");
        return ExportAsync(qemu, tree.TopNode, name is null ? tree.Dev : HostText.ValueOf(name), tree.IsExportedWritable);
    }

    private static async Task ExportAsync(Qemu qemu, string node, string name, bool isWritable) => await qemu.ExecuteAsync("block-export-add", new JsonObject
    {
        ["type"] = "nbd", ["id"] = node, ["node-name"] = node, ["name"] = name, ["writable"] = isWritable,
    });

    private static async Task ReplicateAsync(Qemu qemu, string mode)
    {
        await qemu.ExecuteAsync("xen-set-replication", new JsonObject { ["enable"] = true, ["primary"] = mode == "Primary" });
        JsonElement status = await qemu.ExecuteAsync("query-xen-replication-status");
        Assert.False(status.GetProperty("error").GetBoolean(), status.ToString());
    }

    private static async Task RemoveAsync(Qemu qemu, Host host, IEnumerable<string> inverse)
    {
        if (Mode(host) is { } mode)
        {
            // A secondary that stops always says that its backup job was cancelled.
            await Refusal.OfAsync(Stage.Removal, () => qemu.ExecuteAsync(
                "xen-set-replication", new JsonObject { ["enable"] = false, ["failover"] = false, ["primary"] = mode == "Primary" }));
        }

        foreach (Tree tree in host.Trees.Where(tree => tree.Export is not null))
        {
            string id = tree.TopNode;
            await qemu.ExecuteAsync("block-export-del", new JsonObject { ["id"] = id, ["mode"] = "hard" });
            await qemu.WaitForEventAsync("BLOCK_EXPORT_DELETED", TimeSpan.FromSeconds(10), item => item.GetString("id") == id);
        }

        await ExecuteAsync(qemu, inverse.Where(IsForNoMachine));
        Assert.True(await IsEmptyAsync(qemu), "The inverse leaves something.");
    }

    private static async Task<bool> IsEmptyAsync(Qemu qemu)
    {
        try
        {
            if ((await qemu.NodesAsync()).Count > 0) return false;
            JsonElement root = await qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = "/" });
            if (root.EnumerateArray().All(item => item.GetProperty("name").GetString() != "objects")) return true;
            JsonElement objects = await qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = "/objects" });
            return objects.EnumerateArray().All(item => item.GetProperty("name").GetString() == "type");
        }
        catch (Exception exception) when (exception is QemuException or QmpException or TimeoutException)
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(Qemu qemu, IEnumerable<string> commands)
    {
        foreach (string command in commands) await qemu.ExecuteLineAsync(command);
    }

    private static bool IsForNoMachine(string command) => !command.StartsWith("{\"execute\":\"device_", StringComparison.Ordinal);

    /// <summary>The side of a pair that the host is; null where it replicates nothing.</summary>
    private static string? Mode(Host host) => host.Layers
        .FirstOrDefault(layer => layer.Kind == "Replication")?.Settings["Mode"].Replace("ReplicationMode.", "");

    /// <summary>QEMU stops the first secondary, says that its backup job was cancelled, and leaves the others running.</summary>
    private static bool CanStop(Host host) => host.Layers.Count(layer => layer.IsSecondary) <= 1;

    private async Task<Qemu> StartWithServerAsync(QemuOptions options, IEnumerable<string> arguments)
    {
        Qemu qemu = await Qemu.StartAsync(options, arguments);
        string socket = _folder.File($"exports{qemu.ProcessId}");
        await qemu.ExecuteAsync("nbd-server-start", new JsonObject { ["addr"] = Unix(socket) });
        return qemu;
    }

    private async Task PrepareAsync(Host host)
    {
        _devices?.GiveBack();
        foreach (Layer layer in host.Layers.Where(layer => layer.IsLocal).DistinctBy(PathOf)) await MakeImageAsync(layer, PathOf(layer));
        if (host.Layers.Any(layer => layer.Kind == "NbdSource")) await ServeAsync();
    }

    private string Placed(string text) => text.Replace(Host.DevicePlace, _devices?.Folder + "/").Replace(Host.Place, _folder.Path + "/");

    private string PathOf(Layer layer) => Placed(HostText.ValueOf(layer.Settings.GetValueOrDefault(layer.PathSetting, "\"\"")));

    private bool IsPlaced(string path) => path.StartsWith(_folder.Path + "/", StringComparison.Ordinal);

    private async Task MakeImageAsync(Layer layer, string path)
    {
        string passphrase = _folder.File("passphrase");
        if (layer.IsEncrypted && !File.Exists(passphrase)) await File.WriteAllTextAsync(passphrase, ImageBytes.Passphrase);
        if (layer.Kind == "BlockSource")
        {
            if (_devices is null || !(IsPlaced(path) || path.StartsWith(_devices.Folder + "/", StringComparison.Ordinal))) return;
            await _devices.LinkAsync(path, layer.Image);
            _images.Remove(path);
        }
        else if (IsPlaced(path))
        {
            long? size = layer.Image == "raw" && layer.Settings.TryGetValue("Size", out string? text) ? Size(text) : null;
            string image = $"{layer.Image} {size}";
            if (_images.GetValueOrDefault(path) != image)
            {
                await File.WriteAllBytesAsync(path, await ImageBytes.OfAsync(layer.Image));
                if (size is { } length) Resize(path, length);
                _images[path] = image;
            }
        }
    }

    /// <summary>The same exports over a unix socket and over TCP, as a QEMU listens in one place.</summary>
    private async Task ServeAsync()
    {
        if (_servers.Count > 0) return;
        await ServeAsync("unix", Unix(_folder.File("nbd")));
        await ServeAsync("tcp", new JsonObject { ["type"] = "inet", ["data"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = $"{_port}" } });
    }

    private async Task ServeAsync(string name, JsonObject address)
    {
        Qemu server = await Qemu.StartAsync();
        _servers.Add(server);
        await server.ExecuteAsync("nbd-server-start", new JsonObject { ["addr"] = address });
        foreach (string format in new[] { "raw", "qcow2" })
        {
            for (int number = 1; number <= Assembly.Exports; number++)
            {
                string export = $"{format}{number}";
                string path = _folder.File($"{name}-{export}");
                await File.WriteAllBytesAsync(path, await ImageBytes.OfAsync(format));
                if (format != "raw") ExtendToGrow(path);
                await server.ExecuteAsync("blockdev-add", new JsonObject { ["driver"] = "file", ["node-name"] = export, ["filename"] = path });
                await ExportAsync(server, export, export, isWritable: true);
            }
        }
    }

    /// <summary>Starts anew: what went wrong may have left images half written.</summary>
    private async Task ForgetAsync()
    {
        foreach (Qemu qemu in _servers.Append(_qemu).OfType<Qemu>()) await qemu.DisposeAsync();
        _servers.Clear();
        _qemu = null;
        _devices?.Forget();
        _images.Clear();
        foreach (string path in Directory.GetFiles(_folder.Path)) File.Delete(path);
    }

    /// <summary>What a file can have here; null for other numbers.</summary>
    private static long? Size(string text) =>
        long.TryParse(text, CultureInfo.InvariantCulture, out long size) && size is > 0 and < 1 << 30 ? size : null;

    /// <summary>An export can't grow with the image in it.</summary>
    private static void ExtendToGrow(string path) => Resize(path, 4 * ImageBytes.Size);

    private static void Resize(string path, long size)
    {
        using FileStream stream = File.OpenWrite(path);
        stream.SetLength(size);
    }

    private static JsonObject Unix(string path) => new() { ["type"] = "unix", ["data"] = new JsonObject { ["path"] = path } };
}
