namespace ColoGen.Control.Tests.Faults;

/// <summary>Real QEMUs that are killed, or stopped as by a hypervisor that hangs, in the middle of a step.</summary>
public sealed class RealFaultTests
{
    [LiveTheory]
    [InlineData("blockdev-mirror")]
    [InlineData("block-job-cancel")]
    [InlineData("x-blockdev-change")]
    [InlineData("migrate")]
    public Task A_new_secondary_that_is_killed_leaves_the_survivor_running(string command) =>
        ResyncFailsAsync(command, host => host.Qemu.KillAsync());

    [LiveTheory]
    [InlineData("blockdev-add")]
    [InlineData("stop")]
    [InlineData("block-job-cancel")]
    [InlineData("migrate")]
    public Task A_new_secondary_that_hangs_leaves_the_survivor_running(string command) => ResyncFailsAsync(command, host =>
    {
        Signals.Stop(host.Qemu.ProcessId);
        return Task.CompletedTask;
    });

    [LiveTheory]
    [InlineData(ColoSide.Primary, "yank")]
    [InlineData(ColoSide.Primary, "x-blockdev-change")]
    [InlineData(ColoSide.Primary, "x-colo-lost-heartbeat")]
    [InlineData(ColoSide.Secondary, "nbd-server-stop")]
    [InlineData(ColoSide.Secondary, "x-colo-lost-heartbeat")]
    public async Task A_survivor_that_hangs_in_its_failover_can_be_asked_again(ColoSide survivor, string command)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        (LiveHost host, LiveHost victim) = survivor == ColoSide.Primary ? (primary, secondary) : (secondary, primary);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, host));
        LivePair live = LivePair.Of(lab, primary, secondary, new(
            pair,
            await primary.ConnectAsync(survivor == ColoSide.Primary ? proxy.Path : null),
            await secondary.ConnectAsync(survivor == ColoSide.Secondary ? proxy.Path : null),
            LivePair.ImpatientOptions));
        await live.EnterColoAsync();
        proxy.BeforeLine = Once(command, () =>
        {
            Signals.Stop(host.Qemu.ProcessId);
            return Task.CompletedTask;
        });

        ColoException failure = await Assert.ThrowsAsync<ColoException>(() => live.Controller.FailoverAsync(survivor, (_, _) => LivePair.KillAsync(victim)));

        Assert.Equal((ColoStep.Failover, survivor, ColoPhase.Unknown), (failure.Step, failure.Side, live.Controller.Phase));
        Assert.Contains("did not answer", failure.Cause);
        Signals.Continue(host.Qemu.ProcessId);
        await live.FailoverAsync(survivor);
        await Counter.ReachAsync(host, await host.CountInMemoryAsync() + 1);
    }

    private static async Task ResyncFailsAsync(string command, Func<LiveHost, Task> fail)
    {
        await using Lab lab = new();
        OneDiskPair first = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(first.Primary);
        LiveHost survivor = await lab.StartSecondaryAsync(first.Secondary);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, survivor));
        LivePair live =
            LivePair.Of(lab, primary, survivor, new(first, await primary.ConnectAsync(), await survivor.ConnectAsync(proxy.Path), LivePair.ImpatientOptions));
        await live.EnterColoAsync();
        await live.FailoverAsync(ColoSide.Secondary);
        string[] nodes = await survivor.NodesAsync();
        OneDiskPair second = await first.WithNewSecondaryAsync(lab);
        LiveHost newSecondary = await lab.StartSecondaryAsync(second.Secondary);
        proxy.BeforeLine = Once(command, () => fail(newSecondary));

        ColoException failure =
            await Assert.ThrowsAsync<ColoException>(async () => await live.Controller.ResyncAsync(second, await newSecondary.ConnectAsync()));

        Assert.Null(failure.RecoveryFailure);
        Assert.Equal(ColoPhase.Alone, live.Controller.Phase);
        Assert.True(await survivor.RunsAsync());
        Assert.Equal("none", await survivor.ModeAsync());
        Assert.Equal(nodes, await survivor.NodesAsync());
        Assert.Empty((await survivor.Qemu.ExecuteAsync("query-jobs")).EnumerateArray());
        await Counter.ReachAsync(survivor, await survivor.CountInMemoryAsync() + 1);
    }

    private static Func<string, Task> Once(string command, Func<Task> action)
    {
        bool isDone = false;
        return async line =>
        {
            if (isDone || !line.StartsWith($"{{\"execute\":\"{command}\"", StringComparison.Ordinal)) return;
            isDone = true;
            await action();
        };
    }
}
