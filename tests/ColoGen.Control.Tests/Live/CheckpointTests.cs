using System.Text.Json;

namespace ColoGen.Control.Tests.Live;

/// <summary>The time between checkpoints, and what a watch sees of them and of dying hosts.</summary>
public sealed class CheckpointTests
{
    [LiveFact]
    public async Task Another_delay_changes_how_often_checkpoints_are_taken()
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab, checkpointDelay: 60_000);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        Assert.Equal(60_000, await DelayAsync(pair.Primary));

        await pair.Controller.SetCheckpointDelayAsync(declared with { CheckpointDelay = 50 });

        Assert.Equal(50, await DelayAsync(pair.Primary));
        await pair.WaitForCheckpointsAsync(5);
        Assert.Equal(50, ((OneDiskPair)pair.Controller.Pair).CheckpointDelay);
    }

    [LiveFact]
    public async Task A_pair_without_a_delay_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab);
        LivePair pair = await LivePair.StartQemusAsync(lab, declared);

        await Assert.ThrowsAsync<ArgumentException>(() => pair.Controller.SetCheckpointDelayAsync(declared with { CheckpointDelay = null }));
    }

    [LiveFact]
    public async Task A_watch_sees_checkpoints_the_end_of_COLO_and_the_lost_connection()
    {
        await using Lab lab = new();
        LivePair pair = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab, checkpointDelay: 100));
        List<ColoEvent> events = [];
        using CancellationTokenSource timeout = new(Patience.Long);

        await foreach (ColoEvent item in pair.Controller.WatchAsync(timeout.Token))
        {
            events.Add(item);
            if (item is ColoCheckpoint { Side: ColoSide.Secondary, Number: 2 }) await pair.Primary.Qemu.KillAsync();
            if (events.OfType<ColoExited>().Any() && events.OfType<ColoConnectionLost>().Any()) break;
        }

        Assert.Contains(events, item => item is ColoCheckpoint { Side: ColoSide.Primary } checkpoint && checkpoint.Pause > TimeSpan.Zero);
        Assert.Equal([1, 2], events.OfType<ColoCheckpoint>().Where(item => item.Side == ColoSide.Secondary).Select(item => item.Number).Take(2));
        Assert.Contains(events, item => item is ColoExited { Side: ColoSide.Secondary, Reason: "error" });
        Assert.Contains(events, item => item is ColoConnectionLost { Side: ColoSide.Primary });
        Assert.False(timeout.IsCancellationRequested);
    }

    [LiveFact]
    public async Task A_watch_sees_a_replica_that_fails()
    {
        await using Lab lab = new();
        LivePair pair = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab, checkpointDelay: 5000));
        IAsyncEnumerable<ColoEvent> watch = pair.Controller.WatchAsync(new CancellationTokenSource(Patience.Long).Token);

        await pair.Secondary.Qemu.KillAsync();

        ColoReplicaFailed failed = await FirstAsync<ColoReplicaFailed>(watch);
        Assert.Equal((ColoSide.Primary, "hda", "hda-2"), (failed.Side, failed.Disk, failed.Node));
    }

    [LiveFact]
    public async Task A_watch_sees_a_host_that_hangs()
    {
        await using Lab lab = new();
        LivePair pair = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab));
        IAsyncEnumerable<ColoEvent> watch = pair.Controller.WatchAsync(new CancellationTokenSource(Patience.Long).Token);

        Signals.Stop(pair.Secondary.Qemu.ProcessId);

        Assert.Equal(ColoSide.Secondary, (await FirstAsync<ColoHostUnresponsive>(watch, item => item.Side == ColoSide.Secondary)).Side);
    }

    private static async Task<T> FirstAsync<T>(IAsyncEnumerable<ColoEvent> watch, Func<T, bool>? where = null)
        where T : ColoEvent
    {
        await foreach (ColoEvent item in watch)
        {
            if (item is T found && (where is null || where(found))) return found;
        }

        throw new TimeoutException($"The watch saw no {typeof(T).Name}.");
    }

    private static async Task<long> DelayAsync(LiveHost host)
    {
        JsonElement parameters = await host.Qemu.ExecuteAsync("query-migrate-parameters");
        return parameters.GetProperty("x-checkpoint-delay").GetInt64();
    }
}
