namespace ColoGen.Control.Tests.Live;

/// <summary>A pair of real QEMUs enters COLO, and its disks are replicated.</summary>
public sealed class StartTests
{
    [LiveFact]
    public async Task A_pair_starts_and_a_checkpoint_releases_what_the_primary_wrote()
    {
        await using Lab lab = new();
        OneDiskPair declared = await Pairs.OneDiskAsync(lab, checkpointDelay: LivePair.NoMoreCheckpoints);
        LivePair pair = await LivePair.StartAsync(lab, declared);
        await pair.TakeCheckpointAsync(declared);
        await pair.Primary.WriteAsync("hda", 0xAA, "4M 1M");

        Assert.True(await pair.Secondary.HasAsync("hda", Lab.OldPattern, "4M 1M"));
        Assert.True(await pair.Secondary.HasAsync("parent0-0", 0xAA, "4M 1M"));
        Assert.True(await pair.Primary.HasAsync("hda", 0xAA, "4M 1M"));
        Assert.False(await pair.Primary.HasAsync("hda", 0xAB, "4M 1M"));

        await pair.TakeCheckpointAsync(declared);

        Assert.True(await pair.Secondary.HasAsync("hda", 0xAA, "4M 1M"));
        Assert.Equal(ColoPhase.Running, pair.Controller.Phase);
        Assert.Equal(("primary", "secondary"), (await pair.Primary.ModeAsync(), await pair.Secondary.ModeAsync()));
    }
}
