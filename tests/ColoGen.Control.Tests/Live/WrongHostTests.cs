using System.Text.Json.Nodes;

namespace ColoGen.Control.Tests.Live;

/// <summary>A controller over hosts of two pairs changes nothing, and names the host that is not of its pair.</summary>
public sealed class WrongHostTests
{
    [LiveFact]
    public async Task Hosts_of_two_pairs_in_COLO_are_not_adopted()
    {
        await using Lab lab = new();
        OneDiskPair first = await Pairs.OneDiskAsync(lab);
        OneDiskPair second = await Pairs.OneDiskAsync(lab);
        LivePair one = await LivePair.StartAsync(lab, first);
        LivePair other = await LivePair.StartAsync(lab, second);

        await AssertRefusedAsync(first, one.Primary, other.Secondary, ColoSide.Secondary, "it is not of this pair");
        await AssertRefusedAsync(first, other.Primary, one.Secondary, ColoSide.Primary, "it is not of this pair");
        await AssertRefusedAsync(second, one.Primary, one.Secondary, ColoSide.Primary, "it is not of this pair");

        Assert.Equal(("primary", "secondary"), (await one.Primary.ModeAsync(), await other.Secondary.ModeAsync()));
        await Counter.ReachAsync(one.Primary, await one.Primary.CountInMemoryAsync() + 1);
        await Counter.ReachAsync(other.Primary, await other.Primary.CountInMemoryAsync() + 1);
    }

    [LiveFact]
    public async Task The_secondary_of_another_pair_is_not_adopted_alone()
    {
        await using Lab lab = new();
        OneDiskPair first = await Pairs.OneDiskAsync(lab);
        LivePair one = await LivePair.StartAsync(lab, first);
        QmpClient connection = await one.Secondary.ConnectAsync(one.Secondary.SecondMonitor);
        using ColoController other = new(first with { MigrationPort = first.MigrationPort + 1 }, connection, ColoInitialRole.Secondary, LivePair.Options);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => other.AdoptAsync());

        Assert.Equal((ColoStep.Adopt, ColoSide.Secondary), (refusal.Step, refusal.Side));
        Assert.Contains($":{first.MigrationPort}", refusal.Cause);
        Assert.Contains($":{first.MigrationPort + 1}", refusal.Cause);
    }

    /// <summary>Loopback addresses are of many hosts, and two starts of one pair have the same addresses.</summary>
    [LiveTheory]
    [InlineData(null, "nothing shows that it is of this pair")]
    [InlineData("0123 ", "is of another start")]
    public async Task Hosts_that_nothing_shows_to_be_of_one_start_are_not_adopted(string? number, string said)
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live = await LivePair.StartAsync(lab, pair);
        string token = (await live.Secondary.Qemu.ExecuteAsync(
            "qom-get", new JsonObject { ["path"] = "/objects/cologen-pair", ["property"] = "identity" })).GetString()!;
        await live.Secondary.Qemu.ExecuteAsync("object-del", new JsonObject { ["id"] = "cologen-pair" });
        if (number is null) await live.Primary.Qemu.ExecuteAsync("object-del", new JsonObject { ["id"] = "cologen-pair" });
        if (number is not null)
        {
            await live.Secondary.Qemu.ExecuteAsync("object-add", new JsonObject
            {
                ["qom-type"] = "authz-simple",
                ["id"] = "cologen-pair",
                ["identity"] = number + token[(token.IndexOf(' ') + 1)..],
            });
        }

        await AssertRefusedAsync(pair, live.Primary, live.Secondary, number is null ? ColoSide.Primary : ColoSide.Secondary, said);
        Assert.Equal("primary", await live.Primary.ModeAsync());
    }

    [LiveFact]
    public async Task A_primary_that_is_in_use_is_given_no_second_secondary()
    {
        await using Lab lab = new();
        OneDiskPair pair = await Pairs.OneDiskAsync(lab);
        LivePair live = await LivePair.StartQemusAsync(lab, pair);
        await live.Controller.PrepareAsync();
        await live.Controller.AttachAsync();
        string[] nodes = await live.Primary.NodesAsync();
        OneDiskPair other = await pair.WithNewSecondaryAsync(lab);
        LiveHost newSecondary = await lab.StartSecondaryAsync(other.Secondary);
        using ColoController second = new(
            other, await live.Primary.ConnectAsync(live.Primary.SecondMonitor), await newSecondary.ConnectAsync(), LivePair.Options);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => second.PrepareAsync());

        Assert.Equal((ColoStep.CheckHosts, ColoSide.Primary, ColoPhase.Connected), (refusal.Step, refusal.Side, second.Phase));
        Assert.Contains("it is in use", refusal.Cause);
        refusal = await Assert.ThrowsAsync<ColoException>(() => second.ResyncAsync(other, second.Secondary!));
        Assert.Contains("it is in use", refusal.Cause);
        Assert.Equal(nodes, await live.Primary.NodesAsync());
        await live.Controller.StartAsync();
        await Counter.ReachAsync(live.Primary, 1);
    }

    private static async Task AssertRefusedAsync(OneDiskPair pair, LiveHost primary, LiveHost secondary, ColoSide side, string said)
    {
        await using QmpClient first = await QmpClient.ConnectUnixAsync(primary.SecondMonitor);
        await using QmpClient second = await QmpClient.ConnectUnixAsync(secondary.SecondMonitor);
        using ColoController controller = new(pair, first, second, LivePair.Options);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => controller.AdoptAsync());

        Assert.Equal((ColoStep.Adopt, side, ColoPhase.Connected), (refusal.Step, refusal.Side, controller.Phase));
        Assert.Contains(said, refusal.Cause);
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => controller.FailoverAsync(ColoSide.Secondary, (_, _) => throw new InvalidOperationException("must not be called")));
    }
}
