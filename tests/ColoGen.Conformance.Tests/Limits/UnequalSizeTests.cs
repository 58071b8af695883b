using System.Text.Json.Nodes;

namespace ColoGen.Conformance.Tests.Limits;

/// <summary>What the README says of a replica with another size than the primary's disk.</summary>
public sealed class UnequalSizeTests
{
    private const int Aborted = 134;

    private const int MiB = 1 << 20;

    [ToolFact(Programs.Qemu)]
    public Task QEMU_takes_a_shorter_replica_and_the_first_write_past_its_end_aborts_it() => ForEachQemuAsync(async command =>
    {
        await using Qemu qemu = await AttachAsync(command, replica: MiB);
        await WriteAsync(qemu, "0");
        QemuException exception = await Assert.ThrowsAsync<QemuException>(() => WriteAsync(qemu, "1M"));
        Assert.Equal(Aborted, exception.ExitStatus);
        Assert.Contains("Assertion", exception.StandardError);
    });

    [ToolFact(Programs.Qemu)]
    public Task QEMU_takes_a_longer_replica() => ForEachQemuAsync(async command =>
    {
        await using Qemu qemu = await AttachAsync(command, replica: 3 * MiB);
        await WriteAsync(qemu, "1M");
        await qemu.ExecuteAsync("query-status");
    });

    private static async Task<Qemu> AttachAsync(IReadOnlyList<string>? command, int replica)
    {
        Qemu qemu = await Qemu.StartAsync(new(Command: command));
        await qemu.ExecuteAsync("blockdev-add", Disk("local", 2 * MiB));
        await qemu.ExecuteAsync("blockdev-add", Disk("remote", replica));
        await qemu.ExecuteAsync("blockdev-add", new JsonObject
        {
            ["driver"] = "quorum", ["node-name"] = "root", ["vote-threshold"] = 1, ["read-pattern"] = "fifo", ["children"] = new JsonArray("local"),
        });
        await qemu.ExecuteAsync("x-blockdev-change", new JsonObject { ["parent"] = "root", ["node"] = "remote" });
        return qemu;
    }

    private static JsonObject Disk(string name, int size) =>
        new() { ["driver"] = "null-co", ["node-name"] = name, ["size"] = size, ["read-zeroes"] = true };

    private static async Task WriteAsync(Qemu qemu, string offset) =>
        await qemu.ExecuteAsync("human-monitor-command", new JsonObject { ["command-line"] = $"qemu-io root \"write {offset} 64k\"" });

    private static async Task ForEachQemuAsync(Func<IReadOnlyList<string>?, Task> assert)
    {
        await assert(null);
        if (await GuestQemu.FindAsync("tcg") is ({ } newer, _)) await assert(newer.Command);
    }
}
