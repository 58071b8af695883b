namespace ColoGen.Control.Tests.Live;

/// <summary>No survivor is promoted unless the other side was fenced.</summary>
public sealed class FencingTests
{
    [LiveFact]
    public async Task Whatever_the_fencing_does_not_confirm_is_not_done()
    {
        await using Lab lab = new();
        LivePair live =
            await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab), LivePair.Options with { FencingTimeout = TimeSpan.FromMilliseconds(300) });
        List<ColoFencingRequest> requests = [];
        (ColoFencing Fencing, string Said)[] cases =
        [
            ((_, _) => Task.FromResult(FencingConfirmation.Refused("the BMC says no")), "the BMC says no"),
            ((_, _) => Task.FromResult<FencingConfirmation>(null!), "confirmed nothing"),
            ((_, _) => throw new TimeoutException("no BMC"), "no BMC"),
            ((_, _) => Task.FromException<FencingConfirmation>(new IOException("no cable")), "no cable"),
            (async (_, stop) => { await Task.Delay(Timeout.Infinite, stop); throw new InvalidOperationException(); }, "within 0.3 s"),
            (async (_, _) => { await Task.Delay(1000, CancellationToken.None); return FencingConfirmation.Dead("late"); }, "within 0.3 s"),
            ((_, _) => { Thread.Sleep(1000); return Task.FromResult(FencingConfirmation.Dead("late")); }, "within 0.3 s"),
        ];

        foreach (ColoSide survivor in Enum.GetValues<ColoSide>())
        {
            foreach ((ColoFencing fencing, string said) in cases)
            {
                ColoException refusal;
                do
                {
                    refusal = await Assert.ThrowsAsync<ColoException>(() => live.Controller.FailoverAsync(survivor, (request, stop) =>
                    {
                        requests.Add(request);
                        return fencing(request, stop);
                    }));
                }
                while (refusal.Cause.Contains("earlier failover still runs"));

                Assert.Equal(ColoStep.Fence, refusal.Step);
                Assert.Contains(said, refusal.Message);
                Assert.NotEqual(survivor, requests[^1].Side);
                await AssertUntouchedAsync(live);
            }
        }

        Assert.Equal(2 * cases.Length, requests.Count);
    }

    [LiveFact]
    public async Task A_side_that_runs_after_its_fencing_was_confirmed_is_not_replaced()
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab));

        foreach (ColoSide survivor in Enum.GetValues<ColoSide>())
        {
            foreach (FencingConfirmation lie in new[] { FencingConfirmation.Dead("trust me"), FencingConfirmation.CutOff("trust me") })
            {
                ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => live.Controller.FailoverAsync(survivor, (_, _) => Task.FromResult(lie)));

                Assert.Equal(ColoStep.CheckFenced, refusal.Step);
                Assert.Contains("it answers", refusal.Cause);
                await AssertUntouchedAsync(live);
            }
        }

        await live.FailoverAsync(ColoSide.Secondary);
        Assert.True(await live.Primary.RunsAsync());
    }

    [LiveTheory]
    [InlineData("\"execute\":\"query-status\"")]
    [InlineData("\"exec-oob\"")]
    public async Task A_side_that_gives_half_an_answer_is_not_dead(string answered)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, primary));
        ColoOptions options = LivePair.Options with { FencedSideTimeout = Patience.Short };
        LivePair live = LivePair.Of(lab, primary, secondary, new(pair, await primary.ConnectAsync(proxy.Path), await secondary.ConnectAsync(), options));
        await live.EnterColoAsync();

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => live.Controller.FailoverAsync(ColoSide.Secondary, (_, _) =>
        {
            proxy.Passes = line => line.Contains(answered);
            return Task.FromResult(FencingConfirmation.Dead("trust me"));
        }));

        Assert.Equal((ColoStep.CheckFenced, ColoSide.Primary), (refusal.Step, refusal.Side));
        await AssertUntouchedAsync(live);
    }

    [LiveFact]
    public async Task The_fencing_comes_before_any_command_that_changes_the_survivor()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, secondary));
        LivePair live =
            LivePair.Of(lab, primary, secondary, new(pair, await primary.ConnectAsync(), await secondary.ConnectAsync(proxy.Path), LivePair.Options));
        await live.EnterColoAsync();
        string[] before = [];
        int started = proxy.Lines.Length;

        await live.Controller.FailoverAsync(ColoSide.Secondary, async (_, _) =>
        {
            before = proxy.Lines;
            return await LivePair.KillAsync(primary);
        });

        Assert.All(before[started..], line => Assert.True(QmpProxy.IsQuery(line), line));
        Assert.Contains(proxy.Lines[before.Length..], line => line.Contains("x-colo-lost-heartbeat"));
    }

    [LiveFact]
    public async Task A_survivor_that_could_not_take_over_has_nobody_fenced()
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab), LivePair.ImpatientOptions);
        Signals.Stop(live.Secondary.Qemu.ProcessId);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(
            () => live.Controller.FailoverAsync(ColoSide.Secondary, (_, _) => throw new InvalidOperationException("must not be called")));

        Assert.Equal((ColoStep.CheckSurvivor, ColoSide.Secondary), (refusal.Step, refusal.Side));
        Assert.Contains("query-colo-status", refusal.Cause);
    }

    [LiveFact]
    public async Task Disposing_ends_nothing()
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab, checkpointDelay: 50));

        live.Controller.Dispose();

        await AssertUntouchedAsync(live);
        Assert.False(live.Controller.Primary!.Closed.IsCompleted);
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => live.Controller.FailoverAsync(ColoSide.Primary, (_, _) => throw new InvalidOperationException()));
    }

    private static async Task AssertUntouchedAsync(LivePair live)
    {
        Assert.Equal(("primary", "secondary"), (await live.Primary.ModeAsync(), await live.Secondary.ModeAsync()));
        Assert.Contains("hda-2", await live.Primary.NodesAsync());
        await Counter.ReachAsync(live.Primary, await live.Primary.CountInMemoryAsync() + 1);
    }
}
