using System.Text.Json;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>A connection that dies in the middle leaves nobody waiting.</summary>
public sealed class LostConnectionTests
{
    [Fact]
    public async Task Every_command_and_every_wait_is_told_and_named()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            using QmpEvents events = client.Subscribe();
            Task<JsonElement> own = client.ExecuteAsync("query-status");
            Task<JsonElement> line = client.ExecuteLineAsync("{\"execute\":\"migrate\"}"u8.ToArray());
            Task<QmpEvent> wait = events.WaitForAsync("COLO_EXIT", Timeout.InfiniteTimeSpan);
            await server.HearAsync();
            await server.HearAsync();

            server.Close();

            Assert.Equal("query-status", (await Assert.ThrowsAsync<QmpConnectionException>(() => own)).Command);
            Assert.Equal("migrate", (await Assert.ThrowsAsync<QmpConnectionException>(() => line)).Command);
            Assert.Equal("COLO_EXIT", (await Assert.ThrowsAsync<QmpConnectionException>(() => wait)).Command);
            Assert.Equal("next", (await Assert.ThrowsAsync<QmpConnectionException>(() => client.ExecuteAsync("next"))).Command);
            Assert.Throws<QmpConnectionException>(() => client.Subscribe());
            await client.Closed;
        }
    }

    [Theory]
    [InlineData("garbage", "garbage")]
    [InlineData("{\"return\": {}}", "not asked")]
    [InlineData("{\"return\": {}, \"id\": \"stranger\"}", "not asked")]
    [InlineData("{\"news\": 1}", "neither reply nor event")]
    [InlineData("{\"return\": nonsense}", "not JSON")]
    [InlineData("{\"event\": 7}", "was closed:")]
    public async Task What_is_not_QMP_ends_the_connection(string text, string said)
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("query-status");
            await server.HearAsync();

            await server.SayAsync(text);

            Assert.Contains(said, (await Assert.ThrowsAsync<QmpConnectionException>(() => reply)).Message);
        }
    }

    [Fact]
    public async Task A_reply_of_a_wrong_shape_fails_its_command()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("query-status");
            await server.SayAsync($$"""{"error": "no"{{FakeServer.Id(await server.HearAsync())}}}""");

            Assert.Equal("query-status", (await Assert.ThrowsAsync<QmpConnectionException>(() => reply)).Command);
        }
    }

    [Fact]
    public async Task A_message_cut_off_in_the_middle_is_a_lost_connection()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("query-status");
            await server.HearAsync();
            await server.SayAsync("{\"return\": {\"sta");
            server.Close();

            Assert.Contains("middle of a message", (await Assert.ThrowsAsync<QmpConnectionException>(() => reply)).Message);
        }
    }

    [Fact]
    public async Task A_message_without_an_end_is_given_up()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync(new() { MaxMessageBytes = 100_000 });
        await using (server)
        await using (client)
        {
            Task<JsonElement> reply = client.ExecuteAsync("query-status");
            await server.HearAsync();
            await server.SayAsync("{\"return\": \"" + new string('x', 100_000));

            Assert.Contains("more than 100000 bytes", (await Assert.ThrowsAsync<QmpConnectionException>(() => reply)).Message);
        }
    }

    [Fact]
    public async Task Closing_on_this_side_ends_what_waits()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync();
        await using (server)
        {
            QmpEvents events = client.Subscribe();
            Task<JsonElement> reply = client.ExecuteAsync("query-status");
            await server.HearAsync();

            await client.DisposeAsync();
            await client.DisposeAsync();

            Assert.Contains("closed on this side", (await Assert.ThrowsAsync<QmpConnectionException>(() => reply)).Message);
            await foreach (QmpEvent item in events) Assert.Fail(item.Name);
            await Assert.ThrowsAsync<ObjectDisposedException>(() => events.WaitForAsync("STOP", Timeout.InfiniteTimeSpan));
        }
    }

    [Fact]
    public async Task A_server_that_does_not_read_blocks_nobody()
    {
        (FakeServer server, QmpClient client) = await FakeServer.ConnectedAsync(new() { CommandTimeout = TimeSpan.FromMilliseconds(200) });
        await using (server)
        {
            string text = new('x', 8 << 20);

            await Assert.ThrowsAsync<QmpTimeoutException>(() => client.ExecuteAsync("large", writer => writer.WriteString("text", text)));
            await Assert.ThrowsAsync<QmpTimeoutException>(() => client.ExecuteAsync("small"));
            await client.DisposeAsync();
        }
    }
}
