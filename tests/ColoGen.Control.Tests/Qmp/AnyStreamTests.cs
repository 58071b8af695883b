using System.Security.Authentication;
using System.Text;
using System.Text.Json;

namespace ColoGen.Control.Tests.Qmp;

/// <summary>Whatever a peer or a stream does: it works, or the connection is closed with one cause.</summary>
public sealed class AnyStreamTests(Live.Diagnostics diagnostics) : IClassFixture<Live.Diagnostics>
{
    private const string Capabilities = """{"return": {}, "id": "cologen-1"}""";

    private static readonly Exception[] s_failures =
    [
        new IOException("no cable"),
        new AuthenticationException("no cable"),
        new InvalidOperationException("no cable"),
        new NotSupportedException("no cable"),
        new ArgumentOutOfRangeException(null, "no cable"),
        new OperationCanceledException("no cable"),
        new TimeoutException("no cable"),
        new ObjectDisposedException(null, "no cable"),
    ];

    private static readonly TimeSpan s_never = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Messages { get; } = new()
    {
        { """{"event":"X","timestamp":{"seconds":253402300800,"microseconds":0}}""", "timestamp" },
        { """{"event":"X","timestamp":{"seconds":9223372036854775807,"microseconds":0}}""", "timestamp" },
        { """{"event":"X","timestamp":{"seconds":253402300799,"microseconds":9223372036854775807}}""", "timestamp" },
        { """{"event":"X","timestamp":{"seconds":1e400,"microseconds":0}}""", "timestamp" },
        { """{"event":"X","timestamp":7}""", "timestamp" },
        { """{"event":"X","timestamp":{}}""", "timestamp" },
        { """{"event":null}""", "event" },
        { """{"event":{"a":1}}""", "event" },
        { """{"return":{},"id":null}""", "not asked" },
        { """{"return":{},"id":7}""", "not asked" },
        { """{"return":{},"id":["cologen-2"]}""", "not asked" },
        { """{"error":{"class":null,"desc":"no"},"id":"cologen-2"}""", "error" },
        { """{"error":{"class":"GenericError"},"id":"cologen-2"}""", "error" },
        { """{"error":"no","id":"cologen-2"}""", "error" },
        { """{"error":[],"id":"cologen-2"}""", "error" },
        { "{\"return\":\"\\ud800\",\"id\":\"cologen-2\"}", "not JSON" },
        { "{\"event\":\"X\",\"data\":{\"reason\":\"\\udfff\"}}", "not JSON" },
        { "{\"event\":\"X\",\"data\":{\"\\ud800\":1}}", "not JSON" },
        { "{" + string.Concat(Enumerable.Repeat("\"a\":{", 5000)) + new string('}', 5001), "not JSON" },
    };

    public static TheoryData<string> Failures { get; } = [.. s_failures.Select(failure => failure.GetType().Name)];

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task A_message_that_is_none_of_QMP_closes_the_connection_with_its_cause(string message, string said)
    {
        ScriptedStream stream = new();
        await using QmpClient client = await ConnectAsync(stream);

        await AssertClosesAsync(client, () => stream.Say(message), said);

        await stream.Disposed.WaitAsync(s_never);
    }

