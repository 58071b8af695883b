using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Live;

/// <summary>A start that QEMU never ends fails with its likely reason, and the guest runs alone.</summary>
public sealed class StuckStartTests
{
    [LiveFact]
    public async Task A_secondary_whose_replication_can_not_start_is_named()
    {
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await AttachedAsync(lab);
        proxy.BeforeLine = BeforeMigrate(() => live.Secondary.Qemu.ExecuteAsync("block-export-del", new JsonObject { ["id"] = "parent0", ["mode"] = "hard" }));

        ColoException stuck = await AssertGivenUpAsync(live);

        Assert.Contains("could not start the replication", stuck.Cause);
        Assert.Contains("xen-set-replication", stuck.Fix);
    }

    [LiveFact]
    public async Task A_secondary_that_hangs_is_given_up()
    {
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await AttachedAsync(lab);
        proxy.BeforeLine = BeforeMigrate(() =>
        {
            Signals.Stop(live.Secondary.Qemu.ProcessId);
            return Task.CompletedTask;
        });

        ColoException stuck = await AssertGivenUpAsync(live);

        Assert.Equal(ColoSide.Secondary, stuck.Side);
        Assert.Contains("did not answer", stuck.Cause);
    }

    [LiveFact]
    public async Task A_secondary_that_dies_is_given_up()
    {
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await AttachedAsync(lab);
        proxy.BeforeLine = BeforeMigrate(() => live.Secondary.Qemu.KillAsync());

        ColoException stuck = await AssertGivenUpAsync(live);

        Assert.Equal(ColoSide.Secondary, stuck.Side);
        Assert.Contains("connection", stuck.Cause);
    }

    [LiveFact]
    public async Task A_cancelled_start_sets_the_guest_free_as_well()
    {
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await AttachedAsync(lab);
        using CancellationTokenSource cancellation = new();
        proxy.BeforeLine = BeforeMigrate(() =>
        {
            Signals.Stop(live.Secondary.Qemu.ProcessId);
            cancellation.CancelAfter(200);
            return Task.CompletedTask;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => live.Controller.StartAsync(cancellationToken: cancellation.Token));

        await AssertRunsAloneAsync(live);
    }

    [LiveFact]
    public async Task A_primary_that_hangs_is_set_free_when_it_answers_again()
    {
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await AttachedAsync(lab);
        proxy.BeforeLine = BeforeMigrate(() =>
        {
            Signals.Stop(live.Primary.Qemu.ProcessId);
            return Task.CompletedTask;
        });

        ColoException stuck = await Assert.ThrowsAsync<ColoException>(() => live.Controller.StartAsync());

        Assert.Equal((ColoStep.Start, ColoSide.Primary), (stuck.Step, stuck.Side));
        Assert.NotNull(stuck.RecoveryFailure);
        Assert.Equal(ColoPhase.Unknown, live.Controller.Phase);

        Signals.Continue(live.Primary.Qemu.ProcessId);
        await live.Controller.RecoverGuestAsync();

        await AssertRunsAloneAsync(live);
    }

    private static async Task<(LivePair Live, QmpProxy Proxy)> AttachedAsync(Lab lab)
    {
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, primary));
        LivePair live = LivePair.Of(
            lab, primary, secondary, new(pair, await primary.ConnectAsync(proxy.Path), await secondary.ConnectAsync(), LivePair.ImpatientOptions));
        await live.Controller.PrepareAsync();
        await live.Controller.AttachAsync();
        return (live, proxy);
    }

    private static Func<string, Task> BeforeMigrate(Func<Task> action) => line => line.Contains("\"execute\":\"migrate\"") ? action() : Task.CompletedTask;

    private static async Task<ColoException> AssertGivenUpAsync(LivePair live)
    {
        ColoException stuck = await Assert.ThrowsAsync<ColoException>(() => live.Controller.StartAsync());

        Assert.Equal(ColoStep.EnterColo, stuck.Step);
        Assert.Null(stuck.RecoveryFailure);
        await AssertRunsAloneAsync(live);
        return stuck;
    }

    private static async Task AssertRunsAloneAsync(LivePair live)
    {
        Assert.Equal(ColoPhase.Alone, live.Controller.Phase);
        Assert.True(await live.Primary.RunsAsync());
        Assert.Equal("none", await live.Primary.ModeAsync());
        Assert.Equal(["hda-0", "hda-1", "hda-1-storage"], await live.Primary.NodesAsync());
        await Counter.ReachAsync(live.Primary, await live.Primary.CountInMemoryAsync() + 1);
    }
}
