using System.Diagnostics;
using ColoGen;
using ColoGen.Control;
using ColoGen.Control.Qmp;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>A guest on a pair that loses its primary, gets a new secondary, and loses its primary again.</summary>
internal sealed class LivingPair(string folder, GuestQemu qemu, int checkpointDelay, RunReport report, CancellationToken cancellation)
{
    private const string Loopback = "127.0.0.1";
    private const uint SomeTicks = 9;
    private const int OwnCounts = 3;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan s_longPatience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(55);
    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(100);

    public static async Task RunAsync(string folder, GuestQemu qemu, int checkpointDelay, RunReport report, CancellationToken cancellation) =>
        await new LivingPair(folder, qemu, checkpointDelay, report, cancellation).RunAsync();

    private async Task RunAsync()
    {
        report.Line($"A COLO pair on this machine: {qemu}, a checkpoint every {checkpointDelay} ms.");
        report.Line("The guest counts, about 18 times a second, and writes each count to its disk.");

        report.Chapter("The pair starts");
        string first = Path.Combine(folder, "1");
        string second = Path.Combine(folder, "2");
        string third = Path.Combine(folder, "3");
        await report.StepAsync("images", "created: the guest's disk for both hosts, and the secondary's active and hidden disk", async () =>
        {
            await GuestImages.CreatePrimaryAsync(first, cancellation);
            await GuestImages.CreateSecondaryAsync(second, first, cancellation);
        });

        DomainType type = qemu.Accelerator == "kvm" ? DomainType.Kvm : DomainType.Qemu;
        PrimaryHost primary = Hosts.Primary(first, type, replica: null);
        SecondaryHost secondary = Hosts.Secondary(second, type);
        await using RunningHost follower = await StartSecondaryAsync(second, "secondary", secondary);
        await using RunningHost leader = await StartAsync(first, "primary", "runs with its guest stopped", isPaused: true, primary.GetBlockdevArguments());

        QemuVersion version = Group(leader.Monitor.Version);
        int delay = (int)s_patience.TotalMilliseconds;
        var pair = new ShopPair(primary, secondary, version, Loopback, FreePorts.Next(), Loopback, FreePorts.Next(), CheckpointDelay: delay);
        using var controller = new ColoController(pair, leader.Monitor, follower.Monitor);
        await controller.PrepareAsync(report, cancellation);
        await controller.AttachAsync(report, cancellation);
        await controller.StartAsync(report, cancellation);

        // With TCG, or where KVM runs within a virtual machine, a BIOS takes seconds. A checkpoint in the middle of it has left a secondary that never counts.
        report.Waiting("both start their BIOS");
        await report.StepAsync("both", "have started their BIOS, and the guest from it", async () =>
        {
            await CountUpToAsync(leader.CountInMemoryAsync, 1);
            await CountUpToAsync(follower.CountInMemoryAsync, 1);
        });
        pair = pair with { CheckpointDelay = checkpointDelay };
        await controller.SetCheckpointDelayAsync(pair, report, cancellation);

        await RunAndLoseAsync(controller, leader, follower, checkpoints: 6);

        report.Chapter("The survivor is the primary now, and gets a new secondary");
        await report.StepAsync("images", "created: three empty ones", () => GuestImages.CreateSecondaryAsync(third, primary: null, cancellation));
        SecondaryHost newSecondary = Hosts.Secondary(third, type);
        await using RunningHost newFollower = await StartSecondaryAsync(third, "secondary", newSecondary);
        await controller.ResyncAsync(
            pair with { Secondary = newSecondary, NbdPort = FreePorts.Next(), MigrationPort = FreePorts.Next() }, newFollower.Monitor, report, cancellation);

        uint last = await RunAndLoseAsync(controller, follower, newFollower, checkpoints: 3);

        report.Chapter("The last one ends");
        await report.StepAsync("survivor", "has quit", newFollower.QuitAsync);
        uint left = await GuestImages.CountAsync(third, "parent", cancellation);
        report.Prove(last > 0 && left >= last, $"the image that is left has it, without any QEMU: {left}, when {last} was seen before");
    }

    /// <summary>COLO runs for some checkpoints; then the side that runs the guest is killed, and the other goes on.</summary>
    /// <returns>The last count that was seen on the survivor's disk.</returns>
    private async Task<uint> RunAndLoseAsync(ColoController controller, RunningHost leader, RunningHost follower, int checkpoints)
    {
        string secondaryDisk = controller.Pair.Disks[0].SecondaryDisk;
        await using IAsyncEnumerator<ColoEvent> events = controller.WatchAsync(cancellation).GetAsyncEnumerator(cancellation);

        report.Chapter("COLO runs");
        await WatchAsync(events, leader, (checkpoint, count) => checkpoint.Number >= checkpoints && count > SomeTicks);
        uint written = await leader.CountOnDiskAsync(cancellation);
        uint replicated = await follower.CountOnNodeAsync(secondaryDisk, cancellation);
        report.Prove(
            written > 0 && replicated >= written,
            $"the secondary's disk has what the guest has written: {replicated}, when the primary's had {written}");

        // What the guest does after the last checkpoint is lost: so it is known what a checkpoint has.
        uint known = await leader.CountInMemoryAsync(cancellation);
        DateTimeOffset then = DateTimeOffset.UtcNow;
        await WatchAsync(events, leader, (checkpoint, _) => checkpoint.Time - checkpoint.Pause > then);

        report.Waiting("watching the secondary's guest");
        List<uint> own = await CountByItselfAsync(follower);
        report.Prove(own.Count == OwnCounts, $"the secondary's guest runs, too, and counts by itself: {string.Join(", ", own)}");

        report.Chapter("The primary dies");
        await report.StepAsync("primary", $"is killed: SIGKILL to {leader.ProcessId}", leader.Kill);
        await report.StepAsync("secondary", "notices: COLO_EXIT", () => ExitAsync(events));
        ColoFailoverResult failover = await controller.FailoverAsync(ColoSide.Secondary, Fence(leader), report, cancellation);
        report.Line($"             ({failover.Evidence}; from there to a running guest it took {failover.Takeover.TotalMilliseconds:F0} ms)");

        uint taken = await follower.CountInMemoryAsync(cancellation);
        uint later = await CountUpToAsync(follower.CountInMemoryAsync, taken + SomeTicks);
        report.Prove(
            taken >= known && later > taken,
            $"the guest goes on where it was: {known} before the last checkpoint, {taken} after the failover, then {later}");

        uint onDisk = await follower.CountOnDiskAsync(cancellation);
        uint now = await follower.CountInMemoryAsync(cancellation);
        report.Prove(onDisk + 1 >= later && onDisk <= now, $"the survivor's disk has what the guest counts: {onDisk}, when its memory had {later} to {now}");

        uint committed = await CountUpToAsync(token => follower.CountOnNodeAsync(secondaryDisk, token), onDisk);
        report.Prove(onDisk > 0 && committed >= onDisk, $"nothing is left in the active disk: the secondary disk below has {committed}");
        return onDisk;
    }