    [Fact]
    public async Task Text_that_is_not_UTF_8_closes_the_connection()
    {
        ScriptedStream stream = new();
        await using QmpClient client = await ConnectAsync(stream);

        await AssertClosesAsync(client, () => stream.Say([.. "{\"event\":\"X\",\"data\":{\"reason\":\""u8, 0xC3, .. "\"}}"u8]), "not JSON");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_read_throws_closes_the_connection_with_its_cause(string type)
    {
        Exception failure = Failure(type);
        ScriptedStream stream = new();
        await using QmpClient client = await ConnectAsync(stream);

        QmpConnectionException closed = await AssertClosesAsync(client, () => stream.Fail(failure), "no cable");

        Assert.Same(failure, closed.InnerException);
        await stream.Disposed.WaitAsync(s_never);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_write_throws_closes_the_connection_with_its_cause(string type)
    {
        Exception failure = Failure(type);
        bool fails = false;
        ScriptedStream stream = new() { Written = _ => { if (fails) throw failure; } };
        await using QmpClient client = await ConnectAsync(stream);

        await AssertClosesAsync(client, () => fails = true, "no cable");

        await stream.Disposed.WaitAsync(s_never);
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_a_stream_throws_before_the_greeting_is_a_connection_that_could_not_be_made(string type)
    {
        Exception failure = Failure(type);
        ScriptedStream stream = new();
        stream.Fail(failure);

        QmpConnectionException refused = await Assert.ThrowsAsync<QmpConnectionException>(() => QmpClient.ConnectAsync(stream, "test"));

        Assert.Contains("no cable", refused.Message);
        await stream.Disposed.WaitAsync(s_never);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task A_stream_that_claims_an_impossible_count_closes_the_connection(int count)
    {
        ScriptedStream stream = new();
        await using QmpClient client = await ConnectAsync(stream);

        await AssertClosesAsync(client, () => stream.Claim(count), count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_disposed_is_closed_all_the_same()
    {
        ScriptedStream stream = new() { DisposeFailure = new InvalidOperationException("no") };
        QmpClient client = await ConnectAsync(stream);

        await client.DisposeAsync();

        Assert.Contains("closed on this side", (await client.Closed).Reason);
    }

    [Fact]
    public async Task A_read_that_nothing_ends_holds_nobody_up()
    {
        ScriptedStream stream = new(isDeaf: true);
        QmpClient client = await ConnectAsync(stream);

        await client.DisposeAsync().AsTask().WaitAsync(s_never);
    }

    [Fact]
    public async Task A_greeting_that_nothing_ends_is_not_waited_for()
    {
        ScriptedStream stream = new(isDeaf: true);

        QmpConnectionException silence = await Assert.ThrowsAsync<QmpConnectionException>(
            () => QmpClient.ConnectAsync(stream, "test", new() { ConnectTimeout = TimeSpan.FromMilliseconds(50) }).WaitAsync(s_never));

        Assert.Contains("no QMP greeting", silence.Message);
    }

    [Fact]
    public async Task The_first_cause_stays_the_cause()
    {
        ScriptedStream stream = new();
        QmpClient client = await ConnectAsync(stream);
        stream.Say("first");
        await client.Closed;

        await client.DisposeAsync();

        Assert.Contains("first", (await client.Closed).Reason);
        Assert.Contains("first", (await Assert.ThrowsAsync<QmpConnectionException>(() => client.ExecuteAsync("next"))).Message);
    }

    [Fact]
    public async Task A_timeout_that_is_none_is_refused_before_anything_is_sent()
    {
        List<string> sent = [];
        ScriptedStream stream = new() { Written = line => sent.Add(Encoding.UTF8.GetString(line)) };
        await using QmpClient client = await ConnectAsync(stream);
        using QmpEvents events = client.Subscribe();

        foreach (TimeSpan timeout in new[] { TimeSpan.FromSeconds(-1), TimeSpan.MaxValue, TimeSpan.MinValue })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ExecuteAsync("stop", timeout: timeout));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ExecuteOutOfBandAsync("yank", timeout: timeout));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.ExecuteLineAsync("{\"execute\":\"stop\"}"u8.ToArray(), timeout));
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => events.WaitForAsync("STOP", timeout));
            Assert.Throws<ArgumentOutOfRangeException>(() => new QmpClientOptions { CommandTimeout = timeout });
            Assert.Throws<ArgumentOutOfRangeException>(() => new QmpClientOptions { ConnectTimeout = timeout });
        }

        Assert.Contains("qmp_capabilities", Assert.Single(sent));
    }

    /// <summary>Messages of QMP with bytes changed, left out, doubled and cut in pieces, before an end of any kind.</summary>
    [Fact]
    public async Task Twelve_thousand_broken_streams_all_end()
    {
        int closed = 0, answered = 0;
        await Parallel.ForAsync(0, 12_000, async (seed, _) =>
        {
            int answers = await CountAnswersAsync(seed);
            Interlocked.Add(ref answered, answers);
            Interlocked.Add(ref closed, 3 - answers);
        });

        diagnostics.Say($"{answered} commands were answered, {closed} were told that the connection is closed");
        Assert.InRange(answered, 1000, int.MaxValue);
        Assert.InRange(closed, 1000, int.MaxValue);
    }

    /// <summary>How many of three commands a broken stream answers.</summary>
    private static async Task<int> CountAnswersAsync(int seed)
    {
        Random random = new(seed);
        ScriptedStream stream = new(isDeaf: random.Next(20) == 0);
        QmpClient client = await ConnectAsync(stream);
        using QmpEvents events = client.Subscribe();
        Task<JsonElement>[] commands =
        [
            client.ExecuteAsync("query-status", timeout: Timeout.InfiniteTimeSpan),
            client.ExecuteLineAsync("{\"execute\":\"stop\"}"u8.ToArray(), Timeout.InfiniteTimeSpan),
            client.ExecuteOutOfBandAsync("query-yank", timeout: Timeout.InfiniteTimeSpan),
        ];
        foreach (byte[] chunk in Broken(random)) stream.Say(chunk);
        switch (random.Next(4))
        {
            case 0:
                stream.End();
                break;
            case 1:
                stream.Fail(s_failures[random.Next(s_failures.Length)]);
                break;
            case 2:
                stream.Claim(random.Next(2) == 0 ? -1 : 1 << 20);
                break;
            default:
                await client.DisposeAsync();
                break;
        }

        try
        {
            await client.Closed.WaitAsync(s_never);
            Exception?[] ends = await Task.WhenAll(commands.Select(command => Record.ExceptionAsync(() => command.WaitAsync(s_never))));
            Assert.All(ends, thrown => Assert.True(thrown is null or QmpException or QmpConnectionException, $"A {thrown?.GetType().Name} for seed {seed}."));
            Exception? end = await Record.ExceptionAsync(() => DrainAsync(events).WaitAsync(s_never));
            Assert.True(end is null or QmpConnectionException, $"A {end?.GetType().Name} for seed {seed}.");
            await client.DisposeAsync().AsTask().WaitAsync(s_never);
            return ends.Count(thrown => thrown is not QmpConnectionException);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"Somebody waits for ever: seed {seed}.", exception);
        }
    }

