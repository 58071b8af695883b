namespace ColoGen;

/// <summary>
/// The lists of QMP commands that walk a pair through its life. Each is for one host, in order, one command a line; between two lists
/// there may be something to wait for, which the member says. <c>ColoGen.Control</c> sends them, and waits.
/// </summary>
/// <remarks>
/// The primary is the host of the pair's <c>Primary</c>. A survivor is a former secondary that took over from a dead primary, and is
/// now the primary of a new secondary: what it was declared to be is in <c>Secondary</c>, and its replicas have names of their own.
/// </remarks>
public enum ColoCommands
{
    /// <summary>
    /// To the secondary, which was started with <c>-incoming defer</c>: <c>migrate-set-capabilities</c>, <c>nbd-server-start</c>, a <c>block-export-add</c> for each
    /// disk, <c>migrate-incoming</c>.
    /// </summary>
    SecondaryPrepare,

    /// <summary>To the secondary, before it was started: takes the exports back, <c>block-export-del</c> and <c>nbd-server-stop</c>. It goes on waiting for the migration.</summary>
    SecondaryRelease,

    /// <summary>To the secondary whose primary is dead, which must be made sure of first: <c>nbd-server-stop</c>, <c>x-colo-lost-heartbeat</c>. It is on its own when <c>query-colo-status</c> says <c>none</c>.</summary>
    SecondaryFailover,

    /// <summary>To the primary, when the secondary is prepared: for each disk, <c>blockdev-add</c> of the replica's nodes and <c>x-blockdev-change</c>. From here on until COLO runs, what the guest writes would be lost on the secondary: it must be stopped.</summary>
    PrimaryAttach,

    /// <summary>To the primary: the inverse of <see cref="PrimaryAttach"/>, <c>x-blockdev-change</c> and <c>blockdev-del</c>.</summary>
    PrimaryDetach,

    /// <summary>To the primary whose secondary is dead, which must be made sure of first: <c>yank</c> of the connections to it, which may hang, then <see cref="PrimaryDetach"/> and <c>x-colo-lost-heartbeat</c>.</summary>
    PrimaryFailover,

    /// <summary>To a survivor: as <see cref="PrimaryAttach"/>.</summary>
    SurvivorAttach,

    /// <summary>To a survivor: as <see cref="PrimaryDetach"/>.</summary>
    SurvivorDetach,

    /// <summary>To a survivor whose new secondary is dead: as <see cref="PrimaryFailover"/>.</summary>
    SurvivorFailover,

    /// <summary>To a primary or survivor whose replicas are attached: <c>migrate-set-capabilities</c>, <c>migrate-set-parameters</c>, <c>migrate</c>. COLO runs, and the guest with it, when <c>query-colo-status</c> says <c>primary</c> and <c>query-status</c> says <c>running</c>; no <c>cont</c>.</summary>
    Start,

    /// <summary>To a primary or survivor: <c>migrate-set-parameters</c> with the pair's <see cref="ColoPairAttribute.CheckpointDelay"/>; nothing where the pair has none.</summary>
    CheckpointDelay,

    /// <summary>To a primary or survivor without a replica, when a new secondary is prepared: for each disk, <c>blockdev-add</c> of the new secondary's export and <c>blockdev-mirror</c> to it. Then wait until every job is ready (<c>BLOCK_JOB_READY</c>).</summary>
    Mirror,

    /// <summary>To a primary or survivor whose mirrors are ready: <c>stop</c>, and <c>block-job-cancel</c> for each disk, which ends a ready mirror with both sides equal. Then wait until every job is gone (<c>BLOCK_JOB_COMPLETED</c>).</summary>
    MirrorFinish,

    /// <summary>To a primary or survivor whose mirrors are to be given up: <c>block-job-cancel</c> with <c>force</c> for each disk, and <c>yank</c> of the connections, for which a job would wait. Then wait until every job is gone (<c>BLOCK_JOB_CANCELLED</c>).</summary>
    MirrorCancel,

    /// <summary>To a primary or survivor whose mirrors are gone: <c>blockdev-del</c> of what <see cref="Mirror"/> added.</summary>
    MirrorDetach,
}
