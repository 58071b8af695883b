namespace ColoPair;

/// <summary>What the command line of the run says.</summary>
/// <param name="Accelerator">kvm or tcg to run a guest with it; none for the block layer alone; null for the first of them that works here.</param>
/// <param name="CheckpointDelay">Milliseconds between two checkpoints.</param>
internal sealed record RunOptions(string? Accelerator, int CheckpointDelay)
{
    public const string NoAccelerator = "none";
}
