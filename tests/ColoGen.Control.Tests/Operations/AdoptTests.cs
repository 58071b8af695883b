using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>What a new controller says of a pair that is in no order.</summary>
public sealed class AdoptTests
{
    [Fact]
    public async Task A_pair_whose_guest_stands_still_does_not_run()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        pair.Primary.Machine.Status = "finish-migrate";
        using ColoController next = await NextAsync(pair);

        ColoAdoptResult found = await next.AdoptAsync();

        Assert.Equal(ColoPhase.Unknown, found.Phase);
        Assert.Contains("the primary's guest stands still: it is finish-migrate", found.Reason);
        await next.RecoverGuestAsync();
        Assert.True(pair.Primary.Machine.IsWriter);
    }

    /// <summary>It may have been promoted by then: nobody can know without an answer.</summary>
    [Fact]
    public async Task A_guest_is_not_resumed_while_the_secondary_does_not_answer()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        pair.Primary.Machine.Status = "finish-migrate";
        using ColoController next = await NextAsync(pair);
        await next.AdoptAsync();
        pair.Primary.Machine.StaysStopped = true;
        pair.Secondary.Disconnect();

        ColoException failure = await Assert.ThrowsAsync<ColoException>(() => next.RecoverGuestAsync());

        Assert.Equal((ColoStep.RecoverGuest, ColoSide.Secondary, ColoPhase.Unknown), (failure.Step, failure.Side, next.Phase));
        Assert.False(pair.Primary.Machine.IsRunning);
    }

    [Fact]
    public async Task A_secondary_that_has_taken_over_is_no_secondary_any_more()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        pair.Primary.Machine.Status = "paused";
        pair.Secondary.Machine.Execute("x-colo-lost-heartbeat", []);
        using ColoController next = await NextAsync(pair);

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => next.AdoptAsync());

        Assert.Equal((ColoSide.Secondary, ColoPhase.Connected), (refusal.Side, next.Phase));
        Assert.Contains("runs the guest outside of COLO", refusal.Cause);
        using ColoController alone = new(pair.First, await pair.ConnectAsync(pair.Secondary), ColoInitialRole.Secondary, pair.Options);
        Assert.Equal(ColoPhase.Unknown, (await alone.AdoptAsync()).Phase);
        await alone.RecoverGuestAsync();
        Assert.Equal(ColoPhase.Alone, alone.Phase);
        Assert.Equal(1, pair.World.MostWriters);
    }

    [Fact]
    public async Task A_QEMU_that_was_started_anew_is_not_the_primary_of_a_secondary_that_waits()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.RunAsync();
        using ColoController next = new(pair.First, await pair.ConnectAsync(pair.Spare), await pair.ConnectAsync(pair.Secondary), pair.Options);
        pair.Primary.Kill();

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => next.AdoptAsync());

        Assert.Equal((ColoSide.Primary, ColoPhase.Connected), (refusal.Side, next.Phase));
    }

    [Fact]
    public async Task A_resync_with_an_invalid_value_sends_nothing()
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.SurviveAsync();
        pair.Secondary.Arm(Fault.None, -1);
        pair.Reserve.Arm(Fault.None, -1);

        await Assert.ThrowsAnyAsync<ArgumentException>(() => pair.Controller.ResyncAsync(pair.Second with { CheckpointDelay = -1 }, pair.ReserveClient));

        Assert.Empty(pair.Secondary.Heard);
        Assert.Empty(pair.Reserve.Heard);
        Assert.Equal(ColoPhase.Alone, pair.Controller.Phase);
        Assert.True(pair.Secondary.Machine.IsWriter);
    }

    [Theory]
    [InlineData("block-export-del")]
    [InlineData("nbd-server-stop")]
    [InlineData("object-del")]
    public async Task A_release_that_was_cut_off_is_repeated(string last)
    {
        await using FakePair pair = await FakePair.StartInVirtualTimeAsync();
        await pair.PrepareAsync();
        await pair.Controller.ReleaseAsync();
        await pair.PrepareAsync();
        pair.Secondary.Arm(Fault.None, -1);
        await pair.Controller.ReleaseAsync();
        int position = pair.Secondary.Heard.IndexOf(last);
        await pair.PrepareAsync();
        pair.Secondary.Arm(Fault.IsLate, position);

        await Assert.ThrowsAsync<ColoException>(() => pair.Controller.ReleaseAsync());
        pair.Secondary.Arm(Fault.None, -1);

        // The host is still late with the command of the first call.
        int calls = 0;
        while (pair.Controller.Phase == ColoPhase.Prepared)
        {
            Assert.InRange(++calls, 1, 5);
            await Record.ExceptionAsync(() => pair.Controller.ReleaseAsync());
        }

        Assert.False(pair.Secondary.Machine.HasToken);
        await pair.RunAsync();
    }

    private static async Task<ColoController> NextAsync(FakePair pair) =>
        new(pair.First, await pair.ConnectAsync(pair.Primary), await pair.ConnectAsync(pair.Secondary), pair.Options);
}
