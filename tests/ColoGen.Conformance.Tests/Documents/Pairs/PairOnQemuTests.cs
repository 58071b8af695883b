using System.Text.Json;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.OnQemu;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.Pairs;

/// <summary>The lists of a pair on the block layers of real QEMUs, without a migration: what needs one is in the tests of ColoGen.Control.</summary>
public sealed class PairOnQemuTests : IDisposable
{
    /// <summary>Commands that only a guest within COLO, or one that waits for a migration, takes.</summary>
    private static readonly string[] s_ofMigration = ["migrate-incoming", "x-colo-lost-heartbeat", "migrate"];

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [ToolFact(Programs.Qemu)]
    public async Task QEMU_knows_every_command_and_argument_and_calls_none_deprecated()
    {
        await using Qemu qemu = await Qemu.StartAsync(new("pc"));
        JsonElement[] schema = [.. (await qemu.ExecuteAsync("query-qmp-schema")).EnumerateArray()];
        TwoDiskPair pair = TwoDiskPair.At(Images.Nowhere, QemuVersion.Qemu11);
        foreach (string line in Enum.GetValues<ColoCommands>().SelectMany(list => DocumentReader.Lines(pair.ToCommandsString(list))))
        {
            JsonElement command = JsonDocument.Parse(line).RootElement;
            JsonElement known = Entry(command.GetProperty("execute").GetString()!);
            AssertNotDeprecated(known, line);
            if (!command.TryGetProperty("arguments", out JsonElement arguments)) continue;
            JsonElement type = Entry(known.GetProperty("arg-type").GetString()!);
            if (type.TryGetProperty("variants", out JsonElement _)) continue;
            foreach (JsonProperty argument in arguments.EnumerateObject())
            {
                AssertNotDeprecated(
                    type.GetProperty("members").EnumerateArray().Single(member => member.GetProperty("name").GetString() == argument.Name),
                    line);
            }
        }

        // The test can fail: the old command is there, and deprecated.
        Assert.Contains("deprecated", Features(Entry("nbd-server-add")));

        JsonElement Entry(string name) => schema.Single(item => item.GetProperty("name").GetString() == name);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task Two_disks_replicate_and_every_attach_has_its_inverse()
    {
        TwoDiskPair pair = await MakeAsync();
        await using Qemu secondary = await Qemu.StartAsync(new("pc"), pair.Secondary.GetBlockdevArguments());
        await using Qemu primary = await Qemu.StartAsync(new("pc"), pair.Primary.GetBlockdevArguments());
        string[] before = await NamesAsync(primary);

        await RunAsync(secondary, pair, ColoCommands.SecondaryPrepare);
        await RunAsync(primary, pair, ColoCommands.PrimaryAttach);
        await RunAsync(primary, pair, ColoCommands.PrimaryDetach);
        Assert.Equal(before, await NamesAsync(primary));

        await RunAsync(primary, pair, ColoCommands.PrimaryAttach);
        await ReplicateAsync(primary, secondary, "0x5a", "vda", "vdb");
        await RunAsync(primary, pair, ColoCommands.PrimaryFailover);
        Assert.Equal(before, await NamesAsync(primary));
        Assert.Equal("", await primary.QemuIoAsync(Guest("vdb"), "read -q -P 0x5a 0 64k"));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_disk_replicates_whose_top_layer_has_a_number_of_its_own()
    {
        (PinnedPair pair, PinnedPair other) = await _place.MakeAsync(
            images => (PinnedPair.At(images, "", FreePorts.Next()), PinnedPair.At(images, "other-", FreePorts.Next())));
        await using Qemu secondary = await Qemu.StartAsync(new("pc"), pair.Secondary.GetBlockdevArguments());
        await using Qemu primary = await Qemu.StartAsync(new("pc"), pair.Primary.GetBlockdevArguments());
        string[] before = await NamesAsync(primary);

        await RunAsync(secondary, pair.ToCommandsString(ColoCommands.SecondaryPrepare));
        await RunAsync(primary, pair.ToCommandsString(ColoCommands.PrimaryAttach));
        await ReplicateAsync(primary, secondary, "0x5a", "vda");
        await RunAsync(primary, pair.ToCommandsString(ColoCommands.PrimaryFailover));
        Assert.Equal(before, await NamesAsync(primary));

        await RunAsync(secondary, pair.ToCommandsString(ColoCommands.SecondaryFailover));
        await secondary.ExecuteLineAsync("""{"execute":"xen-set-replication","arguments":{"enable":false,"failover":true,"primary":false}}""");
        string[] alone = await NamesAsync(secondary);
        await using Qemu next = await Qemu.StartAsync(new("pc"), other.Secondary.GetBlockdevArguments());
        await RunAsync(next, other.ToCommandsString(ColoCommands.SecondaryPrepare));
        await RunAsync(secondary, other.ToCommandsString(ColoCommands.SurvivorAttach));
        await RunAsync(secondary, other.ToCommandsString(ColoCommands.SurvivorDetach));
        Assert.Equal(alone, await NamesAsync(secondary));
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_secondary_that_is_released_exports_nothing()
    {
        TwoDiskPair pair = await MakeAsync();
        await using Qemu secondary = await Qemu.StartAsync(new("pc"), pair.Secondary.GetBlockdevArguments());
        await RunAsync(secondary, pair, ColoCommands.SecondaryPrepare);
        Assert.Equal(2, (await secondary.ExecuteAsync("query-block-exports")).GetArrayLength());
        await RunAsync(secondary, pair, ColoCommands.SecondaryRelease);
        Assert.Equal(0, (await secondary.ExecuteAsync("query-block-exports")).GetArrayLength());
        await RunAsync(secondary, pair, ColoCommands.SecondaryPrepare);
    }

    [ToolFact(Programs.Qemu, "qemu-img")]
    public async Task A_survivor_fills_a_new_secondary_and_replicates_to_it()
    {
        TwoDiskPair pair = await MakeAsync();
        Images images = new(_place.Folder, NbdPlace.Nowhere);
        TwoDiskPair next = pair with { Secondary = TwoDiskPair.SecondaryAt(images, "next"), NbdPort = FreePorts.Next() };
        await images.CreateAsync();

        await using Qemu survivor = await Qemu.StartAsync(new("pc"), pair.Secondary.GetBlockdevArguments());
        await RunAsync(survivor, pair, ColoCommands.SecondaryPrepare);
        await using (Qemu primary = await Qemu.StartAsync(new("pc"), pair.Primary.GetBlockdevArguments()))
        {
            await RunAsync(primary, pair, ColoCommands.PrimaryAttach);
            await ReplicateAsync(primary, survivor, "0x5a", "vda", "vdb");
            await primary.KillAsync();
        }

        await RunAsync(survivor, pair, ColoCommands.SecondaryFailover);
        await survivor.ExecuteLineAsync("""{"execute":"xen-set-replication","arguments":{"enable":false,"failover":true,"primary":false}}""");
        string[] alone = await NamesAsync(survivor);

        await using Qemu secondary = await Qemu.StartAsync(new("pc"), next.Secondary.GetBlockdevArguments());
        await RunAsync(secondary, next, ColoCommands.SecondaryPrepare);

        await RunAsync(survivor, next, ColoCommands.Mirror);
        await RunAsync(survivor, next, ColoCommands.MirrorCancel);
        await WaitForJobsAsync(survivor, "BLOCK_JOB_CANCELLED", "vda-mirror", "vdb-mirror");
        await RunAsync(survivor, next, ColoCommands.MirrorDetach);
        Assert.Equal(alone, await NamesAsync(survivor));

        await RunAsync(survivor, next, ColoCommands.Mirror);
        await WaitForJobsAsync(survivor, "BLOCK_JOB_READY", "vda-mirror", "vdb-mirror");
        await RunAsync(survivor, next, ColoCommands.MirrorFinish);
        await WaitForJobsAsync(survivor, "BLOCK_JOB_COMPLETED", "vda-mirror", "vdb-mirror");
        await RunAsync(survivor, next, ColoCommands.MirrorDetach);
        Assert.Equal(alone, await NamesAsync(survivor));
        Assert.Equal("", await secondary.QemuIoAsync("parent1-0", "read -q -P 0x5a 0 64k"));

        await RunAsync(survivor, next, ColoCommands.SurvivorAttach);
        await RunAsync(survivor, next, ColoCommands.SurvivorDetach);
        Assert.Equal(alone, await NamesAsync(survivor));
        await RunAsync(survivor, next, ColoCommands.SurvivorAttach);
        Assert.Equal("", await survivor.QemuIoAsync(Guest("vda"), "write -q -P 0x5b 0 64k"));
        await RunAsync(survivor, next, ColoCommands.SurvivorFailover);
        Assert.Equal(alone, await NamesAsync(survivor));
    }

    private Task<TwoDiskPair> MakeAsync() => _place.MakeAsync(images => TwoDiskPair.At(images, port: FreePorts.Next()));

    /// <summary>Runs a list as it is for the QEMU that is here.</summary>
    private static Task RunAsync(Qemu qemu, TwoDiskPair pair, ColoCommands list) => RunAsync(
        qemu, (pair with { Qemu = qemu.Version.Major < 11 ? QemuVersion.Qemu7To10 : QemuVersion.Qemu11 }).ToCommandsString(list));

    private static Task RunAsync(Qemu qemu, string commands) => CaseOnQemu.ExecuteAsync(
        qemu,
        DocumentReader.Lines(commands).Where(line => !s_ofMigration.Contains(JsonDocument.Parse(line).RootElement.GetProperty("execute").GetString())));

    private static async Task ReplicateAsync(Qemu primary, Qemu secondary, string pattern, params string[] devs)
    {
        await secondary.ExecuteLineAsync("""{"execute":"xen-set-replication","arguments":{"enable":true,"primary":false}}""");
        await primary.ExecuteLineAsync("""{"execute":"xen-set-replication","arguments":{"enable":true,"primary":true}}""");
        foreach (string dev in devs)
        {
            Assert.Equal("", await primary.QemuIoAsync(Guest(dev), $"write -q -P {pattern} 0 64k"));
            Assert.Equal("", await secondary.QemuIoAsync(Guest(dev), "read -q -P 0 0 64k"));
        }

        await secondary.ExecuteAsync("xen-colo-do-checkpoint");
        await primary.ExecuteAsync("xen-colo-do-checkpoint");
        foreach (string dev in devs)
        {
            Assert.Equal("", await secondary.QemuIoAsync(Guest(dev), $"read -q -P {pattern} 0 64k"));
            Assert.Contains("Pattern verification failed", await secondary.QemuIoAsync(Guest(dev), "read -q -P 0x11 0 64k"));
        }
    }

    private static async Task WaitForJobsAsync(Qemu qemu, string name, params string[] jobs)
    {
        foreach (string job in jobs)
        {
            await qemu.WaitForEventAsync(name, TimeSpan.FromSeconds(20), item => item.GetString("device") == job);
        }
    }

    private static async Task<string[]> NamesAsync(Qemu qemu) =>
        [.. (await qemu.NodesAsync()).Select(node => node.Name).Where(name => name[0] != '#').Order(StringComparer.Ordinal)];

    private static string Guest(string dev) => $"-d /machine/peripheral/{dev}/virtio-backend";

    private static void AssertNotDeprecated(JsonElement item, string line) => Assert.False(Features(item).Contains("deprecated"), line);

    private static IEnumerable<string?> Features(JsonElement item) =>
        item.TryGetProperty("features", out JsonElement features) ? features.EnumerateArray().Select(feature => feature.GetString()) : [];
}
