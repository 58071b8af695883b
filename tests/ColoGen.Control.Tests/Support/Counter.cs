using System.Diagnostics;

namespace ColoGen.Control.Tests;

/// <summary>The guest's counter.</summary>
internal static class Counter
{
    /// <summary>Waits until the guest has counted so far, and gives back how far it is.</summary>
    public static async Task<uint> ReachAsync(LiveHost host, uint count)
    {
        long began = Stopwatch.GetTimestamp();
        uint now;
        while ((now = await host.CountInMemoryAsync()) < count)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience.Long, $"The guest stands still at {now}, before {count}.");
            await Task.Delay(20);
        }

        return now;
    }
}
