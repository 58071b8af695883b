namespace ColoGen.Control.Tests.Faults;

/// <summary>The survivor waits for the other host, and executes commands only out of band.</summary>
public sealed class WaitingSurvivorTests
{
    [Theory]
    [InlineData(ColoSide.Primary, FencingOutcome.Dead)]
    [InlineData(ColoSide.Primary, FencingOutcome.CutOff)]
    [InlineData(ColoSide.Secondary, FencingOutcome.Dead)]
    [InlineData(ColoSide.Secondary, FencingOutcome.CutOff)]
    public async Task It_goes_on_when_the_other_host_is_fenced(ColoSide survivor, FencingOutcome outcome)
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        (FakeQemu host, FakeQemu victim) = Roles(pair, survivor);
        host.Machine.IsWaiting = true;

        await pair.FailoverAsync(survivor, victim, outcome);

        Assert.Equal((ColoPhase.Alone, true), (pair.Controller.Phase, host.Machine.IsWriter));
        Assert.Equal(1, pair.World.MostWriters);
    }

    [Theory]
    [InlineData(ColoSide.Primary)]
    [InlineData(ColoSide.Secondary)]
    public async Task Nobody_is_fenced_for_one_that_waits_for_nobody(ColoSide survivor)
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        (FakeQemu host, _) = Roles(pair, survivor);
        host.Machine.IsStuck = true;
        host.Machine.ListsConnections = false;

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(
            () => pair.Controller.FailoverAsync(survivor, (_, _) => throw new InvalidOperationException("must not be called")));

        Assert.Equal((ColoStep.CheckSurvivor, "query-colo-status", ColoPhase.Running), (refusal.Step, refusal.Command, pair.Controller.Phase));
    }

    [Theory]
    [InlineData(ColoSide.Primary)]
    [InlineData(ColoSide.Secondary)]
    public async Task One_of_another_start_does_not_take_over(ColoSide survivor)
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        (FakeQemu host, FakeQemu victim) = Roles(pair, survivor);
        host.Machine.Execute("object-del", new() { ["id"] = "cologen-pair" });
        host.Machine.IsWaiting = true;

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(
            () => pair.FailoverAsync(survivor, victim, FencingOutcome.CutOff));

        Assert.Equal((ColoStep.Failover, survivor, ColoPhase.Unknown), (refusal.Step, refusal.Side, pair.Controller.Phase));
        Assert.Contains("is not of this start", refusal.Cause);
        Assert.DoesNotContain("x-colo-lost-heartbeat", host.Heard);
    }

    private static (FakeQemu Survivor, FakeQemu Victim) Roles(FakePair pair, ColoSide survivor) =>
        survivor == ColoSide.Primary ? (pair.Primary, pair.Secondary) : (pair.Secondary, pair.Primary);
}
