using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ColoGen;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>
/// The pair without a guest: the same disks and the same commands in QEMUs that have no machine, and so need no KVM. What a migration would do to
/// the replicas is done by the commands that Xen's COLO has for it.
/// </summary>
internal sealed class BlockLayer(string folder, RunReport report, CancellationToken cancellation)
{
    private const string Loopback = "127.0.0.1";
    private const byte Before = 0xAA;
    private const byte Between = 0xBB;
    private const byte After = 0xCC;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(20);

    public static async Task RunAsync(string folder, string reason, RunReport report, CancellationToken cancellation)
    {
        report.Line($"The block layer of a COLO pair on this machine, and no guest: {reason}.");
        await new BlockLayer(folder, report, cancellation).RunAsync();
    }

    private async Task RunAsync()
    {
        report.Chapter("The pair starts");
        string first = Path.Combine(folder, "1");
        string second = Path.Combine(folder, "2");
        string third = Path.Combine(folder, "3");
        await report.StepAsync("images", "created: the primary's, and the secondary's three", async () =>
        {
            await GuestImages.CreatePrimaryAsync(first, cancellation);
            await GuestImages.CreateSecondaryAsync(second, first, cancellation);
        });

        PrimaryHost primary = Hosts.Primary(first, DomainType.Qemu, replica: null);
        SecondaryHost secondary = Hosts.Secondary(second, DomainType.Qemu);
        await using RunningHost follower = await StartAsync(second, "secondary", secondary);
        await using RunningHost leader = await StartAsync(first, "primary", primary);
        var pair = new ShopPair(primary, secondary, QemuVersion.Qemu7To10, Loopback, FreePorts.Next(), Loopback, FreePorts.Next(), CheckpointDelay: null);
        ColoDisk disk = ((IColoPair)pair).Disks[0];

        await SendAsync("secondary", "exports its disk", follower, pair, ColoCommands.SecondaryPrepare);
        await SendAsync("primary", "has its replica attached", leader, pair, ColoCommands.PrimaryAttach);
        await ReplicateAsync(leader, follower);

        report.Chapter("Replication runs");
        await report.StepAsync("primary", "writes 1 MiB", () => leader.WriteAsync(disk.Root, Before, "4M 1M", cancellation));
        report.Prove(await follower.HasAsync(disk.SecondaryDisk, Before, "4M 1M", cancellation), "the secondary's disk has it at once");
        report.Prove(!await follower.HasAsync(disk.Root, Before, "4M 1M", cancellation), "the secondary's guest would not see it yet");
        await CheckpointAsync(leader, follower);
        report.Prove(await follower.HasAsync(disk.Root, Before, "4M 1M", cancellation), "the secondary's guest would see it now");

        await FailoverAsync(leader, follower, pair);
        report.Prove(await follower.HasAsync(disk.Root, Before, "4M 1M", cancellation), "the survivor has what the primary wrote");
        await report.StepAsync("survivor", "writes 1 MiB", () => follower.WriteAsync(disk.Root, Between, "8M 1M", cancellation));
        report.Prove(await HasSoonAsync(follower, disk.SecondaryDisk, Between, "8M 1M"), "nothing is left in the active disk: the secondary disk below has it");

        report.Chapter("The survivor is the primary now, and gets a new secondary");
        await report.StepAsync("images", "created: three empty ones", () => GuestImages.CreateSecondaryAsync(third, primary: null, cancellation));
        SecondaryHost newSecondary = Hosts.Secondary(third, DomainType.Qemu);
        await using RunningHost newFollower = await StartAsync(third, "secondary", newSecondary);
        pair = pair with { Secondary = newSecondary, NbdPort = FreePorts.Next(), MigrationPort = FreePorts.Next() };
        await SendAsync("secondary", "exports its disk", newFollower, pair, ColoCommands.SecondaryPrepare);
        await SendAsync("primary", "copies its disk to it", follower, pair, ColoCommands.Mirror, "BLOCK_JOB_READY");
        await SendAsync("primary", "has ended the copy: both disks are equal", follower, pair, ColoCommands.MirrorFinish, "BLOCK_JOB_COMPLETED");
        await SendAsync("primary", "has let go of the copy's nodes", follower, pair, ColoCommands.MirrorDetach);
        await SendAsync("primary", "has its replica attached", follower, pair, ColoCommands.SurvivorAttach);
        await ReplicateAsync(follower, newFollower);

        report.Chapter("Replication runs");
        await report.StepAsync("primary", "writes 1 MiB", () => follower.WriteAsync(disk.Root, After, "12M 1M", cancellation));
        await CheckpointAsync(follower, newFollower);

        await FailoverAsync(follower, newFollower, pair);
        report.Prove(
            await newFollower.HasAsync(disk.Root, Before, "4M 1M", cancellation)
            && await newFollower.HasAsync(disk.Root, Between, "8M 1M", cancellation)
            && await newFollower.HasAsync(disk.Root, After, "12M 1M", cancellation),
            "the last one has what all three have written");
        report.Prove(!await newFollower.HasAsync(disk.Root, Between, "12M 1M", cancellation), "and would not be taken to have what nobody wrote there");
    }

