namespace ColoGen.Control.Tests;

/// <summary>Two running QEMUs and the controller over them.</summary>
internal sealed class LivePair
{
    private readonly Lab _lab;

    private LivePair(Lab lab, LiveHost primary, LiveHost secondary, ColoController controller)
    {
        _lab = lab;
        Primary = primary;
        Secondary = secondary;
        Controller = controller;
    }

    /// <summary>The host that runs the guest.</summary>
    public LiveHost Primary { get; private set; }

    /// <summary>The host that follows, or the dead one.</summary>
    public LiveHost Secondary { get; private set; }

    public ColoController Controller { get; }

    /// <summary>A delay between checkpoints, in milliseconds, that no test lives to see the end of.</summary>
    public const long NoMoreCheckpoints = 3_600_000;

    /// <summary>For QEMUs that are not made to hang.</summary>
    public static ColoOptions Options { get; } = new()
    {
        CommandTimeout = Patience.Long,
        StallTimeout = Patience.Long,
        RecoveryTimeout = Patience.Long,
        FailoverTimeout = Patience.Long,
        FencedSideTimeout = Patience.Long,
        UnresponsiveTimeout = TimeSpan.FromSeconds(1),
    };

    /// <summary>For the steps in which a QEMU hangs.</summary>
    public static ColoOptions ImpatientOptions { get; } = Options with
    {
        CommandTimeout = Patience.Short,
        StallTimeout = Patience.Short,
        RecoveryTimeout = Patience.Short,
        FailoverTimeout = Patience.Short,
        FencedSideTimeout = TimeSpan.FromSeconds(0.5),
    };

    public static Task<LivePair> StartQemusAsync(Lab lab, OneDiskPair pair, ColoOptions? options = null) =>
        StartQemusAsync(lab, pair, pair.Primary, pair.Secondary, options);

    public static Task<LivePair> StartQemusAsync(Lab lab, TwoDiskPair pair) => StartQemusAsync(lab, pair, pair.Primary, pair.Secondary, null);

    public static async Task<LivePair> StartQemusAsync(Lab lab, IColoPair pair, IBlockdevArguments primary, IBlockdevArguments secondary, ColoOptions? options)
    {
        LiveHost first = await lab.StartPrimaryAsync(primary);
        LiveHost second = await lab.StartSecondaryAsync(secondary);
        return Of(lab, first, second, new(pair, await first.ConnectAsync(), await second.ConnectAsync(), options ?? Options));
    }

    public static LivePair Of(Lab lab, LiveHost primary, LiveHost secondary, ColoController controller) => new(lab, primary, secondary, controller);

    /// <summary>A pair in COLO.</summary>
    public static async Task<LivePair> StartAsync(Lab lab, OneDiskPair pair, ColoOptions? options = null) =>
        await (await StartQemusAsync(lab, pair, options)).EnterColoAsync();

    /// <inheritdoc cref="StartAsync(Lab, OneDiskPair, ColoOptions?)"/>
    public static async Task<LivePair> StartAsync(Lab lab, TwoDiskPair pair) => await (await StartQemusAsync(lab, pair)).EnterColoAsync();

    public async Task<LivePair> EnterColoAsync()
    {
        await Controller.PrepareAsync();
        await Controller.AttachAsync();
        await Controller.StartAsync();
        return this;
    }

    /// <summary>The survivor is the primary after it.</summary>
    public async Task<ColoFailoverResult> FailoverAsync(ColoSide survivor)
    {
        LiveHost victim = survivor == ColoSide.Primary ? Secondary : Primary;
        ColoFailoverResult done = await Controller.FailoverAsync(survivor, (_, _) => KillAsync(victim));
        if (survivor == ColoSide.Secondary) (Primary, Secondary) = (Secondary, Primary);
        return done;
    }

    public async Task ResyncAsync(IColoPair pair, IBlockdevArguments secondary, IProgress<ColoProgress>? progress = null)
    {
        LiveHost host = await _lab.StartSecondaryAsync(secondary);
        await Controller.ResyncAsync(pair, await host.ConnectAsync(), progress);
        Secondary = host;
    }

    /// <summary>Takes one checkpoint at once, and waits for its end: a new delay, which may be the same, brings one about.</summary>
    public async Task TakeCheckpointAsync(IColoPair pair)
    {
        Task taken = WaitForCheckpointsAsync(1);
        await Controller.SetCheckpointDelayAsync(pair);
        await taken;
    }

    /// <summary>
    /// Two checkpoints from now: one has surely begun after now. A failover to the secondary discards what the guest did after the last one, so a test
    /// that waits here before it is a test of what remains, and says so.
    /// </summary>
    public async Task WaitForCheckpointsAsync(int count = 2)
    {
        using CancellationTokenSource timeout = new(Patience.Long);
        await foreach (ColoEvent item in Controller.WatchAsync(timeout.Token))
        {
            if (item is ColoCheckpoint { Side: ColoSide.Primary, } checkpoint && checkpoint.Number == count) return;
        }

        Assert.Fail("No checkpoints were seen.");
    }

    public static async Task<FencingConfirmation> KillAsync(LiveHost host)
    {
        await host.Qemu.KillAsync();
        return FencingConfirmation.Dead($"process {host.Qemu.ProcessId} was killed");
    }
}
