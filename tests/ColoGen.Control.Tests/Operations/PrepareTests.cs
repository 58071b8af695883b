using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>What a preparation that fails takes back, and what can be prepared again.</summary>
public sealed class PrepareTests
{
    [Fact]
    public async Task A_secondary_is_prepared_again_after_it_was_released()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.PrepareAsync();
        await pair.Controller.ReleaseAsync();

        await pair.RunAsync();

        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
    }

    [Fact]
    public async Task A_secondary_that_waits_elsewhere_is_refused()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.PrepareAsync();
        await pair.Controller.ReleaseAsync();
        using ColoController other = new(
            pair.First with { MigrationPort = 1234 }, pair.Controller.Primary!, pair.Controller.Secondary!, pair.Options);
        pair.Secondary.Arm(Fault.None, -1);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => other.PrepareAsync());

        Assert.Equal((ColoStep.CheckHosts, ColoSide.Secondary), (refusal.Step, refusal.Side));
        Assert.Contains("at first:9998, and the pair's is to first:1234", refusal.Cause);
        Assert.All(pair.Secondary.Heard, command => Assert.True(command.StartsWith("query-", StringComparison.Ordinal) || command == "qom-get", command));
    }

    [Fact]
    public async Task A_survivor_is_given_a_secondary_that_was_prepared_before()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.SurviveAsync();
        using ColoController next = new(pair.Second, pair.Controller.Primary!, pair.ReserveClient, pair.Options);
        await next.PrepareAsync();
        await next.ReleaseAsync();

        await pair.Controller.ResyncAsync(pair.Second, pair.ReserveClient);

        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
    }

    [Theory]
    [InlineData("nbd-server-start")]
    [InlineData("block-export-add")]
    [InlineData("migrate-incoming")]
    public async Task A_preparation_that_is_refused_takes_back_what_it_did_and_nothing_else(string refused)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        pair.Secondary.Arm(Fault.None, -1);
        await pair.PrepareAsync();
        int position = pair.Secondary.Heard.IndexOf(refused);
        await pair.Controller.ReleaseAsync();

        await using FakePair again = await FakePair.StartInVirtualTimeAsync();
        again.Secondary.Arm(Fault.Refuses, position);
        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => again.PrepareAsync());

        Assert.Equal(refused, refusal.Command);
        string[] after = [.. again.Secondary.Heard.Skip(position + 1).Where(command => command[0] is 'n' or 'b')];
        string[] expected = refused switch
        {
            "nbd-server-start" => [],
            "block-export-add" => ["nbd-server-stop"],
            _ => ["block-export-del", "block-export-del", "nbd-server-stop"],
        };
        Assert.Equal(expected, after);
    }
}
