namespace ColoGen.Control.Tests.Live;

/// <summary>A program that ends leaves the pair as it is, and the next one goes on with it.</summary>
public sealed class AdoptTests
{
    [LiveFact]
    public async Task A_running_pair_is_adopted_and_failed_over()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab, checkpointDelay: 100);
        LivePair first = await LivePair.StartAsync(lab, pair);
        await first.Controller.Primary!.DisposeAsync();
        await first.Controller.Secondary!.DisposeAsync();
        first.Controller.Dispose();

        LivePair next = LivePair.Of(
            lab, first.Primary, first.Secondary, new(pair, await first.Primary.ConnectAsync(), await first.Secondary.ConnectAsync(), LivePair.Options));
        await next.Controller.AdoptAsync();

        Assert.Equal((ColoPhase.Running, ColoInitialRole.Primary), (next.Controller.Phase, next.Controller.InitialRole));
        uint before = await Counter.ReachAsync(next.Primary, 1);
        await next.FailoverAsync(ColoSide.Secondary);
        await Counter.ReachAsync(next.Primary, before + 1);
    }

    [LiveFact]
    public async Task A_survivor_is_recognised_by_its_replicas()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live = await LivePair.StartAsync(lab, pair);
        await live.FailoverAsync(ColoSide.Secondary);
        OneDiskPair second = await pair.WithNewSecondaryAsync(lab);
        await live.ResyncAsync(second, second.Secondary);

        using ColoController next = new(second, live.Controller.Primary!, live.Controller.Secondary!, LivePair.Options);
        await next.AdoptAsync();

        Assert.Equal((ColoPhase.Running, ColoInitialRole.Secondary), (next.Phase, next.InitialRole));
    }

    [LiveFact]
    public async Task A_pair_whose_disks_are_not_replicated_does_not_run()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab, LivePair.NoMoreCheckpoints);
        LivePair live = await LivePair.StartAsync(lab, pair);
        await live.Secondary.Qemu.ExecuteAsync("nbd-server-stop");

        using ColoController next = new(pair, live.Controller.Primary!, live.Controller.Secondary!, LivePair.Options);
        ColoAdoptResult found = await next.AdoptAsync();

        Assert.Equal((ColoPhase.Unknown, ColoPhase.Unknown), (found.Phase, next.Phase));
        Assert.Contains("does not export parent0", found.Reason);
        await next.FailoverAsync(ColoSide.Primary, (_, _) => LivePair.KillAsync(live.Secondary));
        await Counter.ReachAsync(live.Primary, await live.Primary.CountInMemoryAsync() + 1);
    }

    [LiveFact]
    public async Task Hosts_in_other_roles_are_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live = await LivePair.StartAsync(lab, pair);

        using ColoController swapped = new(pair, live.Controller.Secondary!, live.Controller.Primary!, LivePair.Options);
        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => swapped.AdoptAsync());

        Assert.Equal((ColoStep.Adopt, ColoSide.Primary), (refusal.Step, refusal.Side));
        Assert.Contains("its COLO mode is secondary", refusal.Cause);
    }
}
