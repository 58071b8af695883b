namespace ColoGen;

/// <summary>
/// The lists of QMP commands for the operations of a COLO pair. Each list is for one host. The commands of a list are sent in order, each after the reply
/// to the one before. Some lists end with a condition to wait for. <c>ColoGen.Control</c> sends the lists and waits for the conditions.
/// </summary>
/// <remarks>
/// The primary is the host that was started as the pair's <c>Primary</c>, and the secondary the host that was started as its <c>Secondary</c>. A survivor
/// is a former secondary: it took over after its primary failed, and is now the primary of a new secondary. Its topology is the pair's <c>Secondary</c>,
/// therefore the nodes of its replicas have other names.
/// </remarks>
public enum ColoCommands
{
    /// <summary>
    /// To the secondary, which was started with <c>-incoming defer</c>: <c>migrate-set-capabilities</c>, <c>nbd-server-start</c>, a <c>block-export-add</c>
    /// for each disk, <c>migrate-incoming</c>. With TLS, <c>object-add</c> of the server's <c>tls-creds-x509</c> before <c>nbd-server-start</c>.
    /// </summary>
    SecondaryPrepare,

    /// <summary>
    /// To the secondary, after <see cref="SecondaryPrepare"/> and before COLO starts. Removes the exports and the NBD server: <c>block-export-del</c> for each
    /// disk, <c>nbd-server-stop</c>; with TLS, <c>object-del</c>. The secondary continues to wait for the migration.
    /// </summary>
    SecondaryRelease,

    /// <summary>
    /// To the secondary, if the primary is known to be dead. Takes over: <c>nbd-server-stop</c>, <c>x-colo-lost-heartbeat</c>. The failover is complete when
    /// <c>query-colo-status</c> reports the mode <c>none</c>.
    /// </summary>
    SecondaryFailover,

    /// <summary>
    /// To the primary, after <see cref="SecondaryPrepare"/>. Attaches the replicas: for each disk, <c>blockdev-add</c> of the replica's nodes and
    /// <c>x-blockdev-change</c>. The guest must be stopped until COLO runs: what it writes in between is lost on the secondary.
    /// </summary>
    PrimaryAttach,

    /// <summary>
    /// To the primary. Detaches the replicas, the inverse of <see cref="PrimaryAttach"/>: for each disk, <c>x-blockdev-change</c> and <c>blockdev-del</c>.
    /// </summary>
    PrimaryDetach,

    /// <summary>
    /// To the primary, if the secondary is known to be dead. Continues alone: <c>yank</c> of the NBD connections to the secondary, the commands of
    /// <see cref="PrimaryDetach"/>, <c>x-colo-lost-heartbeat</c>. Without <c>yank</c>, a connection that does not respond blocks QEMU and the guest.
    /// </summary>
    PrimaryFailover,

    /// <summary>To a survivor: as <see cref="PrimaryAttach"/>.</summary>
    SurvivorAttach,

    /// <summary>To a survivor: as <see cref="PrimaryDetach"/>.</summary>
    SurvivorDetach,

    /// <summary>To a survivor, if its new secondary is known to be dead: as <see cref="PrimaryFailover"/>.</summary>
    SurvivorFailover,

    /// <summary>
    /// To a primary or survivor whose replicas are attached. Starts COLO: <c>migrate-set-capabilities</c>, <c>migrate-set-parameters</c> if the pair has a
    /// <see cref="ColoPairAttribute.CheckpointDelay"/>, <c>migrate</c>. COLO runs when <c>query-colo-status</c> reports the mode <c>primary</c> and
    /// <c>query-status</c> reports <c>running</c>. COLO itself resumes the guest: send no <c>cont</c>.
    /// </summary>
    Start,

    /// <summary>
    /// To a primary or survivor. Sets the checkpoint interval: <c>migrate-set-parameters</c> with <see cref="ColoPairAttribute.CheckpointDelay"/>. The list is
    /// empty if the pair has none.
    /// </summary>
    CheckpointDelay,

    /// <summary>
    /// To a primary or survivor without replicas, after <see cref="SecondaryPrepare"/> on a new secondary. Copies the disks while the guest runs: for each
    /// disk, <c>blockdev-add</c> of the new secondary's export and <c>blockdev-mirror</c> to it. Then wait until every job is ready
    /// (<c>BLOCK_JOB_READY</c>).
    /// </summary>
    Mirror,

    /// <summary>
    /// To a primary or survivor whose mirror jobs are ready. Stops the guest and ends the jobs with equal disks on both sides: <c>stop</c>, and
    /// <c>block-job-cancel</c> for each disk. Then wait until every job has ended (<c>BLOCK_JOB_COMPLETED</c>).
    /// </summary>
    MirrorFinish,

    /// <summary>
    /// To a primary or survivor with mirror jobs. Aborts them: <c>block-job-cancel</c> with <c>force</c> for each disk, and <c>yank</c> of their NBD
    /// connections, so that no job waits for the secondary. Then wait until every job has ended (<c>BLOCK_JOB_CANCELLED</c>).
    /// </summary>
    MirrorCancel,

    /// <summary>
    /// To a primary or survivor whose mirror jobs have ended. Removes the nodes of <see cref="Mirror"/>: <c>blockdev-del</c>.
    /// </summary>
    MirrorDetach,
}
