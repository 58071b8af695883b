using ColoGen.Control.Tests.Faults;

namespace ColoGen.Control.Tests.Operations;

/// <summary>A controller that is disposed ends what it owns, and nothing else.</summary>
public sealed class DisposalTests
{
    [Fact]
    public async Task The_running_operation_ends_and_the_waiting_one_does_not_begin()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        TaskCompletionSource called = new();
        TaskCompletionSource<FencingConfirmation> fencing = new();
        Task<ColoFailoverResult> running = pair.Controller.FailoverAsync(ColoSide.Secondary, (_, _) =>
        {
            called.SetResult();
            return fencing.Task;
        });
        await called.Task;
        Task waiting = pair.Controller.SetCheckpointDelayAsync(pair.First with { CheckpointDelay = 7 });

        ValueTask disposal = pair.Controller.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        Assert.False(disposal.IsCompleted);
        pair.Primary.Kill();
        fencing.SetResult(FencingConfirmation.Dead("killed"));
        Assert.Equal(ColoSide.Secondary, (await running).Survivor);
        await disposal;
        Assert.Equal(ColoPhase.Alone, pair.Controller.Phase);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => pair.Controller.ResyncAsync(pair.Second, pair.ReserveClient));
    }

    [Fact]
    public async Task Watches_end_and_connections_stay()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.RunAsync();
        IAsyncEnumerable<ColoEvent> watch = pair.Controller.WatchAsync();

        pair.Controller.Dispose();
        pair.Controller.Dispose();

        await foreach (ColoEvent item in watch) Assert.Fail(item.ToString());
        Assert.Throws<ObjectDisposedException>(() => pair.Controller.WatchAsync());
        Assert.False(pair.Controller.Primary!.Closed.IsCompleted);
        await pair.Controller.Primary!.ExecuteAsync("query-status");
    }

    [Fact]
    public async Task The_subscription_of_attached_replicas_ends()
    {
        await using FakePair pair = await FakePair.StartAsync();
        await pair.AttachAsync();
        Assert.Equal(1, pair.Controller.Primary!.SubscriptionCount);

        await pair.Controller.DisposeAsync();

        Assert.Equal(0, pair.Controller.Primary!.SubscriptionCount);
    }
}
