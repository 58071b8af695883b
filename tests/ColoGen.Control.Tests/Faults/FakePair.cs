using ColoGen.TestInfrastructure;

namespace ColoGen.Control.Tests.Faults;

/// <summary>Three fake hosts, one of them in reserve, and a controller that has walked some of the way.</summary>
internal sealed class FakePair : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<QmpClient> _clients = [];

    private FakePair()
    {
        First = Declaration("first");
        Second = Declaration("second");
        Primary = new(World, World.Add("primary", First.Primary, waitsForMigration: false), _folder.Path);
        Secondary = new(World, World.Add("secondary", First.Secondary, waitsForMigration: true), _folder.Path);
        Reserve = new(World, World.Add("reserve", Second.Secondary, waitsForMigration: true), _folder.Path);
    }

    /// <summary>A host that hangs is waited out; one that does not answers within these times on a loaded machine as well.</summary>
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

    public ColoOptions Options { get; private init; } = DefaultOptions;

    public FakeWorld World { get; } = new();

    public TwoDiskPair First { get; }

    /// <summary>With the host in reserve as secondary.</summary>
    public TwoDiskPair Second { get; }

    public FakeQemu Primary { get; }

    public FakeQemu Secondary { get; }

    public FakeQemu Reserve { get; }

    public IEnumerable<FakeQemu> Hosts => [Primary, Secondary, Reserve];

    public ColoController Controller { get; private set; } = null!;

    public QmpClient ReserveClient => _clients[2];

    public static async Task<FakePair> StartAsync(ColoOptions? options = null)
    {
        FakePair pair = new() { Options = options ?? DefaultOptions };
        foreach (FakeQemu host in pair.Hosts) pair._clients.Add(await QmpClient.ConnectUnixAsync(host.Path));
        pair.Controller = new(pair.First, pair._clients[0], pair._clients[1], pair.Options);
        return pair;
    }

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

    public Task FailoverAsync(ColoSide survivor, FakeQemu victim) => Controller.FailoverAsync(survivor, (_, _) =>
    {
        victim.Kill();
        return Task.FromResult(FencingConfirmation.Dead("killed"));
    });

    public async ValueTask DisposeAsync()
    {
        foreach (FakeQemu host in Hosts) await host.DisposeAsync();
        foreach (QmpClient client in _clients) await client.DisposeAsync();
        _folder.Dispose();
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
