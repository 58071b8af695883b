namespace ColoGen.Control.Hosts;

/// <summary>What is wrong with a host, and how to fix it. <see cref="ColoException"/> shows it with the step in which it was found.</summary>
/// <param name="Side">The host; null if it concerns both.</param>
/// <param name="Cause">What is wrong: one or more sentences.</param>
/// <param name="Fix">What to do about it; null if that is unknown.</param>
/// <param name="Disk">The dev of the disk; null if it concerns no disk, or several.</param>
/// <param name="Command">The QMP command that failed; null if none did.</param>
internal sealed record Failure(ColoSide? Side, string Cause, string? Fix = null, string? Disk = null, string? Command = null);
