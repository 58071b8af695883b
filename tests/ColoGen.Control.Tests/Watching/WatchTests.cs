using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Watching;

/// <summary>A watch goes on whatever a host answers.</summary>
public sealed class WatchTests
{
    private static readonly ColoOptions s_options = FakePair.DefaultOptions with { UnresponsiveTimeout = TimeSpan.FromMilliseconds(250) };

    [Fact]
    public async Task A_host_with_an_impossible_delay_is_still_watched()
    {
        await using FakePair pair = await FakePair.StartAsync(s_options);
        await pair.RunAsync();
        pair.Primary.Machine.CheckpointDelay = long.MaxValue;

        await AssertSeesHangAsync(pair);
    }

    [Fact]
    public async Task A_host_that_refuses_a_query_is_still_watched()
    {
        await using FakePair pair = await FakePair.StartAsync(s_options);
        await pair.RunAsync();
        pair.Primary.Arm(Fault.Refuses, 0);

        await AssertSeesHangAsync(pair);
    }

    /// <summary>The host is asked a few times, and then hangs.</summary>
    private static async Task AssertSeesHangAsync(FakePair pair)
    {
        using CancellationTokenSource timeout = new(Patience.Long);
        IAsyncEnumerable<ColoEvent> watch = pair.Controller.WatchAsync(timeout.Token);
        _ = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500), timeout.Token);
            pair.Primary.Machine.IsFrozen = true;
        });

        Assert.True(await watch.AnyAsync(item => item is ColoHostUnresponsive { Side: ColoSide.Primary }));
    }
}
