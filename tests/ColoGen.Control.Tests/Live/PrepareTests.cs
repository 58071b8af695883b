namespace ColoGen.Control.Tests.Live;

/// <summary>A secondary is prepared again, and by two controllers.</summary>
public sealed class PrepareTests
{
    [LiveFact]
    public async Task A_secondary_is_prepared_again_after_it_was_released()
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartQemusAsync(lab, await Pairs.TwoDisksAsync(lab));
        await live.Controller.PrepareAsync();
        await live.Controller.ReleaseAsync();

        await live.EnterColoAsync();

        Assert.Equal(ColoPhase.Running, live.Controller.Phase);
        await Counter.ReachAsync(live.Primary, 1);
    }

    [LiveTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_controller_that_is_refused_leaves_the_start_of_the_first_one_alone(bool isAttached)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live = await LivePair.StartQemusAsync(lab, pair);
        await live.Controller.PrepareAsync();
        if (isAttached) await live.Controller.AttachAsync();
        using ColoController second = new(
            pair,
            await live.Primary.ConnectAsync(live.Primary.SecondMonitor),
            await live.Secondary.ConnectAsync(live.Secondary.SecondMonitor),
            LivePair.Options);

        await Assert.ThrowsAsync<ColoException>(() => second.PrepareAsync());

        if (!isAttached) await live.Controller.AttachAsync();
        await live.Controller.StartAsync();
        Assert.Equal(("primary", "secondary"), (await live.Primary.ModeAsync(), await live.Secondary.ModeAsync()));
        await Counter.ReachAsync(live.Primary, 1);
    }
}