    private Task<RunningHost> StartAsync<T>(string images, string name, T host)
        where T : IBlockdevArguments => report.StepAsync(
            name,
            running => $"QEMU {running.Monitor.Version} runs without a machine (process {running.ProcessId})",
            () => RunningHost.StartAsync(images, new QemuOptions(Paused: false), WithoutDevices(host.GetBlockdevArguments()), cancellation));

    /// <summary>Sends a list of the pair's commands, but for those that are about a migration, and waits for what must follow.</summary>
    private Task SendAsync(string where, string what, RunningHost host, ShopPair pair, ColoCommands commands, string? followedBy = null) =>
        report.StepAsync(where, what, async () =>
        {
            foreach (string line in pair.ToCommandsString(commands).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("""{"execute":"migrate""", StringComparison.Ordinal)) continue;
                await host.Monitor.ExecuteLineAsync(Encoding.UTF8.GetBytes(line), cancellationToken: cancellation);
            }

            if (followedBy is not null) await host.WaitForEventAsync(followedBy, cancellation);
        });

    private Task ReplicateAsync(RunningHost leader, RunningHost follower) => report.StepAsync("both", "replicate", async () =>
    {
        await SetReplicationAsync(follower, new() { ["enable"] = true, ["primary"] = false });
        await SetReplicationAsync(leader, new() { ["enable"] = true, ["primary"] = true });
    });

    private Task SetReplicationAsync(RunningHost host, JsonObject arguments) => host.ExecuteAsync("xen-set-replication", arguments, cancellation);

    private Task CheckpointAsync(RunningHost leader, RunningHost follower) => report.StepAsync("both", "have made a checkpoint", async () =>
    {
        await follower.ExecuteAsync("xen-colo-do-checkpoint", null, cancellation);
        await leader.ExecuteAsync("xen-colo-do-checkpoint", null, cancellation);
    });

    private async Task FailoverAsync(RunningHost leader, RunningHost follower, ShopPair pair)
    {
        report.Chapter("The primary dies");
        await report.StepAsync("primary", $"is killed: SIGKILL to {leader.ProcessId}", leader.Kill);
        await report.StepAsync("fencing", status => $"process {leader.ProcessId} has ended with status {status}", () => leader.WaitForExitAsync(cancellation));
        await report.StepAsync("survivor", "has failed over", async () =>
        {
            string stopServer = pair.ToCommandsString(ColoCommands.SecondaryFailover).Split('\n')[0];
            await follower.Monitor.ExecuteLineAsync(Encoding.UTF8.GetBytes(stopServer), cancellationToken: cancellation);
            await SetReplicationAsync(follower, new() { ["enable"] = false, ["failover"] = true, ["primary"] = false });
        });
    }

    private async Task<bool> HasSoonAsync(RunningHost host, string node, byte pattern, string range)
    {
        long began = Stopwatch.GetTimestamp();
        while (!await host.HasAsync(node, pattern, range, cancellation))
        {
            if (Stopwatch.GetElapsedTime(began) > s_patience) return false;
            await Task.Delay(s_poll, cancellation);
        }

        return true;
    }

    /// <summary>Without a machine there is no bus for a device.</summary>
    private static IEnumerable<string> WithoutDevices(string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i += 2)
        {
            if (arguments[i] == "-device") continue;
            yield return arguments[i];
            yield return arguments[i + 1];
        }
    }
}
