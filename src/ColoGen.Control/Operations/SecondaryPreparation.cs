using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Checks a new secondary, lets it export its disks and wait for the migration, and checks its block graph.</summary>
/// <param name="context">Timeouts, clock, progress.</param>
/// <param name="pair">The pair.</param>
/// <param name="primary">The primary, which is only queried.</param>
/// <param name="secondary">The secondary.</param>
internal sealed class SecondaryPreparation(OperationContext context, PairCommands pair, ColoHost primary, ColoHost secondary)
{
    private readonly List<GeneratedCommand> _done = [];
    private PairToken? _token;
    private bool _isWaiting;

    /// <summary>Checks both hosts. Sends queries only.</summary>
    /// <param name="owned">The token of a start that the controller knows as its own; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">A check or a query failed.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    public Task CheckHostsAsync(PairToken? owned, CancellationToken cancellationToken)
    {
        Endpoint? target = pair.MigrationTarget;
        return context.StepAsync(ColoStep.CheckHosts, async () =>
        {
            foreach (ColoHost host in new[] { primary, secondary })
            {
                QmpVersion version = host.Client.Version;
                FailureException.ThrowIf(HostCheck.FindVersionFailure(host.Side, version, pair.Pair.Qemu));
                if (HostCheck.RequiresKvm(version) && !await host.QueryKvmAsync(cancellationToken).ConfigureAwait(false))
                {
                    throw new FailureException(HostCheck.WithoutKvm(host.Side, version));
                }
            }

            FailureException.ThrowIf(HostCheck.FindColoFailure(primary.Side, await primary.QueryColoAsync(cancellationToken).ConfigureAwait(false)));
            foreach (ColoHost host in new[] { primary, secondary })
            {
                FailureException.ThrowIf(TokenCheck.FindUse(host.Side, await host.QueryTokenAsync(cancellationToken).ConfigureAwait(false), owned));
            }

            FailureException.ThrowIf(HostCheck.FindIncomingFailure(await secondary.QueryGuestAsync(cancellationToken).ConfigureAwait(false)));
            Endpoint? listener = (await secondary.QueryMigrationAsync(cancellationToken).ConfigureAwait(false)).Listener;
            FailureException.ThrowIf(HostCheck.FindListenerFailure(listener, target));
            _isWaiting = listener is not null;
        });
    }

    /// <summary>Prepares the secondary, after <see cref="CheckHostsAsync"/>.</summary>
    /// <param name="token">The token of the start.</param>
    /// <param name="owned">The token of a preparation that this one continues; null if there is none.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ColoException">A check or a command failed. What was done on the secondary is undone.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    public async Task PrepareAsync(PairToken token, PairToken? owned, CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> prepare = pair.Read(ColoCommands.SecondaryPrepare);
        _ = pair.Read(ColoCommands.SecondaryRelease);
        _token = token;
        try
        {
            await context.StepAsync(ColoStep.PrepareSecondary, async () =>
            {
                bool isContinued = owned is not null && await secondary.QueryTokenAsync(cancellationToken).ConfigureAwait(false) == owned;
                await secondary.ClaimAsync(token, owned, cancellationToken).ConfigureAwait(false);
                await SendAsync(prepare, isContinued, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
            await context.StepAsync(ColoStep.CheckSecondary, () => CheckSecondaryAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch
        {
            await TryReleaseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Checks where a prepared secondary waits, its block graph, and the sizes of all images.</summary>
    /// <exception cref="FailureException">A check or a query failed.</exception>
    public async Task CheckSecondaryAsync(CancellationToken cancellationToken)
    {
        Endpoint? listener = (await secondary.QueryMigrationAsync(cancellationToken).ConfigureAwait(false)).Listener;
        FailureException.ThrowIf(HostCheck.FindNoListenerFailure(listener, pair.MigrationTarget));
        IReadOnlySet<string> exported = await secondary.QueryExportedNodesAsync(cancellationToken).ConfigureAwait(false);
        LiveBlockGraph graph = await secondary.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false);
        LiveBlockGraph primaryGraph = await primary.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false);
        foreach (ColoDisk disk in pair.Disks)
        {
            FailureException.ThrowIf(new SecondaryCheck(disk, graph, exported).FindFailure() ?? SizeCheck.FindFailure(disk, primaryGraph, graph));
        }
    }

    /// <summary>
    /// Removes what <see cref="PrepareAsync"/> added, after a failure. Ignores failures of its own: the secondary has no guest, and its owner ends it.
    /// </summary>
    public async Task TryReleaseAsync()
    {
        ColoHost host = secondary.WithTimeout(context.Options.FencedSideTimeout);
        try
        {
            IEnumerable<GeneratedCommand> release = pair.Read(ColoCommands.SecondaryRelease).Where(command => _done.Exists(command.IsInverseOf));
            await host.TrySendAsync(pair, release, CancellationToken.None).ConfigureAwait(false);
            if (_token is not null) await host.UnclaimAsync(_token, CancellationToken.None).ConfigureAwait(false);
        }
        catch (HostCommandException)
        {
            // The failure before this one is reported.
        }
    }

    /// <param name="prepare">The commands.</param>
    /// <param name="isContinued">Whether some were executed before: QEMU refuses these.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    private async Task SendAsync(IEnumerable<GeneratedCommand> prepare, bool isContinued, CancellationToken cancellationToken)
    {
        foreach (GeneratedCommand command in prepare)
        {
            // QEMU accepts it once: a secondary that was prepared and released before waits already.
            if (_isWaiting && command.Name == Commands.MigrateIncoming) continue;

            // A command without a reply may have been executed, or be executed before the release.
            _done.Add(command);
            try
            {
                await secondary.SendAsync(pair, command, cancellationToken).ConfigureAwait(false);
            }
            catch (HostCommandException failure) when (failure.IsRefusal)
            {
                if (isContinued && IsAdding(command)) continue;
                _done.Remove(command);
                throw;
            }
        }
    }

    private static bool IsAdding(GeneratedCommand command) =>
        command.Name is Commands.NbdServerStart or Commands.BlockExportAdd or Commands.ObjectAdd;
}
