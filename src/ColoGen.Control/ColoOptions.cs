namespace ColoGen.Control;

/// <summary>Timeouts and clock of a <see cref="ColoController"/>. Each time is greater than zero and at most 49 days.</summary>
public sealed record ColoOptions
{
    /// <summary>
    /// The timeout for the reply to one command; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. QEMU answers some only after it has connected to
    /// the other host. Default: 15 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan CommandTimeout
    {
        get;
        init => field = value == Timeout.InfiniteTimeSpan ? value : Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The timeout from <c>migrate</c> until COLO runs on both hosts, in which the guest's memory is sent over the network. Default: 30 minutes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan StartTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromMinutes(30);

    /// <summary>The longest time without progress of a start or a copy. After it the operation fails. Default: 15 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan StallTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(15);

    /// <summary>The timeout for copying all disks to a new secondary. Default: 12 hours.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan MirrorTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromHours(12);

    /// <summary>
    /// The timeout for the fencing callback, also for one that blocks or ignores its token; <see cref="Timeout.InfiniteTimeSpan"/> for no limit. Default:
    /// 1 minute.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan FencingTimeout
    {
        get;
        init => field = value == Timeout.InfiniteTimeSpan ? value : Timeouts.RequireFinite(value);
    } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The timeout for a command to a host whose answer is not needed: a fenced host, or a new secondary that failed. A fenced host that hangs delays
    /// a failover by this time. Default: 1 second.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan FencedSideTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>The timeout from the failover commands until the survivor's guest runs outside of COLO. Default: 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan FailoverTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(30);

    /// <summary>The timeout for each part of the recovery after a failed operation. Default: 15 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan RecoveryTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(15);

    /// <summary>The longest time without an answer from a host, or without a checkpoint, after which a watch reports it. Default: 5 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan UnresponsiveTimeout
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The longest time between two queries while the controller waits for a change. It waits for QEMU's events; the queries are for events that were
    /// lost. Default: 1 second.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not greater than zero, or longer than 49 days.</exception>
    public TimeSpan PollInterval
    {
        get;
        init => field = Timeouts.RequireFinite(value);
    } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The clock of all waits and timeouts, except those of single commands, which are of <see cref="QmpClientOptions.TimeProvider"/>. Default:
    /// <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
