namespace ColoGen.Control.Qmp;

/// <summary>How to talk to QEMU.</summary>
public sealed record QmpClientOptions
{
    /// <summary>How long connecting may take, with the greeting and <c>qmp_capabilities</c>.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a command may take for which no other time is given; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</summary>
    public TimeSpan CommandTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most bytes that one message of QEMU may have.</summary>
    public int MaxMessageBytes { get; init; } = 64 << 20;

    /// <summary>
    /// Whether to enable the capability <c>oob</c> where QEMU offers it: commands such as <c>yank</c> are then executed even while QEMU's
    /// main loop waits for a host that is gone.
    /// </summary>
    public bool EnableOutOfBand { get; init; } = true;
}
