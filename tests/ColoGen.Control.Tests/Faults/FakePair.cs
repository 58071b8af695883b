namespace ColoGen.Control.Tests.Faults;

/// <summary>Four fake hosts, two of them in reserve, and a controller that has walked some of the way.</summary>
internal sealed class FakePair : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<QmpClient> _clients = [];
    private readonly VirtualClock? _clock;

    private FakePair(ColoOptions options, bool hasVirtualTime, FakeWorld? world = null, string prefix = "")
    {
        World = world ?? new();
        if (hasVirtualTime)
        {
            _clock = new(() => Hosts.All(host => !host.IsExecutingLate));

            // Fencing a fake host has no timer, so that virtual time would pass during it.
            options = options with { TimeProvider = _clock, FencingTimeout = Timeout.InfiniteTimeSpan };
        }

        Options = options;
        First = Declaration(prefix + "first");
        Second = Declaration(prefix + "second");
        Primary = new(World, World.Add(prefix + "primary", First.Primary, waitsForMigration: false), _folder.Path, _clock);
        Secondary = new(World, World.Add(prefix + "secondary", First.Secondary, waitsForMigration: true), _folder.Path, _clock);
        Third = Declaration(prefix + "third");
        Reserve = new(World, World.Add(prefix + "reserve", Second.Secondary, waitsForMigration: true), _folder.Path, _clock);
        Spare = new(World, World.Add(prefix + "spare", Third.Secondary, waitsForMigration: true), _folder.Path, _clock);
    }

    /// <summary>A host that does not hang answers within these times on a loaded machine as well.</summary>
    public static ColoOptions DefaultOptions { get; } = new()
    {
        CommandTimeout = TimeSpan.FromSeconds(3),
        StallTimeout = TimeSpan.FromSeconds(3),
        StartTimeout = TimeSpan.FromSeconds(15),
        FailoverTimeout = TimeSpan.FromSeconds(3),
        FencedSideTimeout = TimeSpan.FromSeconds(1.5),
        RecoveryTimeout = TimeSpan.FromSeconds(15),
        FencingTimeout = Patience.Long,
    };

    public ColoOptions Options { get; }

    public FakeWorld World { get; }

    public TwoDiskPair First { get; }

    /// <summary>With the host in reserve as secondary.</summary>
    public TwoDiskPair Second { get; }

    /// <summary>With the spare host as secondary.</summary>
    public TwoDiskPair Third { get; }

    public FakeQemu Primary { get; }

    public FakeQemu Secondary { get; }

    public FakeQemu Reserve { get; }

    public FakeQemu Spare { get; }

    public IEnumerable<FakeQemu> Hosts => [Primary, Secondary, Reserve, Spare];

    public ColoController Controller { get; private set; } = null!;

    public QmpClient ReserveClient => _clients[2];

    public static Task<FakePair> StartAsync(ColoOptions? options = null) => StartAsync(new FakePair(options ?? DefaultOptions, hasVirtualTime: false));

    /// <summary>Another pair, with other addresses, in the world of this one.</summary>
    public Task<FakePair> StartOtherAsync() => StartAsync(new FakePair(Options, hasVirtualTime: false, World, "other-"));

    /// <summary>Another pair, with other addresses, in a world of its own.</summary>
    public static Task<FakePair> StartOtherInVirtualTimeAsync() => StartAsync(new FakePair(DefaultOptions, hasVirtualTime: true, prefix: "other-"));

    /// <summary>With a <see cref="VirtualClock"/>: what waits for a host that hangs, or for a change that does not come, takes no time.</summary>
    public static Task<FakePair> StartInVirtualTimeAsync(ColoOptions? options = null) =>
        StartAsync(new FakePair(options ?? DefaultOptions, hasVirtualTime: true));

    public Task PrepareAsync() => Controller.PrepareAsync();

    public async Task AttachAsync()
    {
        await PrepareAsync();
        await Controller.AttachAsync();
    }

    public async Task RunAsync()
    {
        await AttachAsync();
        await Controller.StartAsync();
    }

    /// <summary>The former secondary runs the guest alone.</summary>
    public async Task SurviveAsync()
    {
        await RunAsync();
        await FailoverAsync(ColoSide.Secondary, Primary);
    }

    /// <summary>The former secondary is the primary of the host in reserve.</summary>
    public async Task RunAgainAsync()
    {
        await SurviveAsync();
        await Controller.ResyncAsync(Second, ReserveClient);
    }

    /// <param name="outcome">A host that is dead ends its connections. One that is cut off is frozen.</param>
    public Task<ColoFailoverResult> FailoverAsync(ColoSide survivor, FakeQemu victim, FencingOutcome outcome = FencingOutcome.Dead) =>
        Controller.FailoverAsync(survivor, (_, _) =>
        {
            if (outcome == FencingOutcome.Dead) victim.Kill();
            else victim.Machine.IsFrozen = true;
            return Task.FromResult(outcome == FencingOutcome.Dead ? FencingConfirmation.Dead("killed") : FencingConfirmation.CutOff("frozen"));
        });

    /// <summary>
    /// The controller's process ends, and its connections with it. The one on which it waits is the last: after it, a new controller may come.
    /// </summary>
    public void EndController(FakeQemu waited)
    {
        foreach (FakeQemu host in Hosts.Where(host => host != waited)) host.Disconnect();
        waited.Disconnect();
    }

    public async Task<QmpClient> ConnectAsync(FakeQemu host)
    {
        QmpClient client = await QmpClient.ConnectUnixAsync(host.Path, host.ClientOptions);
        _clients.Add(client);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (FakeQemu host in Hosts) await host.DisposeAsync();
        foreach (QmpClient client in _clients) await client.DisposeAsync();
        if (_clock is not null) await _clock.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<FakePair> StartAsync(FakePair pair)
    {
        foreach (FakeQemu host in pair.Hosts) await pair.ConnectAsync(host);
        pair.Controller = new(pair.First, pair._clients[0], pair._clients[1], pair.Options);
        return pair;
    }

    private static TwoDiskPair Declaration(string host) => new(
        new(new(new("/a"), null), new(new("/b"), null)),
        new(new("/c"), new("/d"), new(new(new("/e", new("/f")))), new(new(new("/g", new("/h"))))),
        QemuVersion.Qemu7To10,
        host,
        10809,
        host,
        9998,
        100);
}
