using System.Text.Json.Nodes;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnQemu;

/// <summary>
/// What stands beside a secondary replica under a quorum: where COLO0517 reports nothing, the guest reads what the primary has written, after a checkpoint
/// and after a failover. In a shape, R is a replica and O another image.
/// </summary>
public sealed class SecondaryQuorumTests : IDisposable
{
    private const string Fifo = "\"vote-threshold\":1,\"read-pattern\":\"fifo\"";
    private const string Voting = "\"vote-threshold\":1";
    private const string Rewriting = "\"vote-threshold\":1,\"rewrite-corrupted\":true";
    private const string BothVoting = "\"vote-threshold\":2";

    private const string Old = "0x00";
    private const string Written = "0xaa";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [ToolTheory(Programs.Qemu, "qemu-img")]
    [InlineData(Fifo, "R", Written)]
    [InlineData(Fifo, "RO", Written)]
    [InlineData(Fifo, "RR", Written)]
    [InlineData(Fifo, "OR", Old)]
    [InlineData(Fifo, "ORO", Old)]
    [InlineData(Voting, "R", Written)]
    [InlineData(Voting, "RR", Written)]
    [InlineData(Voting, "RO", Old)]
    [InlineData(Voting, "OOR", Old)]
    [InlineData(Rewriting, "RR", Written)]
    [InlineData(Rewriting, "ORO", Old)]
    [InlineData(BothVoting, "RR", Written)]
    [InlineData(BothVoting, "OR", null)]
    public async Task The_guest_reads_what_the_primary_has_written_where_nothing_is_reported(string settings, string shape, string? read)
    {
        string children = string.Join(", ", shape.Select((child, number) => $"{(child == 'R' ? "Replica" : "Image")} C{number}"));
        Assert.Equal(read == Written, !Reports(settings, children));

        await using Qemu qemu = await Qemu.StartAsync();
        for (int number = 0; number < shape.Length; number++) await AddAsync(qemu, shape[number], number);
        string names = string.Join(',', Enumerable.Range(0, shape.Length).Select(number => $"\"c{number}\""));
        await AddNodeAsync(qemu, $$"""{"driver":"quorum","node-name":"top",{{settings}},"children":[{{names}}]}""");
        await qemu.ExecuteAsync("xen-set-replication", new JsonObject { ["enable"] = true, ["primary"] = false });
        await using Qemu primary = await Qemu.StartAsync();
        string server = new JsonObject { ["type"] = "unix", ["path"] = _place.File("nbd") }.ToJsonString();
        for (int number = 0; number < shape.Length; number++)
        {
            if (shape[number] != 'R') continue;
            await AddNodeAsync(
                primary, $$"""{"driver":"nbd","node-name":"p{{number}}","export":"p{{number}}","server":SERVER}""".Replace("SERVER", server));
            Assert.Empty(await primary.QemuIoAsync($"p{number}", $"write -q -P {Written} 0 64k"));
        }

        await qemu.ExecuteAsync("xen-colo-do-checkpoint");
        await AssertReadAsync(qemu, read);
        await qemu.ExecuteAsync("xen-set-replication", new JsonObject { ["enable"] = false, ["failover"] = true, ["primary"] = false });
        await AssertReadAsync(qemu, read);
    }

    private static async Task AssertReadAsync(Qemu qemu, string? pattern)
    {
        string printed = await qemu.QemuIoAsync("top", $"read -q -P {pattern ?? Written} 0 64k");
        Assert.Equal(pattern is null ? "read failed: Input/output error" : "", printed);
    }

    /// <summary>Whether ColoGen reports such a quorum.</summary>
    private static bool Reports(string settings, string children)
    {
        string arguments = string.Join(
            ", ",
            "VoteThreshold = " + (settings.Contains(":2") ? 2 : 1),
            settings.Contains("fifo") ? "ReadPattern = QuorumReadPattern.Fifo" : "ReadPattern = QuorumReadPattern.Quorum",
            "RewriteCorrupted = " + (settings.Contains("true") ? "true" : "false"));
        return Compile.Analyze(Compile.Sources(
            $"""
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)] public sealed record Image(string File);
            [FileSource(Format = DiskFormat.Qcow2), BackingReference] public sealed record Hidden(string File);
            [FileSource(Format = DiskFormat.Qcow2)] public sealed record Active(string File, Hidden Backing);
            [Replication(ReplicationMode.Secondary)] public sealed record Replica(Active Active);
            [Quorum({arguments})] public sealed record Root({children});
            """)).Any(diagnostic => diagnostic.Id == "COLO0517");
    }

    private static async Task AddNodeAsync(Qemu qemu, string node) => await qemu.ExecuteAsync("blockdev-add", JsonNode.Parse(node));

    private async Task AddAsync(Qemu qemu, char child, int number)
    {
        if (child == 'O')
        {
            await AddImageAsync(qemu, $"c{number}", "");
            return;
        }

        await AddImageAsync(qemu, $"p{number}", "");
        if (number == 0 || !(await qemu.ExecuteAsync("query-block-exports")).EnumerateArray().Any()) await ServeAsync(qemu);
        await qemu.ExecuteAsync("block-export-add", JsonNode.Parse($$"""{"type":"nbd","id":"p{{number}}","node-name":"p{{number}}","writable":true}"""));
        await AddImageAsync(qemu, $"h{number}", $$""","backing":"p{{number}}" """);
        await AddImageAsync(qemu, $"a{number}", $$""","backing":"h{{number}}" """);
        await AddNodeAsync(qemu, $$"""{"driver":"replication","mode":"secondary","top-id":"top","node-name":"c{{number}}","file":"a{{number}}"}""");
    }

    private async Task ServeAsync(Qemu qemu) => await qemu.ExecuteAsync(
        "nbd-server-start",
        new JsonObject { ["addr"] = new JsonObject { ["type"] = "unix", ["data"] = new JsonObject { ["path"] = _place.File("nbd") } } });

    private async Task AddImageAsync(Qemu qemu, string name, string options)
    {
        string path = _place.File(name);
        await QemuImage.CreateAsync(path, "qcow2", 1 << 20);
        await AddNodeAsync(qemu, $$"""{"driver":"qcow2","node-name":"{{name}}","file":{"driver":"file","filename":"{{path}}"}{{options}}}""");
    }
}
