namespace ColoGen.Control.Tests.Live;

/// <summary>What can't be a pair is refused when it is prepared, and nothing of the attempt stays.</summary>
public sealed class RefusedHostTests
{
    [LiveTheory]
    [InlineData(-1, 0, 0, "secondary disk 'parent0-0'")]
    [InlineData(+1, 0, 0, "secondary disk 'parent0-0'")]
    [InlineData(0, -1, 0, "active disk 'hda-2'")]
    [InlineData(0, 0, -1, "hidden disk 'hda-3'")]
    public async Task Images_of_another_size_are_refused(int parent, int active, int hidden, string named)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab) with
        {
            Secondary = await Pairs.SecondaryAsync(
                lab, await lab.EmptyImageAsync("qcow2", Lab.RootSize + (parent * 512)), Lab.RootSize + (active * 512), Lab.RootSize + (hidden * 512)),
        };
        LivePair live = await LivePair.StartQemusAsync(lab, pair);

        ColoException refusal = await AssertRefusedAsync(live, ColoStep.CheckSecondary, ColoSide.Secondary);

        Assert.Equal("hda", refusal.Disk);
        Assert.Contains(named, refusal.Cause);
        Assert.Contains($"{Lab.RootSize}", refusal.Cause);
    }

    [LiveFact]
    public async Task The_second_disk_is_compared_as_well()
    {
        await using Lab lab = new();
        TwoDiskPair pair = await Pairs.TwoDisksAsync(lab);
        pair = pair with { Secondary = pair.Secondary with { DataParent = new(await lab.EmptyImageAsync("raw", Lab.DataSize + 512)) } };
        LivePair live = await LivePair.StartQemusAsync(lab, pair);

        Assert.Equal("vda", (await AssertRefusedAsync(live, ColoStep.CheckSecondary, ColoSide.Secondary)).Disk);
    }

    [LiveFact]
    public async Task A_primary_that_reads_a_qcow2_image_as_raw_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost primary = await lab.StartAsync(
            [.. Arguments.Of(pair.Primary, "\"driver\":\"qcow2\"", "\"driver\":\"raw\"").Select(argument => argument.Replace(",\"backing\":null", ""))],
            isPaused: true);

        await AssertRefusedAsync(
            await WithAsync(lab, pair, primary, await lab.StartSecondaryAsync(pair.Secondary)),
            ColoStep.CheckSecondary,
            ColoSide.Secondary);
    }

    [LiveTheory]
    [InlineData("\"top-id\":\"hda-0\"", "\"top-id\":\"hda-1\"", "top-id 'hda-1'")]
    [InlineData("\"backing\":\"parent0-0\"", "\"backing\":null", "'hda-3' has no backing child")]
    [InlineData("\"backing\":\"hda-3\"", "\"backing\":\"parent0-0\"", "the backing child of 'hda-2' is 'parent0-0'")]
    [InlineData("\"backing\":\"hda-3\"", "\"backing\":null", "'hda-2' has no backing child")]
    [InlineData("\"node-name\":\"hda-1\"", "\"node-name\":\"other\"", "it has no node 'hda-1'", "\"hda-1\"", "\"other\"")]
    [InlineData("\"node-name\":\"hda-0\"", "\"node-name\":\"other\"", "it has no node 'hda-0'", "\"hda-0\"", "\"other\"", "drive=hda-0", "drive=other")]
    public async Task A_secondary_with_another_graph_is_refused(string old, string replacement, string named, params string[] more)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        string[] arguments = Arguments.Of(pair.Secondary, old, replacement);
        for (int i = 0; i < more.Length; i += 2) arguments = [.. arguments.Select(argument => argument.Replace(more[i], more[i + 1]))];
        LiveHost secondary = await lab.StartAsync([.. arguments, "-incoming", "defer"], isPaused: false);

        ColoException refusal = await AssertRefusedAsync(
            await WithAsync(lab, pair, await lab.StartPrimaryAsync(pair.Primary), secondary), ColoStep.CheckSecondary, ColoSide.Secondary);

        Assert.Equal("hda", refusal.Disk);
        Assert.Contains(named, refusal.Cause);
    }

    [LiveFact]
    public async Task A_secondary_without_replication_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        string[] arguments =
        [
            .. pair.Secondary.GetBlockdevArguments().Select(argument =>
                argument.Contains("\"driver\":\"replication\"") ? """{"driver":"raw","node-name":"hda-1","file":"hda-2"}""" : argument),
        ];
        LiveHost secondary = await lab.StartAsync([.. arguments, "-incoming", "defer"], isPaused: false);

        ColoException refusal = await AssertRefusedAsync(
            await WithAsync(lab, pair, await lab.StartPrimaryAsync(pair.Primary), secondary), ColoStep.CheckSecondary, ColoSide.Secondary);
        Assert.Contains("'hda-1' is of the driver raw", refusal.Cause);
    }

    [LiveFact]
    public async Task A_secondary_disk_that_is_exported_for_reading_only_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        TamperedPair tampered = new(pair, ColoCommands.SecondaryPrepare, text => text.Replace("\"writable\":true", "\"writable\":false"));
        LivePair live = await LivePair.StartQemusAsync(lab, tampered, pair.Primary, pair.Secondary, null);

        Assert.Contains("read-only", (await AssertRefusedAsync(live, ColoStep.CheckSecondary, ColoSide.Secondary)).Cause);
    }

    [LiveFact]
    public async Task A_QEMU_of_another_version_than_declared_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live =
            await LivePair.StartQemusAsync(lab, pair with { Qemu = Lab.Version == QemuVersion.Qemu11 ? QemuVersion.Qemu7To10 : QemuVersion.Qemu11 });

        Assert.Contains(live.Controller.Primary!.Version.ToString(), (await AssertRefusedAsync(live, ColoStep.CheckHosts, ColoSide.Primary)).Cause);
    }

    [LiveFact]
    public async Task A_guest_without_KVM_is_refused_where_QEMU_hangs_with_it()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live = await WithAsync(lab, pair, await lab.StartPrimaryAsync(pair.Primary), await lab.StartSecondaryAsync(pair.Secondary, "tcg"));

        if (Lab.Version == QemuVersion.Qemu11)
        {
            await live.Controller.PrepareAsync();
            return;
        }

        Assert.Contains("without KVM", (await AssertRefusedAsync(live, ColoStep.CheckHosts, ColoSide.Secondary)).Cause);
    }

    [LiveFact]
    public async Task A_secondary_that_does_not_wait_for_a_migration_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LiveHost secondary = await lab.StartAsync(pair.Secondary.GetBlockdevArguments(), isPaused: true);

        ColoException refusal = await AssertRefusedAsync(
            await WithAsync(lab, pair, await lab.StartPrimaryAsync(pair.Primary), secondary), ColoStep.CheckHosts, ColoSide.Secondary);
        Assert.Contains("-incoming defer", refusal.Fix);
    }

    private static async Task<LivePair> WithAsync(Lab lab, IColoPair pair, LiveHost primary, LiveHost secondary) =>
        LivePair.Of(lab, primary, secondary, new(pair, await primary.ConnectAsync(), await secondary.ConnectAsync(), LivePair.Options));

    private static async Task<ColoException> AssertRefusedAsync(LivePair live, ColoStep step, ColoSide side)
    {
        string[] nodes = await live.Primary.NodesAsync();

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => live.Controller.PrepareAsync());

        Assert.Equal((step, side), (refusal.Step, refusal.Side));
        Assert.Equal(ColoPhase.Connected, live.Controller.Phase);
        Assert.Equal(nodes, await live.Primary.NodesAsync());
        Assert.False(await live.Primary.RunsAsync());
        Assert.Empty((await live.Secondary.Qemu.ExecuteAsync("query-block-exports")).EnumerateArray());
        return refusal;
    }
}
