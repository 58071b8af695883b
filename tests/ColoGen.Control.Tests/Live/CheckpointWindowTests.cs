namespace ColoGen.Control.Tests.Live;

/// <summary>A failover to the secondary discards what the primary did after the last checkpoint, flushed or not.</summary>
public sealed class CheckpointWindowTests(Diagnostics diagnostics) : IClassFixture<Diagnostics>
{
    private const int Count = 40;

    /// <summary>
    /// Each write is flushed, and is what a client of the guest would cause and be told of: the secondary's guest, which runs by itself between
    /// checkpoints, has not seen it.
    /// </summary>
    [LiveTheory]
    [InlineData(ColoSide.Primary)]
    [InlineData(ColoSide.Secondary)]
    public async Task Flushed_writes_since_the_last_checkpoint_are_lost_on_the_secondary_alone(ColoSide survivor)
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab, checkpointDelay: LivePair.NoMoreCheckpoints);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        int half = Count / 2;
        await WriteAsync(pair.Primary, Enumerable.Range(0, half));
        await pair.TakeCheckpointAsync(declared);
        await pair.TakeCheckpointAsync(declared);
        await WriteAsync(pair.Primary, Enumerable.Range(half, half));

        await pair.FailoverAsync(survivor);

        int[] lost = [.. await FindLostAsync(pair.Primary)];
        diagnostics.Say($"{GuestQemu.OfThisMachine}: {lost.Length} of {Count} flushed writes were lost in a failover to the {survivor}");
        Assert.Equal(survivor == ColoSide.Primary ? [] : Enumerable.Range(half, half), lost);
    }

    private static async Task WriteAsync(LiveHost host, IEnumerable<int> numbers)
    {
        foreach (int number in numbers)
        {
            await host.WriteAsync("hda", Pattern(number), Range(number));
            await host.FlushAsync("hda");
        }
    }

    private static async Task<List<int>> FindLostAsync(LiveHost host)
    {
        List<int> lost = [];
        foreach (int number in Enumerable.Range(0, Count))
        {
            if (await host.HasAsync("hda", Pattern(number), Range(number))) continue;
            Assert.True(await host.HasAsync("hda", Lab.OldPattern, Range(number)));
            lost.Add(number);
        }

        return lost;
    }

    private static int Pattern(int number) => 0x80 + number;

    private static string Range(int number) => $"{(4 << 10) + (64 * number)}k 64k";
}
