namespace ColoGen;

/// <summary>
/// Declares a COLO pair: a record with a property <c>Primary</c> and a property <c>Secondary</c>, each a record with <see cref="TopologyAttribute"/>.
/// The record must be <c>partial</c>: the implementation of <see cref="IColoPair"/> is generated into it.
/// </summary>
/// <remarks>
/// <para>A disk of the guest that has the same dev on both hosts is replicated. On the primary, its tree is a <see cref="QuorumAttribute">quorum</see>
/// whose last child is a nullable <see cref="ReplicationMode.Primary"/> replica over <see cref="NbdSourceAttribute">NBD</see>. On the secondary, its tree
/// is a quorum over a <see cref="ReplicationMode.Secondary"/> replica, whose hidden disk has a host disk with <see cref="NbdExportAttribute"/> as its
/// backing layer. The replica's property is null in the primary's topology: the primary starts without the replica, and the pair's commands attach it.</para>
/// <para>A setting that is known at run time is a property of the pair with the setting's name instead.</para>
/// <para>The pair has no network proxy (QEMU's <c>colo-compare</c> and <c>filter-*</c>). A failover to the secondary therefore loses everything that the
/// primary's guest did after the last checkpoint, in memory and on disk: flushed writes and replies that clients have already received included.</para>
/// </remarks>
/// <example><code>
/// [ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = 10809, MigrationPort = 9998)]
/// public sealed partial record ShopPair(PrimaryHost Primary, SecondaryHost Secondary, string NbdHost, string MigrationHost);
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ColoPairAttribute : Attribute
{
    /// <summary>Declares a COLO pair.</summary>
    public ColoPairAttribute()
    {
    }

    /// <summary>The QEMU version that both hosts run. It determines the migration capabilities. Required.</summary>
    public QemuVersion Qemu { get; set; }

    /// <summary>
    /// Host name or IP address of the secondary's NBD server. The server listens on it, and the primary connects to it. An IPv6 address is given without
    /// brackets. Required. QEMU: <c>host</c> of <c>nbd-server-start</c> and of the primary's <c>nbd</c> node (QAPI <c>InetSocketAddress.host</c>).
    /// </summary>
    public string? NbdHost { get; set; }

    /// <summary>
    /// TCP port of the secondary's NBD server, 1 to 65,535. Required. QEMU: <c>port</c> of <c>nbd-server-start</c> and of the primary's <c>nbd</c> node
    /// (QAPI <c>InetSocketAddress.port</c>).
    /// </summary>
    public int NbdPort { get; set; }

    /// <summary>
    /// Host name or IP address on which the secondary accepts the migration. An IPv6 address is given in brackets. Required. QEMU: the host in the
    /// <c>uri</c> of <c>migrate-incoming</c> and <c>migrate</c>.
    /// </summary>
    public string? MigrationHost { get; set; }

    /// <summary>
    /// TCP port on which the secondary accepts the migration, 1 to 65,535. Required. QEMU: the port in the <c>uri</c> of <c>migrate-incoming</c> and
    /// <c>migrate</c>.
    /// </summary>
    public int MigrationPort { get; set; }

    /// <summary>
    /// The interval between checkpoints in milliseconds, 0 to 4,294,967,295. Default: QEMU's own default, 20,000. QEMU: the migration parameter
    /// <c>x-checkpoint-delay</c> (QAPI <c>MigrationParameters</c>).
    /// </summary>
    /// <remarks>
    /// A failover to the secondary loses everything that the primary's guest did after the last checkpoint, in memory and on disk, flushed writes
    /// included. A shorter interval loses less; each checkpoint pauses the guest.
    /// </remarks>
    public long CheckpointDelay { get; set; }
}
