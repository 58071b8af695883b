using System.Text.Json.Nodes;
using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>HMP's <c>drive_add</c> takes the value of each <c>-drive</c>.</summary>
public sealed class DriveAddTests : IDisposable
{
    private readonly Workplace _place = new();

    /// <summary>Without objects, and without a chain that is too long: HMP cuts an argument after 1,023 bytes.</summary>
    public static TheoryData<string> Cases => TopologyCases.Names(item =>
        item.Needs == Needs.Files && item.Libvirt != LibvirtView.WantsSecrets && item.Name != "chain of thirty layers");

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [MemberData(nameof(Cases))]
    public async Task Drive_add_makes_the_graph_of_blockdev_add(string name)
    {
        object topology = await _place.MakeAsync(TopologyCases.Get(name));
        string[] drives = [.. DocumentReader.Following(((IDriveArguments)topology).GetDriveArguments(), "-drive")];
        JsonObject[] nodes = [.. DocumentReader.Values(((IBlockdevArguments)topology).GetBlockdevArguments(), "-blockdev")];

        QemuGraph declared = await GraphAsync(async qemu =>
        {
            foreach (JsonObject node in nodes) await qemu.ExecuteAsync("blockdev-add", node);
        });
        QemuGraph added = await GraphAsync(async qemu =>
        {
            foreach (string drive in drives) await AddAsync(qemu, drive);
        });

        foreach (string dev in drives.Select(drive => DocumentReader.ParseOptions(drive)["id"]))
        {
            Assert.Equal(declared.Describe(declared.TopNode(dev)), added.Describe(added.BackendNode(dev)));
        }
    }

    private static async Task<QemuGraph> GraphAsync(Func<Qemu, Task> fill)
    {
        await using Qemu qemu = await Qemu.StartAsync();
        await fill(qemu);
        return await QemuGraph.ReadAsync(qemu);
    }

    private static async Task AddAsync(Qemu qemu, string drive)
    {
        string quoted = drive.Replace("\\", "\\\\").Replace("\"", "\\\"");
        JsonElement reply = await qemu.ExecuteAsync("human-monitor-command", new JsonObject { ["command-line"] = $"drive_add 0 \"{quoted}\"" });

        // There is no other way to say in this form that a chain ends.
        string[] lines = DocumentReader.Lines(reply.GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal(["OK"], lines.Where(line => !line.StartsWith("warning: Use of \"backing\": \"\" is deprecated", StringComparison.Ordinal)));
    }
}
