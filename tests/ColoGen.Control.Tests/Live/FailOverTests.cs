namespace ColoGen.Control.Tests.Live;

/// <summary>A host dies, and the other goes on with the guest. A secondary goes on with all that the last checkpoint has.</summary>
public sealed class FailOverTests
{
    [LiveFact]
    public async Task The_secondary_goes_on_when_the_primary_is_killed()
    {
        await using Lab lab = new();
        LivePair pair = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab));
        await pair.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        await pair.WaitForCheckpointsAsync(); // The survivor has only what was written before the last checkpoint.
        uint before = await Counter.ReachAsync(pair.Primary, 1);

        await pair.Primary.Qemu.KillAsync();
        ColoFailoverResult done = await pair.FailoverAsync(ColoSide.Secondary);

        Assert.True(done.Takeover > TimeSpan.Zero);
        Assert.Equal((ColoPhase.Alone, ColoInitialRole.Secondary), (pair.Controller.Phase, pair.Controller.InitialRole));
        await AssertGoesOnAsync(pair.Primary, before);
    }

    [LiveFact]
    public async Task The_primary_goes_on_when_the_secondary_is_killed()
    {
        await using Lab lab = new();
        LivePair pair = await LivePair.StartAsync(lab, await Pairs.OneDiskAsync(lab));
        string[] nodes = await pair.Primary.NodesAsync();
        await pair.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        uint before = await Counter.ReachAsync(pair.Primary, 1);

        await pair.Secondary.Qemu.KillAsync();
        await pair.FailoverAsync(ColoSide.Primary);

        Assert.Equal((ColoPhase.Alone, ColoInitialRole.Primary), (pair.Controller.Phase, pair.Controller.InitialRole));
        Assert.Equal(["hda-2", "hda-3", "hda-3-storage"], nodes.Except(await pair.Primary.NodesAsync()));
        await AssertGoesOnAsync(pair.Primary, before);
    }

    [LiveFact]
    public async Task A_survivor_gets_a_new_secondary_and_both_can_fail_over_again()
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        await pair.FailoverAsync(ColoSide.Secondary);
        await pair.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        List<ColoStep> steps = [];

        OneDiskPair second = await declared.WithNewSecondaryAsync(lab);
        await pair.ResyncAsync(second, second.Secondary, new Reporter(progress => steps.Add(progress.Step)));

        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
        Assert.Same(second, pair.Controller.Pair);
        Assert.Equal(
            [
                ColoStep.CheckHosts, ColoStep.PrepareSecondary, ColoStep.CheckSecondary, ColoStep.Mirror, ColoStep.FinishMirror, ColoStep.DetachMirror,
                ColoStep.AttachReplica, ColoStep.CheckBeforeStart, ColoStep.Start, ColoStep.EnterColo,
            ],
            steps.Distinct());
        await pair.Primary.WriteAsync("hda", 0xBB, "5M 1M");
        await pair.WaitForCheckpointsAsync(); // The survivor has only what was written before the last checkpoint.
        uint before = await Counter.ReachAsync(pair.Primary, 1);

        await pair.FailoverAsync(ColoSide.Secondary);

        await AssertGoesOnAsync(pair.Primary, before);
        Assert.True(await pair.Primary.HasAsync("hda", 0xBB, "5M 1M"));
        Assert.True(await pair.Primary.HasAsync("hda", Lab.OldPattern, "6M 2M"));
    }

    [LiveFact]
    public async Task A_survivor_goes_on_when_its_new_secondary_dies()
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        await pair.FailoverAsync(ColoSide.Secondary);
        string[] nodes = await pair.Primary.NodesAsync();
        OneDiskPair second = await declared.WithNewSecondaryAsync(lab);
        await pair.ResyncAsync(second, second.Secondary);
        await pair.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        uint before = await Counter.ReachAsync(pair.Primary, 1);

        await pair.FailoverAsync(ColoSide.Primary);

        Assert.Equal(ColoInitialRole.Secondary, pair.Controller.InitialRole);
        Assert.Equal(nodes, await pair.Primary.NodesAsync());
        await AssertGoesOnAsync(pair.Primary, before);
    }

    [LiveFact]
    public async Task Two_disks_of_different_size_fail_over_together_and_resync()
    {
        await using Lab lab = new();
        TwoDiskPair declared = await Pairs.TwoDisksAsync(lab);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        await pair.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        await pair.Primary.WriteAsync("vda", 0xBB, "8M 1M");
        await pair.WaitForCheckpointsAsync(); // The survivor has only what was written before the last checkpoint.

        await pair.FailoverAsync(ColoSide.Secondary);
        Assert.True(await pair.Primary.HasAsync("vda", 0xBB, "8M 1M"));
        Assert.False(await pair.Primary.HasAsync("vda", 0xBB, "7M 1M"));

        TwoDiskPair second = await declared.WithNewSecondaryAsync(lab);
        await pair.ResyncAsync(second, second.Secondary);
        await pair.Primary.WriteAsync("vda", 0xCC, "0 1M");
        await pair.WaitForCheckpointsAsync(); // The survivor has only what was written before the last checkpoint.
        uint before = await Counter.ReachAsync(pair.Primary, 1);
        await pair.FailoverAsync(ColoSide.Secondary);

        Assert.True(await pair.Primary.HasAsync("vda", 0xBB, "8M 1M"));
        Assert.True(await pair.Primary.HasAsync("vda", 0xCC, "0 1M"));
        await AssertGoesOnAsync(pair.Primary, before);
    }

    private static async Task AssertGoesOnAsync(LiveHost survivor, uint before)
    {
        Assert.True(await survivor.RunsAsync());
        Assert.True(await survivor.HasAsync("hda", 0xAA, "4M 1M"));
        Assert.False(await survivor.HasAsync("hda", 0xAB, "4M 1M"));
        uint after = await Counter.ReachAsync(survivor, before + 1);
        Assert.InRange(await survivor.CountOnDiskAsync(), after - 1, uint.MaxValue);
    }
}
