namespace ColoGen.Control.Tests.Live;

/// <summary>A host that hangs is not dead: it is fenced, and then the other goes on.</summary>
public sealed class HangingHostTests
{
    private static readonly ColoOptions s_options = LivePair.Options with { CommandTimeout = Patience.Short, FencedSideTimeout = Patience.Short };

    [LiveTheory]
    [InlineData(ColoSide.Primary)]
    [InlineData(ColoSide.Secondary)]
    public async Task The_other_side_goes_on_when_one_hangs(ColoSide survivor)
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab, checkpointDelay: 100), s_options);
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

    /// <summary>The secondary waits for the rest of the checkpoint: QEMU 7.2 executes commands only out of band, QEMU 11 all of them.</summary>
    [LiveTheory]
    [InlineData(FencingOutcome.Dead)]
    [InlineData(FencingOutcome.CutOff)]
    public async Task The_secondary_goes_on_when_the_primary_hangs_in_a_checkpoint(FencingOutcome outcome)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab, checkpointDelay: 100);
        MigrationProxy proxy = lab.Own(new MigrationProxy(pair.MigrationPort));
        TamperedPair tampered = new(pair, ColoCommands.Start, text => text.Replace($":{pair.MigrationPort}", $":{proxy.Port}"));
        LivePair live = await LivePair.StartQemusAsync(lab, tampered, pair.Primary, pair.Secondary, s_options);
        await live.EnterColoAsync();
        LiveHost primary = live.Primary;
        uint before = await Counter.ReachAsync(primary, 5);
        await live.WaitForCheckpointsAsync();

        await proxy.BreakOffCheckpointAsync().WaitAsync(Patience.Long);
        Signals.Stop(primary.Qemu.ProcessId);
        if (Lab.Version == QemuVersion.Qemu11) Assert.True(await live.Secondary.AnswersAsync());
        else await live.Secondary.WaitUntilSilentAsync();
        await live.Controller.FailoverAsync(
            ColoSide.Secondary,
            (_, _) => outcome == FencingOutcome.Dead ? LivePair.KillAsync(primary) : Task.FromResult(FencingConfirmation.CutOff("stopped")));

        Assert.True(await live.Secondary.RunsAsync());
        await Counter.ReachAsync(live.Secondary, before + 1);
    }
}
