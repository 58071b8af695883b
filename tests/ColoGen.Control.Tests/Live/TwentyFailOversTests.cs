using Xunit.Abstractions;
using Xunit.Sdk;

namespace ColoGen.Control.Tests.Live;

/// <summary>One guest outlives twenty hosts.</summary>
public sealed class TwentyFailOversTests(Diagnostics diagnostics) : IClassFixture<Diagnostics>
{
    private const int Count = 20;

    [LiveFact]
    public async Task Twenty_failovers_in_a_row_on_alternating_sides_lose_nothing()
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab, checkpointDelay: 100);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        List<(ColoSide Survivor, double Milliseconds)> times = [];
        uint counted = 0;

        for (int round = 1; round <= Count; round++)
        {
            ColoSide survivor = round % 2 == 0 ? ColoSide.Primary : ColoSide.Secondary;
            await pair.Primary.WriteAsync("hda", round, $"{4 + (round % 4)}M 1M");

            // A secondary has only what the guest wrote before the last checkpoint. A primary has everything.
            if (survivor == ColoSide.Secondary) await pair.WaitForCheckpointsAsync();
            counted = await Counter.ReachAsync(pair.Primary, counted + 1);
            LiveHost victim = survivor == ColoSide.Primary ? pair.Secondary : pair.Primary;

            await victim.Qemu.KillAsync();
            ColoFailoverResult done = await pair.FailoverAsync(survivor);

            times.Add((survivor, done.Takeover.TotalMilliseconds));
            counted = await Counter.ReachAsync(pair.Primary, counted + 1);
            Assert.True(await pair.Primary.HasAsync("hda", round, $"{4 + (round % 4)}M 1M"), $"Round {round} lost its data.");
            Assert.False(await pair.Primary.HasAsync("hda", round + 1, $"{4 + (round % 4)}M 1M"));
            Assert.InRange(await pair.Primary.CountOnDiskAsync(), counted - 1, uint.MaxValue);

            if (round == Count) break;
            await victim.DisposeAsync();
            OneDiskPair next = await declared.WithNewSecondaryAsync(lab);
            await pair.ResyncAsync(next, next.Secondary);
        }

        foreach (ColoSide side in Enum.GetValues<ColoSide>())
        {
            double[] sorted = [.. times.Where(time => time.Survivor == side).Select(time => time.Milliseconds).Order()];
            diagnostics.Say(
                $"{GuestQemu.OfThisMachine}: {sorted.Length} failovers to the {side.ToString().ToLowerInvariant()}, ms: "
                + $"min {sorted[0]:F1}, median {sorted[sorted.Length / 2]:F1}, "
                + $"max {sorted[^1]:F1}; all {string.Join(" ", sorted.Select(time => $"{time:F1}"))}");
        }

        Assert.Equal(Count, times.Count);
    }
}

/// <summary>Text that <c>dotnet test</c> shows on the console also of tests that pass.</summary>
public sealed class Diagnostics(IMessageSink sink)
{
    public void Say(string text) => sink.OnMessage(new DiagnosticMessage(text));
}