    private static Exception Failure(string type) => s_failures.Single(failure => failure.GetType().Name == type);

    private static async Task DrainAsync(QmpEvents events)
    {
        await foreach (QmpEvent item in events) Assert.NotNull(item.Name);
    }

    private static IEnumerable<byte[]> Broken(Random random)
    {
        string[] messages =
        [
            """{"return": {"status": "running", "running": true}, "id": "cologen-2"}""",
            """{"return": {}}""",
            """{"return": [{"type": "migration"}], "id": "cologen-3"}""",
            """{"error": {"class": "GenericError", "desc": "no"}, "id": "cologen-3"}""",
            """{"timestamp": {"seconds": 1700000000, "microseconds": 250000}, "event": "STOP"}""",
            """{"timestamp": {"seconds": 253402300799, "microseconds": 999999}, "event": "X", "data": {"a": "\u00e4\\\"", "b": [1, -1e9, null]}}""",
        ];
        random.Shuffle(messages);
        byte[] bytes = Encoding.UTF8.GetBytes(string.Join("\r\n", messages));
        for (int changes = random.Next(4); changes > 0; changes--)
        {
            int at = random.Next(bytes.Length);
            bytes = random.Next(4) switch
            {
                0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                1 => [.. bytes[..at], .. bytes[(at + 1)..]],
                2 => [.. bytes[..at], .. bytes[random.Next(at + 1)..]],
                _ => [.. bytes[..at], (byte)"0123456789{}[]\",:\\u-e"[random.Next(21)], .. bytes[at..]],
            };
        }

        for (int at = 0; at < bytes.Length;)
        {
            int length = Math.Min(random.Next(1, 200), bytes.Length - at);
            yield return bytes[at..(at + length)];
            at += length;
        }
    }

    private static async Task<QmpClient> ConnectAsync(ScriptedStream stream)
    {
        stream.Say(FakeServer.Greeting);
        Task<QmpClient> connecting = QmpClient.ConnectAsync(stream, "test");
        await stream.FirstWrite;
        stream.Say(Capabilities);
        return await connecting;
    }

    /// <summary>All that waits, and all that comes later, is told the same cause.</summary>
    private static async Task<QmpConnectionException> AssertClosesAsync(QmpClient client, Action act, string said)
    {
        using QmpEvents events = client.Subscribe();
        Task<QmpEvent> wait = events.WaitForAsync("NEVER", s_never);
        act();
        Task<JsonElement> command = client.ExecuteAsync("query-status", timeout: s_never);

        QmpConnectionException cause = await client.Closed.WaitAsync(s_never);

        Assert.Contains(said, cause.Reason);
        Assert.Equal(cause.Reason, (await Assert.ThrowsAsync<QmpConnectionException>(() => command)).Reason);
        Assert.Equal(cause.Reason, (await Assert.ThrowsAsync<QmpConnectionException>(() => wait)).Reason);
        Assert.Equal(cause.Reason, (await Assert.ThrowsAsync<QmpConnectionException>(() => client.ExecuteAsync("next"))).Reason);
        Assert.Equal(cause.Reason, Assert.Throws<QmpConnectionException>(() => client.Subscribe()).Reason);
        return cause;
    }
}
