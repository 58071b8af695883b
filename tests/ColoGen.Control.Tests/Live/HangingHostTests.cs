namespace ColoGen.Control.Tests.Live;

/// <summary>A host that hangs is not dead: it is fenced, and then the other goes on.</summary>
public sealed class HangingHostTests
{
    [LiveTheory]
    [InlineData(ColoSide.Primary)]
    [InlineData(ColoSide.Secondary)]
    public async Task The_other_side_goes_on_when_one_hangs(ColoSide survivor)
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab, checkpointDelay: 100));
        uint before = await Counter.ReachAsync(live.Primary, 5);
        LiveHost victim = survivor == ColoSide.Primary ? live.Secondary : live.Primary;

        // A host that is silent for so long misses many checkpoints.
        Signals.Stop(victim.Qemu.ProcessId);
        using CancellationTokenSource timeout = new(Patience.Long);
        Assert.True(await live.Controller.WatchAsync(timeout.Token).AnyAsync(item => item is ColoHostUnresponsive && item.Side != survivor));
        await live.FailoverAsync(survivor);

        Assert.True(await live.Primary.RunsAsync());
        uint after = await Counter.ReachAsync(live.Primary, before + 1);
        Assert.InRange(await live.Primary.CountOnDiskAsync(), after - 1, uint.MaxValue);
    }
}
