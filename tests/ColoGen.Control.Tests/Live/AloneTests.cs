namespace ColoGen.Control.Tests.Live;

/// <summary>A guest that runs alone gets a secondary, or is not changed.</summary>
public sealed class AloneTests
{
    [LiveFact]
    public async Task A_guest_that_has_always_run_alone_gets_its_first_secondary()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await RunAsync(lab, pair);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        await primary.WriteAsync("hda", 0xAA, "4M 1M");
        using ColoController controller = new(pair, await primary.ConnectAsync(), ColoInitialRole.Primary, LivePair.Options);

        await controller.ResyncAsync(pair, await secondary.ConnectAsync());

        Assert.Equal((ColoPhase.Running, ColoInitialRole.Primary), (controller.Phase, controller.InitialRole));
        LivePair live = LivePair.Of(lab, primary, secondary, controller);
        uint before = await Counter.ReachAsync(primary, 1);
        await live.FailoverAsync(ColoSide.Secondary);
        Assert.True(await secondary.HasAsync("hda", 0xAA, "4M 1M"));
        Assert.False(await secondary.HasAsync("hda", 0xAB, "4M 1M"));
        uint after = await Counter.ReachAsync(secondary, before + 1);
        Assert.InRange(await secondary.CountOnDiskAsync(), after - 1, uint.MaxValue);
    }

    [LiveTheory]
    [InlineData(-512)]
    [InlineData(+512)]
    public async Task A_new_secondary_of_another_size_is_refused_while_the_guest_runs(int difference)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        pair = pair with
        {
            Secondary = await Pairs.SecondaryAsync(lab, await lab.EmptyImageAsync("qcow2", Lab.RootSize + difference), Lab.RootSize + difference),
        };
        LiveHost primary = await RunAsync(lab, pair);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary);
        string[] nodes = await primary.NodesAsync();
        QmpProxy proxy = lab.Own(new QmpProxy(lab, primary));
        using ColoController controller = new(pair, await primary.ConnectAsync(proxy.Path), ColoInitialRole.Primary, LivePair.Options);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(async () => await controller.ResyncAsync(pair, await secondary.ConnectAsync()));

        Assert.Equal((ColoStep.CheckSecondary, ColoSide.Secondary, "hda"), (refusal.Step, refusal.Side, refusal.Disk));
        Assert.Equal(ColoPhase.Alone, controller.Phase);
        Assert.All(proxy.Lines[1..], line => Assert.True(QmpProxy.IsQuery(line), line));
        Assert.Equal(nodes, await primary.NodesAsync());
        await Counter.ReachAsync(primary, await primary.CountInMemoryAsync() + 1);
    }

    [LiveFact]
    public async Task A_pair_with_other_disks_is_not_taken_for_the_same()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await RunAsync(lab, pair);
        QmpClient client = await primary.ConnectAsync();
        using ColoController controller = new(pair, client, ColoInitialRole.Primary, LivePair.Options);

        await Assert.ThrowsAsync<ArgumentException>(() => controller.ResyncAsync(new TwoDiskPair(null!, null!, pair.Qemu, "a", 1, "a", 2, null), client));
    }

    private static Task<LiveHost> RunAsync(Lab lab, OneDiskPair pair) => lab.StartAsync(pair.Primary.GetBlockdevArguments(), isPaused: false);
}
