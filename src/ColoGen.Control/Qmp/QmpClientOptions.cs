namespace ColoGen.Control.Qmp;

/// <summary>Timeouts and limits of a <see cref="QmpClient"/>.</summary>
public sealed record QmpClientOptions
{
    /// <summary>The timeout for connecting; and for greeting and <c>qmp_capabilities</c> together. Default: 10 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or longer than 49 days.</exception>
    public TimeSpan ConnectTimeout
    {
        get;
        init => field = Timeouts.Require(value);
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The timeout for commands without a timeout of their own; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default: 30 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or longer than 49 days.</exception>
    public TimeSpan CommandTimeout
    {
        get;
        init => field = Timeouts.Require(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The maximum size of one message from QEMU, in bytes. A larger one closes the connection. At least 4,096. Default: 64 MiB.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 4,096.</exception>
    public int MaxMessageBytes
    {
        get;
        init => field = QmpMessageReader.RequireMaximum(value);
    } = 64 << 20;

    /// <summary>
    /// Whether to enable the capability <c>oob</c> if QEMU offers it. Commands such as <c>yank</c> are then executed even if QEMU's main loop waits
    /// for another host. Default: true.
    /// </summary>
    public bool EnableOutOfBand { get; init; } = true;

    /// <summary>The clock of all timeouts. Default: <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
