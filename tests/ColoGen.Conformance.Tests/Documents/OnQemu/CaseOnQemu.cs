using System.Text.Json.Nodes;
using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>Gives the documents of a topology to a real QEMU.</summary>
internal static class CaseOnQemu
{
    /// <summary>Every command is accepted, in order, every node is there, and the inverse leaves nothing of it.</summary>
    public static async Task IsAddedAndRemovedAsync(object topology)
    {
        // Only the machine pc takes PCI devices at run time without a port made for them.
        await using Qemu qemu = await Qemu.StartAsync(new(Machine: "pc"));
        string before = await RestingStateAsync(qemu);
        string[] commands = DocumentReader.Lines(((IQmp)topology).ToQmpString());

        await ExecuteAsync(qemu, commands);

        Assert.Equal(
            DocumentReader.Arguments(commands, "blockdev-add").Select(node => node["node-name"]!.GetValue<string>()).Order(),
            await OwnNodesAsync(qemu));

        Dictionary<string, string> drivers = DocumentReader.Arguments(commands, "device_add")
            .ToDictionary(device => device["id"]!.GetValue<string>(), device => device["driver"]!.GetValue<string>());
        foreach (string command in DocumentReader.Lines(((IQmpInverse)topology).ToQmpInverseString()))
        {
            await qemu.ExecuteLineAsync(command);
            if (JsonNode.Parse(command)!["execute"]!.GetValue<string>() != "device_del") continue;

            string id = JsonNode.Parse(command)!["arguments"]!["id"]!.GetValue<string>();
            if (IsOnPci(drivers[id]))
            {
                // Nobody in the guest lets go of it, but a reset does.
                await qemu.ExecuteAsync("system_reset");
            }

            // QEMU keeps a reference to an xHCI controller that is gone, so that the event never comes.
            if (drivers[id] == "qemu-xhci") await IsGoneAsync(qemu, id);
            else await qemu.WaitForEventAsync("DEVICE_DELETED", TimeSpan.FromSeconds(10), item => item.GetString("device") == id);
        }

        Assert.Equal(before, await RestingStateAsync(qemu));
    }

    /// <summary>The arguments start a QEMU by themselves, with the declared nodes and each device over its node.</summary>
    public static async Task StartsWithBlockdevArgumentsAsync(TopologyCase item, object topology)
    {
        string[] arguments = ((IBlockdevArguments)topology).GetBlockdevArguments();

        await using Qemu qemu = await Qemu.StartAsync(new(item.Machine), arguments);

        Assert.Equal(
            DocumentReader.Values(arguments, "-blockdev").Select(node => node["node-name"]!.GetValue<string>()).Order(),
            await OwnNodesAsync(qemu));
        JsonElement backends = await qemu.ExecuteAsync("query-block");
        foreach (JsonObject device in DocumentReader.Values(arguments, "-device").Where(device => device["drive"] is not null))
        {
            Assert.Equal(device["drive"]!.GetValue<string>(), NodeUnder(backends, device["id"]!.GetValue<string>()));
        }
    }

    /// <summary>The drive arguments start a QEMU by themselves, with the same drivers over the same files.</summary>
    public static async Task StartsWithTheSameGraphFromDriveArgumentsAsync(TopologyCase item, object topology)
    {
        string[] blockdev = ((IBlockdevArguments)topology).GetBlockdevArguments();
        string[] drive = ((IDriveArguments)topology).GetDriveArguments();
        string[] trees = [.. DocumentReader.Options(drive, "-drive").Select(options => options["id"])];

        QemuGraph declared = await GraphAsync(item.Machine, blockdev);
        QemuGraph fromDrives = await GraphAsync(item.Machine, drive);

        foreach (string dev in trees)
        {
            Assert.Equal(declared.Describe(declared.TopNode(dev)), fromDrives.Describe(fromDrives.BackendNode(dev)));
        }

        Assert.Equal(
            DocumentReader.Values(blockdev, "-device").Select(device => device["id"]!.GetValue<string>()),
            DocumentReader.Options(drive, "-device").Select(device => device["id"]));
    }

    public static async Task ExecuteAsync(Qemu qemu, IEnumerable<string> commands)
    {
        foreach (string command in commands) await qemu.ExecuteLineAsync(command);
    }

    /// <summary>The names of the nodes that QEMU did not name itself.</summary>
    public static async Task<IEnumerable<string>> OwnNodesAsync(Qemu qemu) =>
        (await qemu.NodesAsync()).Select(node => node.Name).Where(name => !name.StartsWith('#')).Order();

    /// <summary>The node under a device or drive.</summary>
    public static string? NodeUnder(JsonElement backends, string id) => backends.EnumerateArray()
        .Where(backend => backend.TryGetProperty("qdev", out JsonElement device) && device.GetString()!.Split('/').Contains(id))
        .Select(backend => backend.GetProperty("inserted").GetProperty("node-name").GetString())
        .SingleOrDefault();

    private static async Task<QemuGraph> GraphAsync(string machine, string[] arguments)
    {
        await using Qemu qemu = await Qemu.StartAsync(new(machine), arguments);
        return await QemuGraph.ReadAsync(qemu);
    }

    private static async Task IsGoneAsync(Qemu qemu, string id)
    {
        for (int round = 0; round < 1000; round++)
        {
            JsonElement devices = await qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = "/machine/peripheral" });
            if (devices.EnumerateArray().All(device => device.GetProperty("name").GetString() != id)) return;
            await Task.Delay(10);
        }

        Assert.Fail($"The device {id} is still there.");
    }

    private static bool IsOnPci(string driver) => driver.Contains("-pci", StringComparison.Ordinal) || driver == "qemu-xhci";

    private static async Task<string> RestingStateAsync(Qemu qemu)
    {
        JsonElement nodes = await qemu.ExecuteAsync("query-named-block-nodes");
        JsonElement objects = await qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = "/objects" });
        JsonElement devices = await qemu.ExecuteAsync("qom-list", new JsonObject { ["path"] = "/machine/peripheral" });
        return $"{nodes}\n{objects}\n{devices}";
    }
}
