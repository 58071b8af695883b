using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>What a new checkpoint delay may change.</summary>
public sealed class CheckpointDelayTests
{
    [Fact]
    public async Task A_pair_that_differs_in_more_than_the_delay_is_refused_and_nothing_is_sent()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        foreach (FakeQemu host in pair.Hosts) host.Arm(Fault.None, -1);
        TwoDiskPair[] others =
        [
            pair.First with { CheckpointDelay = 5, NbdHost = "elsewhere" },
            pair.First with { CheckpointDelay = 5, MigrationPort = 9999 },
            pair.Second with { CheckpointDelay = 5 },
        ];
        foreach (TwoDiskPair other in others)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => pair.Controller.SetCheckpointDelayAsync(other));
        }

        Assert.All(pair.Hosts, host => Assert.Empty(host.Heard));
        Assert.Equal(pair.First, pair.Controller.Pair);
    }

    [Fact]
    public async Task A_pair_that_a_resync_replaces_meanwhile_is_refused()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.SurviveAsync();
        Task resync = pair.Controller.ResyncAsync(pair.Second, pair.ReserveClient);
        Task delay = pair.Controller.SetCheckpointDelayAsync(pair.First with { CheckpointDelay = 5 });

        await resync;
        await Assert.ThrowsAsync<ArgumentException>(() => delay);
        Assert.Equal(pair.Second, pair.Controller.Pair);
    }
}
