using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>
/// The controller waits for QEMU's events: its clock stands still, so that it can't poll. Where an event is lost, the next poll sees the change.
/// </summary>
public sealed class EventWaitTests
{
    private readonly ManualClock _time = new();

    [Fact]
    public async Task A_start_ends_with_the_event_RESUME()
    {
        await using FakePair pair = await StartAsync();
        await pair.AttachAsync();
        pair.Primary.Machine.EntersColo = false;
        _time.ForgetTimers();
        Task start = pair.Controller.StartAsync();
        await _time.NextTimerAsync();

        lock (pair.World.Gate)
        {
            pair.Primary.Machine.EnterColo();
        }

        await start;
        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
    }

    [Fact]
    public async Task A_copy_ends_with_the_event_BLOCK_JOB_READY()
    {
        await using FakePair pair = await StartAsync();
        Task resync = await BeginCopyAsync(pair);

        lock (pair.World.Gate)
        {
            pair.Secondary.Machine.FinishCopy();
        }

        await resync;
        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
    }

    [Fact]
    public async Task A_copy_whose_event_is_lost_ends_with_the_next_poll()
    {
        await using FakePair pair = await StartAsync();
        Task resync = await BeginCopyAsync(pair);
        pair.Secondary.Machine.AreJobsReady = true;

        _time.Advance(pair.Options.PollInterval);

        await resync;
        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
    }

    [Fact]
    public async Task A_copy_that_does_not_advance_is_given_up_and_the_guest_continues()
    {
        await using FakePair pair = await StartAsync();
        Task resync = await BeginCopyAsync(pair);

        _time.Advance(pair.Options.StallTimeout + TimeSpan.FromMilliseconds(1));

        ColoException failure = await Assert.ThrowsAsync<ColoException>(() => resync);
        Assert.Equal(ColoStep.Mirror, failure.Step);
        Assert.Null(failure.RecoveryFailure);
        Assert.Equal(ColoPhase.Alone, pair.Controller.Phase);
        Assert.True(pair.Secondary.Machine.IsWriter);
        Assert.Equal(0, pair.Secondary.Machine.Jobs);
    }

    private Task<FakePair> StartAsync() =>
        FakePair.StartAsync(new() { TimeProvider = _time, FencedSideTimeout = FakePair.DefaultOptions.FencedSideTimeout });

    /// <summary>The former secondary copies its disks, and the controller waits for the end of that.</summary>
    private async Task<Task> BeginCopyAsync(FakePair pair)
    {
        await pair.SurviveAsync();
        pair.Secondary.Machine.AreJobsReady = false;
        _time.ForgetTimers();
        Task resync = pair.Controller.ResyncAsync(pair.Second, pair.ReserveClient);
        Assert.Equal(pair.Options.PollInterval, await _time.NextTimerAsync());
        return resync;
    }
}
