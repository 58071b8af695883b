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
}
