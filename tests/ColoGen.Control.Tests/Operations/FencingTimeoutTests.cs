using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>A fencing callback that takes too long is a refusal.</summary>
public sealed class FencingTimeoutTests
{
    [Fact]
    public async Task A_callback_is_given_up_after_its_time_and_not_before()
    {
        ManualClock time = new();
        await using FakePair pair = await FakePair.StartAsync(FakePair.DefaultOptions with { TimeProvider = time, FencingTimeout = TimeSpan.FromMinutes(1) });
        await pair.RunAsync();
        TaskCompletionSource<CancellationToken> called = new();
        Task failover = pair.Controller.FailoverAsync(ColoSide.Secondary, (_, stop) =>
        {
            called.SetResult(stop);
            return new TaskCompletionSource<FencingConfirmation>().Task;
        });
        CancellationToken token = await called.Task;

        time.Advance(TimeSpan.FromSeconds(59));
        Assert.False(token.IsCancellationRequested);
        time.Advance(TimeSpan.FromSeconds(1));

        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => failover);
        Assert.Equal((ColoStep.Fence, ColoPhase.Running), (refusal.Step, pair.Controller.Phase));
        Assert.Contains("within 60 s", refusal.Cause);
        Assert.True(token.IsCancellationRequested);
    }

    [Fact]
    public async Task A_callback_that_blocks_is_given_up_and_its_late_confirmation_counts_for_nothing()
    {
        ManualClock time = new();
        await using FakePair pair = await FakePair.StartAsync(FakePair.DefaultOptions with { TimeProvider = time, FencingTimeout = TimeSpan.FromMinutes(1) });
        await pair.RunAsync();
        using ManualResetEventSlim release = new();
        TaskCompletionSource called = new();
        TaskCompletionSource returned = new();
        Task failover = Task.Run(() => pair.Controller.FailoverAsync(ColoSide.Secondary, (_, _) =>
        {
            called.SetResult();
            release.Wait(CancellationToken.None);
            pair.Primary.Kill();
            returned.SetResult();
            return Task.FromResult(FencingConfirmation.Dead("late"));
        }));
        await called.Task;

        time.Advance(TimeSpan.FromMinutes(1));
        ColoException refusal = await Assert.ThrowsAsync<ColoException>(() => failover.WaitAsync(Patience.Long));
        Assert.Equal((ColoStep.Fence, ColoSide.Primary), (refusal.Step, refusal.Side));
        release.Set();
        await returned.Task;

        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
        Assert.Equal("secondary", pair.Secondary.Machine.Mode);
    }

    /// <summary>It ignores its token, and kills the primary when the primary has become the survivor.</summary>
    [Fact]
    public async Task No_failover_begins_while_an_old_fencing_runs()
    {
        await using FakePair pair = await FakePair.StartAsync(FakePair.DefaultOptions with { FencingTimeout = TimeSpan.FromMilliseconds(200) });
        await pair.RunAsync();
        TaskCompletionSource<FencingConfirmation> fencing = new();
        await Assert.ThrowsAsync<ColoException>(() => pair.Controller.FailoverAsync(ColoSide.Secondary, (_, _) => fencing.Task));

        foreach (ColoSide survivor in Enum.GetValues<ColoSide>())
        {
            ColoException refusal = await Assert.ThrowsAsync<ColoException>(
                () => pair.Controller.FailoverAsync(survivor, (_, _) => throw new InvalidOperationException("must not be called")));
            Assert.Equal((ColoStep.CheckSurvivor, ColoSide.Primary, ColoPhase.Running), (refusal.Step, refusal.Side, pair.Controller.Phase));
            Assert.Contains("earlier failover still runs", refusal.Cause);
        }

        Assert.True(pair.Primary.Machine.IsRunning);
        fencing.SetResult(FencingConfirmation.Dead("late"));
        await FailoverAfterFencingAsync(pair);
        Assert.True(pair.Primary.Machine.IsWriter);
    }

    [Fact]
    public async Task A_callback_that_outlives_its_cancelled_failover_counts_as_running()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        using CancellationTokenSource cancellation = new();
        TaskCompletionSource<FencingConfirmation> fencing = new();
        Task failover = pair.Controller.FailoverAsync(
            ColoSide.Secondary,
            (_, _) =>
            {
                cancellation.Cancel();
                return fencing.Task;
            },
            cancellationToken: cancellation.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => failover);

        Assert.Contains(
            "earlier failover still runs",
            (await Assert.ThrowsAsync<ColoException>(() => pair.FailoverAsync(ColoSide.Primary, pair.Secondary))).Cause);

        fencing.SetException(new IOException("late"));
        await FailoverAfterFencingAsync(pair);
    }

    private static async Task FailoverAfterFencingAsync(FakePair pair)
    {
        using CancellationTokenSource timeout = new(Patience.Long);
        while (pair.Controller.Phase != ColoPhase.Alone)
        {
            try
            {
                await pair.FailoverAsync(ColoSide.Primary, pair.Secondary);
            }
            catch (ColoException refusal) when (refusal.Cause.Contains("earlier failover still runs"))
            {
                await Task.Delay(5, timeout.Token);
            }
        }
    }
}
