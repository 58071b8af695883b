namespace ColoGen.Control.Hosts;

/// <summary>What a secondary answers about itself.</summary>
/// <param name="Colo">Its COLO mode.</param>
/// <param name="Guest">Its guest.</param>
/// <param name="Listener">Where it waits, or waited, for the migration; null if it does not wait yet.</param>
/// <param name="Exports">The ids of its exports.</param>
/// <param name="Token">Its token; null if it has none.</param>
internal sealed record SecondaryState(ColoStatus Colo, GuestStatus Guest, Endpoint? Listener, HashSet<string> Exports, PairToken? Token)
{
    /// <summary>Whether it has taken over.</summary>
    public bool RunsAlone => Colo.IsNone && Guest.IsRunning;

    /// <summary>Sends queries only.</summary>
    /// <exception cref="HostCommandException">A query failed.</exception>
    public static async Task<SecondaryState> QueryAsync(ColoHost host, CancellationToken cancellationToken) => new(
        await host.QueryColoAsync(cancellationToken).ConfigureAwait(false),
        await host.QueryGuestAsync(cancellationToken).ConfigureAwait(false),
        (await host.QueryMigrationAsync(cancellationToken).ConfigureAwait(false)).Listener,
        await host.QueryExportsAsync(cancellationToken).ConfigureAwait(false),
        await host.QueryTokenAsync(cancellationToken).ConfigureAwait(false));
}
