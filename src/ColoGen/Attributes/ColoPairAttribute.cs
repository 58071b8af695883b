namespace ColoGen;

/// <summary>
/// A record that holds the two hosts of a COLO pair: a property <c>Primary</c> and a property <c>Secondary</c>, each a record with
/// <see cref="TopologyAttribute"/>. The record must be <c>partial</c>: the commands of <see cref="ColoCommands"/> are generated on it.
/// </summary>
/// <remarks>
/// <para>A disk of the pair is the guest's disk with one dev on both hosts: on the primary a <see cref="QuorumAttribute">quorum</see> whose
/// last edge is an optional <see cref="ReplicationMode.Primary"/> replica over <see cref="NbdSourceAttribute">NBD</see>, on the secondary a quorum
/// over a <see cref="ReplicationMode.Secondary"/> replica, whose hidden disk stands on a host disk with
/// <see cref="NbdExportAttribute"/>. The primary's host starts without the replica (the property is null); the pair attaches it.</para>
/// <para>Every setting can instead be a property of the pair of the same name, for a value known at run time.</para>
/// </remarks>
/// <example><code>
/// [ColoPair(Qemu = QemuVersion.Qemu7To10, NbdPort = 10809, MigrationPort = 9998)]
/// public sealed partial record ShopPair(PrimaryHost Primary, SecondaryHost Secondary, string NbdHost, string MigrationHost);
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ColoPairAttribute : Attribute
{
    /// <summary>The QEMU that both hosts run: COLO's migration capabilities differ. Required.</summary>
    public QemuVersion Qemu { get; set; }

    /// <summary>Name or address under which the primary reaches the secondary's NBD server, and on which that listens: <c>host</c> of <c>nbd-server-start</c> and of the primary's <c>nbd</c> node. An IPv6 address without brackets. Required.</summary>
    public string? NbdHost { get; set; }

    /// <summary>TCP port of the secondary's NBD server, 1 to 65535: <c>port</c> of <c>nbd-server-start</c> and of the primary's <c>nbd</c> node. Required.</summary>
    public int NbdPort { get; set; }

    /// <summary>Name or address on which the secondary takes the migration: the host in the <c>uri</c> of <c>migrate-incoming</c> and <c>migrate</c>. An IPv6 address in brackets. Required.</summary>
    public string? MigrationHost { get; set; }

    /// <summary>TCP port on which the secondary takes the migration, 1 to 65535: the port in the <c>uri</c> of <c>migrate-incoming</c> and <c>migrate</c>. Required.</summary>
    public int MigrationPort { get; set; }

    /// <summary>
    /// Milliseconds between two checkpoints, 0 to 4,294,967,295: QEMU's migration parameter <c>x-checkpoint-delay</c>. Left out, QEMU waits 20,000.
    /// What the primary's guest says to the disk after a checkpoint is what a failover falls back behind, but for what it has flushed.
    /// </summary>
    public long CheckpointDelay { get; set; }
}
