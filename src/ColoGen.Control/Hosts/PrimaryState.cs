using System.Collections.Immutable;

namespace ColoGen.Control.Hosts;

/// <summary>What a host that runs the guest, or is to run it, answers about itself.</summary>
/// <param name="Role">The role in which it was started.</param>
/// <param name="Colo">Its COLO mode.</param>
/// <param name="Guest">Its guest.</param>
/// <param name="Migration">Its migration.</param>
/// <param name="Graph">Its block graph.</param>
/// <param name="Nodes">The nodes of replicas and mirrors that it has.</param>
/// <param name="Jobs">The mirror jobs that it has.</param>
/// <param name="Token">Its token; null if it has none.</param>
internal sealed record PrimaryState(
    ColoInitialRole Role,
    ColoStatus Colo,
    GuestStatus Guest,
    MigrationStatus Migration,
    LiveBlockGraph Graph,
    ImmutableArray<string> Nodes,
    ImmutableArray<string> Jobs,
    PairToken? Token)
{
    /// <summary>Whether it is the primary in COLO. It may have entered COLO between two of the queries.</summary>
    public bool IsInColo => Colo.Is(ColoSide.Primary) || Migration.IsColo;

    /// <summary>Whether it has something of a start or a resync.</summary>
    public bool IsInUse => Nodes.Length > 0 || Jobs.Length > 0 || Migration.IsInProgress;

    /// <summary>What it has of a start or a resync, for messages.</summary>
    public string Use => string.Join("; ", new[]
    {
        Nodes.Length > 0 ? $"the nodes {string.Join(", ", Nodes)}" : null,
        Jobs.Length > 0 ? $"the jobs {string.Join(", ", Jobs)}" : null,
        Migration.IsInProgress ? $"a migration that is {Migration.Status}" : null,
        Token is not null ? $"the object {QemuNames.TokenObject.Id}" : null,
    }.OfType<string>());

    /// <summary>Sends queries only.</summary>
    /// <param name="host">The host.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="expected">The role in which the host was started, if its block graph does not show it.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    /// <exception cref="HostCommandException">A query failed.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public static async Task<PrimaryState> QueryAsync(
        ColoHost host, PairCommands pair, ColoInitialRole expected, CancellationToken cancellationToken)
    {
        ColoStatus colo = await host.QueryColoAsync(cancellationToken).ConfigureAwait(false);
        GuestStatus guest = await host.QueryGuestAsync(cancellationToken).ConfigureAwait(false);
        MigrationStatus migration = await host.QueryMigrationAsync(cancellationToken).ConfigureAwait(false);
        LiveBlockGraph graph = await host.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false);
        BlockJob[] jobs = await host.QueryJobsAsync(pair.Disks.Select(disk => disk.MirrorJob).ToHashSet(), cancellationToken).ConfigureAwait(false);
        ColoInitialRole role = FindRole(graph, pair, expected);
        return new(
            role,
            colo,
            guest,
            migration,
            graph,
            [.. graph.Present([.. pair.ReplicaNodes(role), .. pair.AddedNodes(ColoCommands.Mirror)]).Order(StringComparer.Ordinal)],
            [.. jobs.Select(job => job.Id).Order(StringComparer.Ordinal)],
            await host.QueryTokenAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Checks that it has nothing of a start or a resync, except for its token.</summary>
    /// <returns>The failure; null if there is none.</returns>
    public Failure? FindUseFailure() => IsInUse
        ? new(
            ColoSide.Primary,
            $"a start or a resync goes on, or was broken off: it has {Use}.",
            "A new controller finds with AdoptAsync where the pair is. RecoverGuestAsync ends what was broken off.")
        : null;

    /// <summary>A host that was started as the secondary has a replication node in secondary mode, also after it took over.</summary>
    private static ColoInitialRole FindRole(LiveBlockGraph graph, PairCommands pair, ColoInitialRole expected)
    {
        if (pair.Disks.Length == 0) return expected;
        string?[] modes = [.. pair.Disks.Select(disk => graph.Find(disk.SecondaryReplica)?.Option(QemuNames.NodeOptions.Mode))];
        if (Array.TrueForAll(modes, mode => mode == QemuNames.ReplicationModes.Secondary)) return ColoInitialRole.Secondary;
        bool isReplication = pair.Disks.All(disk => graph.Find(disk.SecondaryReplica)?.Driver == QemuNames.Drivers.Replication);
        return isReplication && Array.TrueForAll(modes, mode => mode is null) ? expected : ColoInitialRole.Primary;
    }
}
