namespace ColoGen.Control;

/// <summary>An event that <see cref="ColoController.WatchAsync"/> reports.</summary>
/// <param name="Side">The host.</param>
/// <param name="Time">The time: the timestamp of QEMU's event, or else the controller's clock.</param>
public abstract record ColoEvent(ColoSide Side, DateTimeOffset Time);

/// <summary>A checkpoint: QEMU's events <c>STOP</c> and then <c>RESUME</c>.</summary>
/// <param name="Side">The host.</param>
/// <param name="Time">The time of <c>RESUME</c>.</param>
/// <param name="Number">The number of the checkpoint on this host within the watch, from 1.</param>
/// <param name="Pause">The time from <c>STOP</c> to <c>RESUME</c>, in which the guest was stopped.</param>
public sealed record ColoCheckpoint(ColoSide Side, DateTimeOffset Time, long Number, TimeSpan Pause) : ColoEvent(Side, Time);

/// <summary>The host left COLO, or waits for <c>x-colo-lost-heartbeat</c> because it lost the other host: QEMU's event <c>COLO_EXIT</c>.</summary>
/// <param name="Side">The host.</param>
/// <param name="Time">The time of the event.</param>
/// <param name="Reason">The <c>reason</c>: <c>error</c> if the other host was lost, <c>request</c> after a failover.</param>
public sealed record ColoExited(ColoSide Side, DateTimeOffset Time, string Reason) : ColoEvent(Side, Time);

/// <summary>
/// A child of a quorum failed, and the guest got no error: QEMU's event <c>QUORUM_REPORT_BAD</c>. QEMU sends at most one a second, and so may send it
/// a second late.
/// </summary>
/// <param name="Side">The host.</param>
/// <param name="Time">The time of the event.</param>
/// <param name="Disk">The dev of the disk, such as <c>vda</c>; null if the node is not one of the pair.</param>
/// <param name="Node">The <c>node-name</c> of the child that failed.</param>
/// <param name="Operation">The <c>type</c>: <c>read</c>, <c>write</c> or <c>flush</c>.</param>
/// <param name="Error">The <c>error</c>; null if there is none.</param>
public sealed record ColoReplicaFailed(ColoSide Side, DateTimeOffset Time, string? Disk, string Node, string Operation, string? Error)
    : ColoEvent(Side, Time);

/// <summary>
/// The primary has taken no checkpoint for its <c>x-checkpoint-delay</c> and <see cref="ColoOptions.UnresponsiveTimeout"/> together. It waits for a
/// secondary that it can't reach, and so does its guest. QEMU sends no event for that.
/// </summary>
/// <param name="Side">The primary.</param>
/// <param name="Time">The time of the report.</param>
/// <param name="SinceLastCheckpoint">The time since the last checkpoint, or since the watch began.</param>
public sealed record ColoCheckpointsMissing(ColoSide Side, DateTimeOffset Time, TimeSpan SinceLastCheckpoint) : ColoEvent(Side, Time);

/// <summary>
/// A host has not answered <c>query-status</c> for <see cref="ColoOptions.UnresponsiveTimeout"/>, and its connection is open: QEMU hangs, or waits for a
/// host that it can't reach.
/// </summary>
/// <param name="Side">The host.</param>
/// <param name="Time">The time of the report.</param>
/// <param name="Duration">The time since the query.</param>
public sealed record ColoHostUnresponsive(ColoSide Side, DateTimeOffset Time, TimeSpan Duration) : ColoEvent(Side, Time);

/// <summary>The connection to a host is lost: its QEMU has ended, or can't be reached. It is the last event of that host.</summary>
/// <param name="Side">The host.</param>
/// <param name="Time">The time of the report.</param>
/// <param name="Reason">What happened to the connection.</param>
public sealed record ColoConnectionLost(ColoSide Side, DateTimeOffset Time, string Reason) : ColoEvent(Side, Time);
