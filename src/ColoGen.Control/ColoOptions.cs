namespace ColoGen.Control;

/// <summary>How long a controller waits for what.</summary>
public sealed record ColoOptions
{
    /// <summary>For the reply to one command. QEMU answers some only when it has a connection to the other host.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For COLO to run on both hosts after <c>migrate</c>: the guest's memory goes over the network first.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Without any progress of a start or a mirror, until it is given up.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For a mirror to have copied everything.</summary>
    public TimeSpan MirrorTimeout { get; init; } = TimeSpan.FromHours(12);

    /// <summary>For the fencing callback.</summary>
    public TimeSpan FencingTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// For an answer from a host that nothing depends on any more: a fenced side that may be alive all the same, or a new secondary that failed. A
    /// fenced side that hangs costs a failover this time.
    /// </summary>
    public TimeSpan FencedSideTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For the survivor's guest to run by itself after a failover.</summary>
    public TimeSpan FailoverTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For setting the guest free after a step that failed; each of its parts may take this long.</summary>
    public TimeSpan RecoveryTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Without an answer from a host, until a watch reports it.</summary>
    public TimeSpan UnresponsiveTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Between two questions to QEMU while something is waited for.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(5);
}
