using ColoGen.Control.Hosts;
using ColoGen.Control.Tests.Qmp;

namespace ColoGen.Control.Tests.Hosts;

/// <summary>A wait is over when an event says so, when a query does, or when its time is up.</summary>
public sealed class StateWaiterTests
{
    private static readonly TimeSpan s_poll = TimeSpan.FromSeconds(1);

    private readonly ManualClock _time = new();
    private int _evaluations;

    [Fact]
    public async Task A_condition_that_holds_already_is_evaluated_once()
    {
        Assert.True(await ForEventsAsync([], () => true, TimeSpan.FromSeconds(10)));
        Assert.Equal(1, _evaluations);
    }

    [Fact]
    public async Task An_event_is_enough_while_the_clock_stands_still()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe("RESUME");
            Task<bool> wait = ForEventsAsync([events], () => _evaluations > 1, TimeSpan.FromSeconds(10));

            await server.SayAsync("""{"event": "STOP"}{"event": "RESUME"}""");

            Assert.True(await wait);
            Assert.Equal(2, _evaluations);
        }
    }

    [Fact]
    public async Task An_event_during_the_evaluation_is_not_missed()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe();
            StateWaiter waiter = new(_time, s_poll);

            Assert.True(await waiter.ForEventsAsync([events], EvaluateAsync, TimeSpan.FromSeconds(10), CancellationToken.None));

            async Task<bool> EvaluateAsync()
            {
                if (++_evaluations > 1) return true;
                Task arrival = events.Changed;
                await server.SayAsync("""{"event": "RESUME"}""");
                await arrival;
                return false;
            }
        }
    }

    [Fact]
    public async Task A_lost_event_costs_a_poll_interval()
    {
        Task<bool> wait = ForEventsAsync([], () => _evaluations > 1, TimeSpan.FromSeconds(10));
        Assert.Equal(s_poll, await _time.NextTimerAsync());
        _time.Advance(s_poll - TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, _evaluations);

        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.True(await wait);
    }

    [Fact]
    public async Task A_wait_ends_in_time()
    {
        Task<bool> wait = ForEventsAsync([], () => false, TimeSpan.FromSeconds(2.5));

        await _time.RunAsync(wait);

        Assert.False(await wait);
        Assert.Equal(TimeSpan.FromSeconds(2.5), _time.Elapsed);
        Assert.Equal(4, _evaluations);
    }

    [Fact]
    public async Task A_wait_without_an_event_is_at_most_an_eighth_late_and_then_polls()
    {
        StateWaiter waiter = new(_time, s_poll);
        List<TimeSpan> evaluations = [];
        Task<bool> wait = waiter.ForChangeAsync(
            [],
            () =>
            {
                evaluations.Add(_time.Elapsed);
                return Task.FromResult(false);
            },
            TimeSpan.FromSeconds(20),
            CancellationToken.None);

        await _time.RunAsync(wait);

        // The last gap is what the timeout leaves.
        for (int i = 1; i < evaluations.Count - 1; i++)
        {
            TimeSpan gap = evaluations[i] - evaluations[i - 1];
            Assert.InRange(gap, TimeSpan.FromMilliseconds(1), s_poll);
            Assert.True(gap <= (evaluations[i - 1] / 8) + TimeSpan.FromMilliseconds(1), $"{gap} after {evaluations[i - 1]}");
        }

        Assert.InRange(evaluations.Count, 60, 100);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using CancellationTokenSource cancellation = new();
        Task<bool> wait = new StateWaiter(_time, s_poll).ForEventsAsync([], () => Task.FromResult(false), TimeSpan.FromSeconds(10), cancellation.Token);

        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private Task<bool> ForEventsAsync(QmpEvents[] events, Func<bool> condition, TimeSpan timeout) => new StateWaiter(_time, s_poll).ForEventsAsync(
        events,
        () =>
        {
            _evaluations++;
            return Task.FromResult(condition());
        },
        timeout,
        CancellationToken.None);
}
