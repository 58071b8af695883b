namespace ColoGen.Control.Tests.Faults;

/// <summary>A failover that was broken off half way leaves no way to two hosts that run the guest.</summary>
public sealed class HalfFailOverTests
{
    [Fact]
    public async Task A_fenced_primary_is_not_set_free_when_the_secondary_may_have_taken_over()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        pair.Secondary.Arm(Fault.ClosesAfter, await PositionAsync("x-colo-lost-heartbeat"));

        ColoException failure = await Assert.ThrowsAsync<ColoException>(() => pair.FailoverAsync(ColoSide.Secondary, pair.Primary, FencingOutcome.CutOff));

        Assert.Equal((ColoStep.Failover, "x-colo-lost-heartbeat"), (failure.Step, failure.Command));
        Assert.True(pair.Secondary.Machine.IsWriter);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pair.Controller.RecoverGuestAsync());
        Assert.Equal(1, pair.World.MostWriters);
    }

    [Fact]
    public async Task The_other_side_can_still_take_over_after_it_was_fenced_itself()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        pair.Secondary.Arm(Fault.Hangs, await PositionAsync("x-colo-lost-heartbeat"));
        await Assert.ThrowsAsync<ColoException>(() => pair.FailoverAsync(ColoSide.Secondary, pair.Primary, FencingOutcome.CutOff));

        // Somebody thaws the fenced side, who should not.
        pair.Primary.Machine.IsFrozen = false;
        await pair.FailoverAsync(ColoSide.Primary, pair.Secondary);

        Assert.True(pair.Primary.Machine.IsWriter);
        Assert.Equal(1, pair.World.MostWriters);
    }

    private static async Task<int> PositionAsync(string command)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        pair.Secondary.Arm(Fault.None, -1);
        await pair.FailoverAsync(ColoSide.Secondary, pair.Primary);
        return pair.Secondary.Heard.IndexOf(command);
    }
}
