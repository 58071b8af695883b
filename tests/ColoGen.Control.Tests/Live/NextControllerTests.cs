namespace ColoGen.Control.Tests.Live;

/// <summary>A controller starts after a host has died, or after another controller has ended in the middle of a step.</summary>
public sealed class NextControllerTests
{
    [LiveFact]
    public async Task A_secondary_whose_primary_has_died_is_promoted_with_one_connection()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab, checkpointDelay: 100);
        LivePair live = await LivePair.StartAsync(lab, pair);
        uint before = await Counter.ReachAsync(live.Primary, 1);
        await live.WaitForCheckpointsAsync();
        await live.Primary.Qemu.KillAsync();
        using ColoController next = await NextAsync(pair, live.Secondary, ColoInitialRole.Secondary);

        ColoAdoptResult found = await next.AdoptAsync();

        Assert.Equal((ColoPhase.Unknown, ColoPhase.Unknown), (found.Phase, next.Phase));
        Assert.Null(next.Primary);
        await Assert.ThrowsAsync<InvalidOperationException>(() => next.RecoverGuestAsync());
        ColoFencingRequest? asked = null;
        await Assert.ThrowsAsync<ColoException>(() => next.FailoverAsync(ColoSide.Secondary, (request, _) =>
        {
            asked = request;
            return Task.FromResult(FencingConfirmation.Refused("not yet"));
        }));
        Assert.Equal(new ColoFencingRequest(ColoSide.Primary, null), asked);
        Assert.Equal("secondary", await live.Secondary.ModeAsync());

        await next.FailoverAsync(ColoSide.Secondary, (_, _) => LivePair.KillAsync(live.Primary));

        Assert.Equal((ColoPhase.Alone, ColoInitialRole.Secondary), (next.Phase, next.InitialRole));
        await Counter.ReachAsync(live.Secondary, before + 1);
        OneDiskPair second = await pair.WithNewSecondaryAsync(lab);
        await LivePair.Of(lab, live.Secondary, live.Primary, next).ResyncAsync(second, second.Secondary);
        Assert.Equal(ColoPhase.Running, next.Phase);
    }

    [LiveFact]
    public async Task A_primary_whose_secondary_has_died_goes_on_with_one_connection()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab, checkpointDelay: 100);
        LivePair live = await LivePair.StartAsync(lab, pair);
        await live.Secondary.Qemu.KillAsync();
        using ColoController next = await NextAsync(pair, live.Primary, ColoInitialRole.Primary);

        Assert.Equal(ColoPhase.Unknown, (await next.AdoptAsync()).Phase);

        await Assert.ThrowsAsync<InvalidOperationException>(() => next.RecoverGuestAsync());
        await next.FailoverAsync(ColoSide.Primary, (_, _) => LivePair.KillAsync(live.Secondary));
        Assert.Equal((ColoPhase.Alone, ColoInitialRole.Primary), (next.Phase, next.InitialRole));
        await Counter.ReachAsync(live.Primary, await live.Primary.CountInMemoryAsync() + 1);
    }

    [LiveTheory]
    [InlineData("blockdev-mirror")]
    [InlineData("stop")]
    [InlineData("block-job-cancel")]
    [InlineData("blockdev-del")]
    [InlineData("blockdev-add")]
    [InlineData("x-blockdev-change")]
    [InlineData("migrate-set-capabilities")]
    [InlineData("migrate")]
    public async Task A_resync_whose_controller_ended_is_taken_back_or_runs(string last)
    {
        await using Lab lab = new();
        OneDiskPair first = await Pairs.OneDiskAsync(lab);
        LivePair live = await LivePair.StartAsync(lab, first);
        await live.FailoverAsync(ColoSide.Secondary);
        LiveHost survivor = live.Primary;
        string[] nodes = await survivor.NodesAsync();
        OneDiskPair second = await first.WithNewSecondaryAsync(lab);
        LiveHost newSecondary = await lab.StartSecondaryAsync(second.Secondary);
        await EndAfterAsync(lab, second, survivor, newSecondary, last);
        using ColoController next = new(
            second,
            await survivor.ConnectAsync(survivor.SecondMonitor),
            await newSecondary.ConnectAsync(newSecondary.SecondMonitor),
            LivePair.Options);

        ColoAdoptResult found = await next.AdoptAsync();
        Assert.True(found.Phase is ColoPhase.Unknown || (last == "migrate" && found.Phase is ColoPhase.Running), found.Reason);
        if (found.Phase is ColoPhase.Unknown) await next.RecoverGuestAsync();
        else await next.FailoverAsync(ColoSide.Primary, (_, _) => LivePair.KillAsync(newSecondary));

        Assert.Equal(ColoPhase.Alone, next.Phase);
        await Counter.ReachAsync(survivor, await survivor.CountInMemoryAsync() + 1);
        Assert.Equal(nodes, await survivor.NodesAsync());
        OneDiskPair third = await first.WithNewSecondaryAsync(lab);
        LivePair after = LivePair.Of(lab, survivor, newSecondary, next);
        await after.ResyncAsync(third, third.Secondary);
        await after.WaitForCheckpointsAsync();
        uint before = await survivor.CountInMemoryAsync();
        await after.FailoverAsync(ColoSide.Secondary);
        await Counter.ReachAsync(after.Primary, before);
    }

    [LiveTheory]
    [InlineData("nbd-server-start", ColoPhase.Connected)]
    [InlineData("migrate-incoming", ColoPhase.Prepared)]
    public async Task A_preparation_whose_controller_ended_goes_on(string last, ColoPhase phase)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, secondary));
        proxy.BeforeLine = CutAfter(last, proxy);
        using (ColoController ended = new(pair, await primary.ConnectAsync(), await secondary.ConnectAsync(proxy.Path), LivePair.Options))
        {
            await Assert.ThrowsAsync<ColoException>(() => ended.PrepareAsync());
        }

        await primary.DisconnectAsync();
        using ColoController next = new(
            pair, await primary.ConnectAsync(), await secondary.ConnectAsync(secondary.SecondMonitor), LivePair.Options);
        Assert.Equal(phase, (await next.AdoptAsync()).Phase);

        if (phase == ColoPhase.Connected) await next.PrepareAsync();
        await next.AttachAsync();
        await next.StartAsync();
        await Counter.ReachAsync(primary, 1);
    }

    private static async Task<ColoController> NextAsync(OneDiskPair pair, LiveHost host, ColoInitialRole role) =>
        new(pair, await host.ConnectAsync(host.SecondMonitor), role, LivePair.Options);

    /// <summary>A resync whose controller loses all connections after the last command that it sends.</summary>
    private static async Task EndAfterAsync(Lab lab, OneDiskPair pair, LiveHost survivor, LiveHost newSecondary, string last)
    {
        await survivor.DisconnectAsync();
        QmpProxy first = lab.Own(new QmpProxy(lab, survivor));
        QmpProxy second = lab.Own(new QmpProxy(lab, newSecondary));
        first.BeforeLine = CutAfter(last, first, second);
        using ColoController ended = new(pair, await survivor.ConnectAsync(first.Path), ColoInitialRole.Secondary, LivePair.Options);
        QmpClient connection = await newSecondary.ConnectAsync(second.Path);
        await Assert.ThrowsAsync<ColoException>(() => ended.ResyncAsync(pair, connection));
    }

    private static Func<string, Task> CutAfter(string last, params QmpProxy[] proxies)
    {
        bool isSent = false;
        return line =>
        {
            if (isSent)
            {
                foreach (QmpProxy proxy in proxies) proxy.Cut();
            }

            if (line.StartsWith($"{{\"execute\":\"{last}\"", StringComparison.Ordinal)) isSent = true;
            return Task.CompletedTask;
        };
    }
}