    /// <summary>Shows the checkpoints until one is the last that is waited for.</summary>
    private async Task WatchAsync(IAsyncEnumerator<ColoEvent> events, RunningHost leader, Func<ColoCheckpoint, uint, bool> isLast)
    {
        string seen = "waiting for a checkpoint     ";
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (Stopwatch.GetElapsedTime(began) > s_longPatience) throw new TimeoutException("COLO runs, but the guest does not count.");
            Task<ColoEvent> next = NextAsync(events);
            while (report.IsTerminal && await Task.WhenAny(next, Task.Delay(s_refresh, cancellation)) != next)
            {
                report.Live($"             {seen}  the guest counts {await leader.CountInMemoryAsync(cancellation)}");
            }

            switch (await next)
            {
                case ColoCheckpoint { Side: ColoSide.Primary } checkpoint:
                    uint count = await leader.CountInMemoryAsync(cancellation);
                    seen = $"checkpoint {checkpoint.Number,3}, pause {checkpoint.Pause.TotalMilliseconds,4:F0} ms";
                    report.Live($"             {seen}  the guest counts {count}");
                    if (isLast(checkpoint, count)) return;
                    break;
                case ColoExited or ColoConnectionLost or ColoReplicaFailed:
                    throw new InvalidOperationException($"COLO should run, and this happened: {next.Result}");
            }
        }
    }

    /// <summary>Waits a while for a count to come that far, and gives back how far it came.</summary>
    private async Task<uint> CountUpToAsync(Func<CancellationToken, Task<uint>> read, uint enough)
    {
        long began = Stopwatch.GetTimestamp();
        while (true)
        {
            uint count = await read(cancellation);
            if (count >= enough || Stopwatch.GetElapsedTime(began) > s_patience) return count;
            await Task.Delay(s_tick, cancellation);
        }
    }

    /// <summary>Waits a while until a guest is seen to count one by one, as a checkpoint would not make it do, and gives back its counts.</summary>
    private async Task<List<uint>> CountByItselfAsync(RunningHost host)
    {
        long began = Stopwatch.GetTimestamp();
        List<uint> counts = [await host.CountInMemoryAsync(cancellation)];
        while (counts.Count < OwnCounts && Stopwatch.GetElapsedTime(began) < s_patience)
        {
            await Task.Delay(s_glance, cancellation);
            uint count = await host.CountInMemoryAsync(cancellation);
            if (count == counts[^1]) continue;
            if (count != counts[^1] + 1) counts.Clear();
            counts.Add(count);
        }

        return counts;
    }

    private async Task ExitAsync(IAsyncEnumerator<ColoEvent> events)
    {
        while (await NextAsync(events) is not ColoExited { Side: ColoSide.Secondary })
        {
        }
    }

    private async Task<ColoEvent> NextAsync(IAsyncEnumerator<ColoEvent> events) =>
        await events.MoveNextAsync().AsTask().WaitAsync(s_patience + TimeSpan.FromMilliseconds(checkpointDelay), cancellation)
            ? events.Current
            : throw new InvalidOperationException("The connections to both QEMUs are lost.");

    /// <summary>What was told to die need not be dead: only the end of its process says so.</summary>
    private static ColoFencing Fence(RunningHost host) => async (_, token) =>
    {
        host.Kill();
        return FencingConfirmation.Dead($"process {host.ProcessId} has ended with status {await host.WaitForExitAsync(token)}");
    };

    private Task<RunningHost> StartSecondaryAsync(string images, string name, SecondaryHost host) =>
        StartAsync(images, name, "runs and waits to be followed", isPaused: false, [.. host.GetBlockdevArguments(), "-incoming", "defer"]);

    private Task<RunningHost> StartAsync(string images, string name, string what, bool isPaused, IEnumerable<string> arguments) => report.StepAsync(
        name,
        host => $"QEMU {host.Monitor.Version} {what} (process {host.ProcessId})",
        () => RunningHost.StartAsync(images, new("pc", qemu.Accelerator, isPaused, MemoryMiB: 32, Command: qemu.Command), arguments, cancellation));

    private static QemuVersion Group(QmpVersion version) => version.Major >= 11 ? QemuVersion.Qemu11 : QemuVersion.Qemu7To10;
}
