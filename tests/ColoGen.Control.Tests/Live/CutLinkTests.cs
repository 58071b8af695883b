using System.Diagnostics;

namespace ColoGen.Control.Tests.Live;

/// <summary>Two hosts with a network of their own each. Nobody dies: the cable between them is pulled.</summary>
public sealed class CutLinkTests
{
    [LiveFact("ip")]
    public async Task An_isolated_primary_is_stopped_before_the_secondary_goes_on()
    {
        using TwoNetworks networks = new();
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await StartAsync(lab, networks, proxyTo: ColoSide.Secondary);
        LiveHost isolated = live.Primary;
        await live.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        uint confirmed = await ReachConfirmedAsync(live.Primary, 5);

        // The survivor has only what the guest wrote before the last checkpoint, and this is a test of what it has.
        await live.WaitForCheckpointsAsync();

        // A checkpoint that the cut falls into would leave its guest standing.
        await live.TakeCheckpointAsync((OneDiskPair)live.Controller.Pair with { CheckpointDelay = LivePair.NoMoreCheckpoints });
        networks.Cut();

        Assert.True(await isolated.RunsAsync());
        bool? wasStopped = null;
        proxy.BeforeLine = line =>
        {
            if (!QmpProxy.IsQuery(line)) wasStopped ??= HasExited(isolated);
            return Task.CompletedTask;
        };
        await live.FailoverAsync(ColoSide.Secondary);

        Assert.True(wasStopped);
        await AssertGoesOnAsync(live.Primary, confirmed);
    }

    [LiveFact("ip")]
    public async Task An_isolated_secondary_is_stopped_before_the_primary_goes_on()
    {
        using TwoNetworks networks = new();
        await using Lab lab = new();
        (LivePair live, QmpProxy proxy) = await StartAsync(lab, networks, proxyTo: ColoSide.Primary);
        LiveHost isolated = live.Secondary;
        await live.Primary.WriteAsync("hda", 0xAA, "4M 1M");
        uint confirmed = await ReachConfirmedAsync(live.Primary, 5);
        IAsyncEnumerable<ColoEvent> watch = live.Controller.WatchAsync(new CancellationTokenSource(Patience.Long).Token);

        networks.Cut();

        // The primary waits for its secondary, and has no word for that.
        Assert.True(await watch.AnyAsync(item => item is ColoCheckpointsMissing { Side: ColoSide.Primary } or ColoHostUnresponsive { Side: ColoSide.Primary }));
        Assert.False(HasExited(isolated));
        bool? wasStopped = null;
        proxy.BeforeLine = line =>
        {
            if (!QmpProxy.IsQuery(line)) wasStopped ??= HasExited(isolated);
            return Task.CompletedTask;
        };
        await live.FailoverAsync(ColoSide.Primary);

        Assert.True(wasStopped);
        await AssertGoesOnAsync(live.Primary, confirmed);
    }

    private static async Task<(LivePair Live, QmpProxy Proxy)> StartAsync(Lab lab, TwoNetworks networks, ColoSide proxyTo)
    {
        OneDiskPair pair = await Pairs.OneDiskAsync(lab) with { NbdHost = TwoNetworks.SecondAddress, MigrationHost = TwoNetworks.SecondAddress };
        LiveHost primary = await lab.StartPrimaryAsync(pair.Primary, networkNamespace: networks.First);
        LiveHost secondary = await lab.StartSecondaryAsync(pair.Secondary, networkNamespace: networks.Second);
        QmpProxy proxy = lab.Own(new QmpProxy(lab, proxyTo == ColoSide.Primary ? primary : secondary));
        ColoController controller = new(
            pair,
            await primary.ConnectAsync(proxyTo == ColoSide.Primary ? proxy.Path : null),
            await secondary.ConnectAsync(proxyTo == ColoSide.Secondary ? proxy.Path : null),
            LivePair.Options with { CommandTimeout = Patience.Short });
        LivePair live = LivePair.Of(lab, primary, secondary, controller);
        await live.EnterColoAsync();
        return (live, proxy);
    }

    private static async Task<uint> ReachConfirmedAsync(LiveHost host, uint count)
    {
        await Counter.ReachAsync(host, count + 1);
        return await host.CountConfirmedAsync();
    }

    private static bool HasExited(LiveHost host)
    {
        try
        {
            using Process process = Process.GetProcessById(host.Qemu.ProcessId);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static async Task AssertGoesOnAsync(LiveHost survivor, uint confirmed)
    {
        Assert.True(confirmed > 0);
        Assert.True(await survivor.RunsAsync());
        Assert.InRange(await survivor.CountOnDiskAsync(), confirmed, uint.MaxValue);
        await Counter.ReachAsync(survivor, await survivor.CountInMemoryAsync() + 1);
        Assert.True(await survivor.HasAsync("hda", 0xAA, "4M 1M"));
        Assert.False(await survivor.HasAsync("hda", 0xAB, "4M 1M"));
    }
}
