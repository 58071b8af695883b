using ColoGen.TestInfrastructure.Declarations;

namespace ColoGen.Control.Tests.Live;

/// <summary>What COLO0606's page says of a process that dies.</summary>
public sealed partial class UnsafeCacheTests
{
    [LiveFact]
    public async Task A_process_that_dies_keeps_what_was_flushed_and_may_lose_the_rest()
    {
        await using Lab lab = new();
        UnsafeHost host = new(new(await lab.EmptyImageAsync("qcow2", Lab.RootSize)));
        LiveHost first = await lab.StartAsync(host.GetBlockdevArguments(), isPaused: true);
        await first.WriteAsync("parent0-0", 0xAA, "1M 1M");
        await first.FlushAsync("parent0-0");
        await first.WriteAsync("parent0-0", 0xBB, "8M 1M");

        await first.Qemu.KillAsync();

        LiveHost second = await lab.StartAsync(host.GetBlockdevArguments(), isPaused: true);
        Assert.True(await second.HasAsync("parent0-0", 0xAA, "1M 1M"));
        Assert.False(await second.HasAsync("parent0-0", 0xBB, "8M 1M"));
    }

#pragma warning disable COLO0606 // It is what is tested.
    [Topology]
    public sealed partial record UnsafeHost([HostDisk("parent0", Cache = DiskCache.Unsafe), NbdExport(Writable = true)] Qcow2Image Parent);
#pragma warning restore COLO0606
}
