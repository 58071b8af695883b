namespace ColoGen.Control;

/// <summary>Something that a watch has seen.</summary>
/// <param name="Side">On which host.</param>
/// <param name="Time">When: by QEMU's clock for an event, by ours for the rest.</param>
public abstract record ColoEvent(ColoSide Side, DateTimeOffset Time);

/// <summary>A checkpoint: a pair of the events <c>STOP</c> and <c>RESUME</c>.</summary>
/// <param name="Side">On which host.</param>
/// <param name="Time">When the guest ran again.</param>
/// <param name="Number">Counts the checkpoints that the watch saw on this host, from 1.</param>
/// <param name="Pause">How long the guest stood still.</param>
public sealed record ColoCheckpoint(ColoSide Side, DateTimeOffset Time, long Number, TimeSpan Pause) : ColoEvent(Side, Time);

/// <summary>The event <c>COLO_EXIT</c>: this host has left COLO, or waits to be told that the other is dead.</summary>
/// <param name="Side">On which host.</param>
/// <param name="Time">When.</param>
/// <param name="Reason">QEMU's <c>reason</c>: <c>error</c> for a lost peer, <c>request</c> after a failover.</param>
public sealed record ColoExited(ColoSide Side, DateTimeOffset Time, string Reason) : ColoEvent(Side, Time);

/// <summary>The event <c>QUORUM_REPORT_BAD</c>: a child of a quorum failed, and the guest was not told. QEMU sends one a second at most, and so may send it a second late.</summary>
/// <param name="Side">On which host.</param>
/// <param name="Time">When.</param>
/// <param name="Disk">The dev of the disk; null where the node is none of the pair's.</param>
/// <param name="Node">QEMU's <c>node-name</c>: the child that failed.</param>
/// <param name="Operation">QEMU's <c>type</c>: <c>read</c>, <c>write</c> or <c>flush</c>.</param>
/// <param name="Error">QEMU's <c>error</c>; null where it gives none.</param>
public sealed record ColoReplicaFailed(ColoSide Side, DateTimeOffset Time, string? Disk, string Node, string Operation, string? Error) : ColoEvent(Side, Time);

/// <summary>
/// The primary has taken no checkpoint for longer than its <c>x-checkpoint-delay</c> and <see cref="ColoOptions.UnresponsiveTimeout"/>: it waits for a
/// secondary that can't be reached, and so does its guest. QEMU has no event for that.
/// </summary>
/// <param name="Side">The primary.</param>
/// <param name="Time">When it was noticed.</param>
/// <param name="SinceLastCheckpoint">The time since the last checkpoint.</param>
public sealed record ColoCheckpointsMissing(ColoSide Side, DateTimeOffset Time, TimeSpan SinceLastCheckpoint) : ColoEvent(Side, Time);

/// <summary>A host does not answer, though its connection is there: QEMU hangs, or waits for a host that is gone.</summary>
/// <param name="Side">Which host.</param>
/// <param name="Time">When it was noticed.</param>
/// <param name="Duration">How long it has not answered.</param>
public sealed record ColoHostUnresponsive(ColoSide Side, DateTimeOffset Time, TimeSpan Duration) : ColoEvent(Side, Time);

/// <summary>The connection to a host is lost: its QEMU is dead, or can't be reached.</summary>
/// <param name="Side">Which host.</param>
/// <param name="Time">When it was noticed.</param>
/// <param name="Reason">What became of the connection.</param>
public sealed record ColoConnectionLost(ColoSide Side, DateTimeOffset Time, string Reason) : ColoEvent(Side, Time);
