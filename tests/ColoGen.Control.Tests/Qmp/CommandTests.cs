using System.Text;
using System.Text.Json;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>Commands find their replies.</summary>
public sealed class CommandTests
{
    [Fact]
    public async Task A_command_has_its_arguments_and_gets_its_return()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("block-job-cancel", writer => writer.WriteString("device", "räuber \"1\""));

            Assert.StartsWith(
                """{"execute":"block-job-cancel","arguments":{"device":"r\u00E4uber \u00221\u0022"},"id":""",
                await server.AnswerAsync("""{"a": [1, "ä"]}"""));
            Assert.Equal("ä", (await reply).GetProperty("a")[1].GetString());
        }
    }

    [Fact]
    public async Task A_refusal_has_the_class_the_text_and_the_command()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("device_del");
            await server.SayAsync($$"""{"error": {"class": "DeviceNotFound", "desc": "Device 'x' not found"}{{FakeServer.Id(await server.HearAsync())}}}""");

            QmpException refusal = await Assert.ThrowsAsync<QmpException>(() => reply);

            Assert.Equal(("device_del", "DeviceNotFound", "Device 'x' not found"), (refusal.Command, refusal.Class, refusal.Description));
            Assert.Equal("device_del: Device 'x' not found", refusal.Message);
        }
    }

    [Fact]
    public async Task Replies_out_of_order_go_to_the_commands_they_answer()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> first = client.ExecuteAsync("query-status");
            Task<JsonElement> second = client.ExecuteOutOfBandAsync("query-yank");
            string one = await server.HearAsync(), two = await server.HearAsync();
            Assert.Contains("\"exec-oob\":\"query-yank\"", two);

            await server.SayAsync($$"""{"return": 2{{FakeServer.Id(two)}}}{"return": 1{{FakeServer.Id(one)}}}""");

            Assert.Equal((1, 2), ((await first).GetInt32(), (await second).GetInt32()));
        }
    }

    [Fact]
    public async Task A_line_is_sent_byte_for_byte_and_lines_are_answered_in_order()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            const string odd = "{ \"arguments\" : {\"x\":\"\\u00e4ä\"} ,\"execute\":\"one\"}";
            Task<JsonElement> one = client.ExecuteLineAsync(Encoding.UTF8.GetBytes(odd));
            Task<JsonElement> own = client.ExecuteAsync("own");
            Task<JsonElement> two = client.ExecuteLineAsync("{\"execute\":\"two\"}"u8.ToArray());

            Assert.Equal(odd, await server.HearAsync());
            string ownLine = await server.HearAsync();
            Assert.Equal("{\"execute\":\"two\"}", await server.HearAsync());
            await server.SayAsync($$"""{"return": 1}{"return": 3}{"return": 2{{FakeServer.Id(ownLine)}}}""");

            Assert.Equal((1, 2, 3), ((await one).GetInt32(), (await own).GetInt32(), (await two).GetInt32()));
        }
    }

    [Theory]
    [InlineData("{\"execute\":\"a\"}\n")]
    [InlineData("{\"execute\":\"a\"}{\"execute\":\"b\"}")]
    [InlineData("{\"execute\":\"a\",\"id\":1}")]
    [InlineData("{\"exec-oob\":\"a\"}")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public async Task A_line_that_is_not_one_command_is_not_sent(string line)
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => client.ExecuteLineAsync(Encoding.UTF8.GetBytes(line)));

            Task<JsonElement> next = client.ExecuteAsync("next");
            Assert.Contains("next", await server.AnswerAsync("{}"));
            await next;
        }
    }

    [Fact]
    public async Task The_late_reply_of_a_cancelled_line_is_nobody_elses()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using CancellationTokenSource cancellation = new();
            Task<JsonElement> cancelled = client.ExecuteLineAsync("{\"execute\":\"slow\"}"u8.ToArray(), cancellationToken: cancellation.Token);
            await server.HearAsync();
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

            Task<JsonElement> next = client.ExecuteLineAsync("{\"execute\":\"next\"}"u8.ToArray());
            await server.HearAsync();
            await server.SayAsync("""{"return": "late"}{"return": "right"}""");

            Assert.Equal("right", (await next).GetString());
        }
    }

    [Fact]
    public async Task A_command_that_is_cancelled_before_it_is_sent_is_not_sent()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ExecuteAsync("never", cancellationToken: new(canceled: true)));

            Task<JsonElement> next = client.ExecuteAsync("next");
            Assert.Contains("next", await server.AnswerAsync("{}"));
            await next;
        }
    }

    [Fact]
    public async Task A_reply_that_does_not_come_is_not_waited_for_and_its_late_reply_is_dropped()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync(new() { CommandTimeout = TimeSpan.FromMilliseconds(100) });
        await using (server)
        await using (client)
        {
            QmpTimeoutException late = await Assert.ThrowsAsync<QmpTimeoutException>(() => client.ExecuteAsync("migrate"));
            Assert.Equal("migrate", late.Command);
            Assert.Contains($"unix:{server.Path} did not answer migrate within 0.1 s", late.Message);

            await server.AnswerAsync("\"late\"");
            Task<JsonElement> next = client.ExecuteAsync("next", timeout: Timeout.InfiniteTimeSpan);
            await server.AnswerAsync("\"right\"");

            Assert.Equal("right", (await next).GetString());
        }
    }

    [Fact]
    public async Task A_large_reply_and_split_characters_are_put_together()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            string text = string.Concat(Enumerable.Repeat("äöü€😀{[\\\"]}", 200_000));
            Task<JsonElement> reply = client.ExecuteAsync("query-named-block-nodes");
            byte[] bytes = Encoding.UTF8.GetBytes($$"""{"return": "{{text}}"{{FakeServer.Id(await server.HearAsync())}}}""");

            await server.SayAsync(bytes[..18]);
            await server.SayAsync(bytes[18..19]);
            await server.SayAsync(bytes[19..]);

            Assert.Equal(text.Replace("\\\"", "\""), (await reply).GetString());
        }
    }

    [Fact]
    public async Task A_message_may_be_spread_over_many_lines_and_bytes()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("pretty");
            string message = $"\r\n  {{\r\n    \"return\": \"a}}\\\\\"{FakeServer.Id(await server.HearAsync())}\r\n}}\r\n";

            foreach (char character in message) await server.SayAsync(character.ToString());

            Assert.Equal("a}\\", (await reply).GetString());
        }
    }
}
