using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ColoGen.Control.Qmp;

namespace ColoGen.Conformance.Tests.Limits;

/// <summary>What the installed QEMU silently makes of a value that is too large.</summary>
public sealed class SilentLimitTests
{
    private const int Ports = 65_536;

    /// <summary>The bytes of an argument that the monitor for people reads.</summary>
    private const int HmpBytes = 1023;

    /// <summary>As the page of COLO0601 says: 70000 is 4464.</summary>
    [ToolFact(Programs.Qemu)]
    public async Task A_port_above_65535_is_another_port()
    {
        await using Qemu server = await Qemu.StartAsync();
        await using Qemu client = await Qemu.StartAsync();
        int port = FreePorts.Next();
        await server.ExecuteAsync("nbd-server-start", new JsonObject
        {
            ["addr"] = new JsonObject { ["type"] = "inet", ["data"] = new JsonObject { ["host"] = "127.0.0.1", ["port"] = Text(port + Ports) } },
        });
        await server.ExecuteAsync("blockdev-add", new JsonObject { ["driver"] = "null-co", ["node-name"] = "a", ["read-zeroes"] = true });
        await server.ExecuteAsync("block-export-add", new JsonObject { ["type"] = "nbd", ["id"] = "a", ["node-name"] = "a" });

        foreach (int used in new[] { port, port + Ports })
        {
            await client.ExecuteAsync("blockdev-add", new JsonObject
            {
                ["driver"] = "nbd",
                ["node-name"] = $"n{Text(used)}",
                ["server"] = new JsonObject { ["type"] = "inet", ["host"] = "127.0.0.1", ["port"] = Text(used) },
                ["export"] = "a",
                ["read-only"] = true,
            });
        }
    }

    /// <summary>As <see cref="IDriveArguments"/> says.</summary>
    [ToolFact(Programs.Qemu)]
    public async Task An_argument_of_drive_add_is_cut_after_1023_bytes()
    {
        await using Qemu qemu = await Qemu.StartAsync();
        Assert.Equal(1_048_576, await SizeAsync(qemu, "a", HmpBytes));
        Assert.Equal(104_960, await SizeAsync(qemu, "b", HmpBytes + 1));
    }

    /// <summary>As <see cref="DiskIo.IoUring"/> says.</summary>
    [ToolFact(Programs.Qemu)]
    public async Task QEMU_7_never_ends_a_read_of_an_incomplete_sector_with_io_uring()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(folder.File("image"), "four");
        await using Qemu qemu = await Qemu.StartAsync();
        foreach (bool isDirect in new[] { true, false })
        {
            string name = isDirect ? "direct" : "cached";
            JsonObject file = new() { ["driver"] = "file", ["filename"] = folder.File("image"), ["aio"] = "io_uring" };
            file["cache"] = new JsonObject { ["direct"] = isDirect };
            file["locking"] = "off";
            try
            {
                await qemu.ExecuteAsync("blockdev-add", new JsonObject { ["driver"] = "raw", ["node-name"] = name, ["file"] = file });
            }
            catch (QmpException refusal)
            {
                // A kernel or a container may not have it.
                Assert.Contains("io_uring", refusal.Description);
                return;
            }
        }

        await ReadAsync("direct", CancellationToken.None);
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(qemu.Version.Major < 8 ? 3 : 60));
        Task read = ReadAsync("cached", patience.Token);
        if (qemu.Version.Major < 8) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        else await read;

        Task ReadAsync(string node, CancellationToken cancellation) => qemu.QemuIoAsync(node, "read 0 512", cancellation);
    }

    /// <summary>The size that QEMU reads at the end of an argument, in whole sectors.</summary>
    private static async Task<long> SizeAsync(Qemu qemu, string id, int bytes)
    {
        string options = $"if=none,id={id},driver=null-co,size=";
        string argument = options + "1048576".PadLeft(bytes - options.Length, '0');
        await qemu.ExecuteAsync("human-monitor-command", new JsonObject { ["command-line"] = $"drive_add 0 {argument}" });
        JsonElement drive = (await qemu.ExecuteAsync("query-block")).EnumerateArray().Single(item => item.GetProperty("device").ValueEquals(id));
        return drive.GetProperty("inserted").GetProperty("image").GetProperty("virtual-size").GetInt64();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
