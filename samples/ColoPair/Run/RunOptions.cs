namespace ColoPair;

/// <summary>What the command line of the run says.</summary>
/// <param name="HasGuest">Whether to run a guest, which needs KVM; null for where there is KVM.</param>
/// <param name="CheckpointDelay">Milliseconds between two checkpoints.</param>
internal sealed record RunOptions(bool? HasGuest, int CheckpointDelay);
