using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Live;

/// <summary>A state in which QEMU would hang, or lose data without an error, is refused before the guest runs.</summary>
public sealed class RefusedStartTests
{
    [LiveFact]
    public async Task A_disk_whose_replica_is_not_attached_is_refused()
    {
        await using Lab lab = new();
        LivePair live = await AttachAsync(LivePair.StartQemusAsync(lab, await Pairs.TwoDisksAsync(lab)));
        await live.Primary.Qemu.ExecuteAsync("x-blockdev-change", new JsonObject { ["parent"] = "vda-0", ["child"] = "children.1" });

        ColoException refusal = await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Primary);

        Assert.Equal("vda", refusal.Disk);
        Assert.Contains("'vda-2' is not the child children.1", refusal.Cause);
    }

    [LiveFact]
    public async Task An_export_that_is_gone_is_refused()
    {
        await using Lab lab = new();
        LivePair live = await AttachAsync(LivePair.StartQemusAsync(lab, await Pairs.TwoDisksAsync(lab)));
        await live.Secondary.Qemu.ExecuteAsync("block-export-del", new JsonObject { ["id"] = "parent1", ["mode"] = "hard" });

        ColoException refusal = await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Secondary);

        Assert.Equal("vda", refusal.Disk);
        Assert.Contains("not exported", refusal.Cause);
    }

    [LiveFact]
    public async Task A_replica_that_stays_on_the_same_host_is_refused()
    {
        await using Lab lab = new();
        LivePair live = await AttachTamperedAsync(lab, ColoCommands.PrimaryAttach, text => string.Join('\n', text.Split('\n').Select(line =>
            line.Contains("\"driver\":\"nbd\"")
                ? $$$"""{"execute":"blockdev-add","arguments":{"driver":"null-co","node-name":"hda-3-storage","size":{{{Lab.RootSize}}}}}"""
                : line)));

        Assert.Contains("does not use NBD", (await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Primary)).Cause);
    }

    [LiveFact]
    public async Task A_replica_that_writes_to_another_export_is_refused()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        TamperedPair exports =
            new(pair, ColoCommands.SecondaryPrepare, text => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).SelectMany(line =>
            line.Contains("block-export-add")
                ? [line, line.Replace("\"id\":\"parent0\"", "\"id\":\"more\"").Replace("\"name\":\"parent0\"", "\"name\":\"more\"")]
                : new[] { line }).Select(line => line + "\n")));
        TamperedPair tampered = new(exports, ColoCommands.PrimaryAttach, text => text.Replace("\"export\":\"parent0\"", "\"export\":\"more\""));
        LivePair live = await AttachAsync(LivePair.StartQemusAsync(lab, tampered, pair.Primary, pair.Secondary, null));

        Assert.Contains("the export 'more' and not to 'parent0'", (await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Primary)).Cause);
    }

    [LiveFact]
    public async Task A_guest_that_runs_is_given_no_replica()
    {
        await using Lab lab = new();
        LivePair live = await LivePair.StartQemusAsync(lab, await Pairs.OneDiskAsync(lab));
        await live.Controller.PrepareAsync();
        string[] nodes = await live.Primary.NodesAsync();
        await live.Primary.Qemu.ExecuteAsync("cont");

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => live.Controller.AttachAsync());

        Assert.Contains("its guest runs", refusal.Cause);
        Assert.Equal(ColoPhase.Prepared, live.Controller.Phase);
        Assert.Equal(nodes, await live.Primary.NodesAsync());
    }

    [LiveFact]
    public async Task A_guest_that_runs_after_the_attach_is_refused()
    {
        await using Lab lab = new();
        LivePair live = await AttachAsync(LivePair.StartQemusAsync(lab, await Pairs.OneDiskAsync(lab)));
        await live.Primary.Qemu.ExecuteAsync("cont");

        Assert.Contains("its guest runs", (await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Primary, guestRuns: true)).Cause);
    }

    [LiveFact]
    public async Task A_guest_that_has_run_since_the_attach_is_refused()
    {
        await using Lab lab = new();
        LivePair live = await AttachAsync(LivePair.StartQemusAsync(lab, await Pairs.OneDiskAsync(lab)));
        await live.Primary.Qemu.ExecuteAsync("cont");
        await live.Primary.Qemu.ExecuteAsync("stop");

        Assert.Contains("has run since", (await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Primary)).Cause);
    }

    [LiveFact]
    public async Task A_secondary_without_x_colo_is_refused()
    {
        await using Lab lab = new();
        LivePair live = await AttachTamperedAsync(lab, ColoCommands.SecondaryPrepare, WithoutXColo);

        Assert.Contains("x-colo is off", (await AssertRefusedAsync(live, ColoStep.CheckBeforeStart, ColoSide.Secondary)).Cause);
    }

    [LiveFact]
    public async Task A_primary_without_x_colo_is_refused_before_it_migrates()
    {
        await using Lab lab = new();
        LivePair live = await AttachTamperedAsync(lab, ColoCommands.Start, WithoutXColo);

        Assert.Contains("x-colo is off", (await AssertRefusedAsync(live, ColoStep.Start, ColoSide.Primary)).Cause);
    }

    [LiveFact]
    public async Task A_return_path_that_does_not_go_with_the_version_is_refused()
    {
        await using Lab lab = new();
        string wrong = Lab.Version == QemuVersion.Qemu11 ? "false" : "true";
        LivePair live = await AttachTamperedAsync(lab, ColoCommands.Start, text =>
            $$$"""{"execute":"migrate-set-capabilities","arguments":{"capabilities":[{"capability":"return-path","state":{{{wrong}}}}]}}""" + "\n"
            + (Lab.Version == QemuVersion.Qemu11 ? text.Replace("{\"capability\":\"return-path\",\"state\":true},", "") : text));

        ColoException refusal = await AssertRefusedAsync(live, ColoStep.Start, ColoSide.Primary);
        Assert.Contains("return-path", refusal.Message);
    }

    private static string WithoutXColo(string commands) => commands.Replace("\"x-colo\",\"state\":true", "\"x-colo\",\"state\":false");

    private static async Task<LivePair> AttachAsync(Task<LivePair> starting)
    {
        LivePair live = await starting;
        await live.Controller.PrepareAsync();
        await live.Controller.AttachAsync();
        return live;
    }

    /// <summary>A pair of one disk, of whose lists of commands one is edited.</summary>
    private static async Task<LivePair> AttachTamperedAsync(Lab lab, ColoCommands list, Func<string, string> edit)
    {
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        return await AttachAsync(LivePair.StartQemusAsync(lab, new TamperedPair(pair, list, edit), pair.Primary, pair.Secondary, null));
    }

    private static async Task<ColoException> AssertRefusedAsync(LivePair live, ColoStep step, ColoSide side, bool guestRuns = false)
    {
        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => live.Controller.StartAsync());

        Assert.Equal((step, side), (refusal.Step, refusal.Side));
        Assert.Equal(ColoPhase.Attached, live.Controller.Phase);
        Assert.Equal(guestRuns, await live.Primary.RunsAsync());
        Assert.Equal("none", await live.Primary.ModeAsync());
        Assert.False((await live.Primary.Qemu.ExecuteAsync("query-migrate")).TryGetProperty("status", out _));
        return refusal;
    }
}
