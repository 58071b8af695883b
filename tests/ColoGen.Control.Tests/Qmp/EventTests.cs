using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>No event is lost between a command and the wait for it.</summary>
public sealed class EventTests
{
    private const string Timestamp = "\"timestamp\": {\"seconds\": 1700000000, \"microseconds\": 250000}";

    [Fact]
    public async Task An_event_that_comes_with_the_reply_is_found_by_a_later_wait()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe();
            Task<JsonElement> reply = client.ExecuteAsync("stop");
            await server.SayAsync($$"""{"event": "STOP", {{Timestamp}}}{"return": {}{{FakeServer.Id(await server.HearAsync())}}}""");
            await reply;

            QmpEvent stop = await events.WaitForAsync("STOP", TimeSpan.FromSeconds(10));

            Assert.Equal(JsonValueKind.Undefined, stop.Data.ValueKind);
            Assert.Null(stop.GetString("device"));
            Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1700000000).AddMilliseconds(250), stop.Timestamp);
        }
    }

    [Fact]
    public async Task A_wait_takes_the_event_that_fits_and_leaves_the_others()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe();
            foreach (string device in new[] { "a", "b", "a" })
            {
                await server.SayAsync($$$"""{"event": "BLOCK_JOB_READY", "data": {"device": "{{{device}}}"}, {{{Timestamp}}}}""");
            }


            Assert.Equal(
                "b",
                (await events.WaitForAsync("BLOCK_JOB_READY", TimeSpan.FromSeconds(10), item => item.GetString("device") == "b")).GetString("device"));
            Assert.Equal("a", (await events.WaitForAsync("BLOCK_JOB_READY", TimeSpan.FromSeconds(10))).GetString("device"));
            Assert.Equal("a", (await events.WaitForAsync("BLOCK_JOB_READY", TimeSpan.FromSeconds(10))).GetString("device"));
            Assert.Null(events.TryTake(_ => true));
        }
    }

    [Fact]
    public async Task A_wait_that_was_given_up_takes_no_event_from_the_next()
    {
        FakeTimeProvider time = new();
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync(new() { TimeProvider = time });
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe();
            Task<QmpEvent> wait = events.WaitForAsync("STOP", TimeSpan.FromSeconds(7));
            time.Advance(TimeSpan.FromSeconds(6));
            Assert.False(wait.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(1));
            QmpTimeoutException late = await Assert.ThrowsAsync<QmpTimeoutException>(() => wait);
            Assert.Equal("STOP", late.Command);

            await server.SayAsync($$"""{"event": "STOP", {{Timestamp}}}""");

            Assert.Equal("STOP", (await events.WaitForAsync("STOP", TimeSpan.FromSeconds(10))).Name);
        }
    }

    [Fact]
    public async Task Every_subscription_gets_every_event_from_its_beginning_to_its_end()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents first = client.Subscribe();
            await server.SayAsync($$"""{"event": "ONE", {{Timestamp}}}""");
            await first.WaitForAsync("ONE", TimeSpan.FromSeconds(10), _ => true);
            using QmpEvents second = client.Subscribe();
            await server.SayAsync($$"""{"event": "TWO", {{Timestamp}}}{"event": "THREE", {{Timestamp}}}""");

            Assert.Equal(["TWO", "THREE"], await TakeAsync(first, 2));
            Assert.Equal(["TWO", "THREE"], await TakeAsync(second, 2));
            first.Dispose();
            await server.SayAsync($$"""{"event": "FOUR", {{Timestamp}}}""");
            Assert.Equal(["FOUR"], await TakeAsync(second, 1));
            Assert.Null(first.TryTake(_ => true));
        }
    }

    [Fact]
    public async Task Events_before_the_end_are_given_before_the_end_is()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe();
            await server.SayAsync($$"""{"event": "SHUTDOWN", {{Timestamp}}}""");
            server.Close();
            await client.Closed;
            List<string> names = [];

            await Assert.ThrowsAsync<QmpConnectionException>(async () =>
            {
                await foreach (QmpEvent item in events) names.Add(item.Name);
            });

            Assert.Equal(["SHUTDOWN"], names);
        }
    }

    [Fact]
    public async Task A_subscription_to_names_keeps_no_other_events()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe("STOP", "RESUME");
            foreach (string name in new[] { "STOP", "OTHER", "RESUME" }) await server.SayAsync($$"""{"event": "{{name}}", {{Timestamp}}}""");

            Assert.Equal(["STOP", "RESUME"], await TakeAsync(events, 2));
            Assert.Null(events.TryTake(_ => true));
        }
    }

    private static async Task<string[]> TakeAsync(QmpEvents events, int count)
    {
        List<string> names = [];
        await foreach (QmpEvent item in events)
        {
            names.Add(item.Name);
            if (names.Count == count) break;
        }

        return [.. names];
    }
}
