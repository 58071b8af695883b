using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Checks a new secondary, lets it export its disks and wait for the migration, and checks its block graph.</summary>
internal sealed class SecondaryPreparation(OperationContext context, PairCommands pair, ColoHost primary, ColoHost secondary)
{
    private readonly List<GeneratedCommand> _done = [];

    /// <exception cref="ColoException">A check or a command failed. What was done on the secondary is undone.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> prepare = pair.Read(ColoCommands.SecondaryPrepare);
        _ = pair.Read(ColoCommands.SecondaryRelease);
        bool isWaiting = await context.StepAsync(ColoStep.CheckHosts, () => CheckHostsAsync(cancellationToken)).ConfigureAwait(false);
        try
        {
            await context.StepAsync(ColoStep.PrepareSecondary, () => SendAsync(prepare, isWaiting, cancellationToken)).ConfigureAwait(false);
            await context.StepAsync(ColoStep.CheckSecondary, () => CheckSecondaryAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch
        {
            await TryReleaseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Checks the secondary's block graph, and the sizes of all images.</summary>
    /// <exception cref="FailureException">A check or a query failed.</exception>
    public async Task CheckSecondaryAsync(CancellationToken cancellationToken)
    {
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
        try
        {
            ColoHost host = secondary.WithTimeout(context.Options.FencedSideTimeout);
            IEnumerable<GeneratedCommand> release = pair.Read(ColoCommands.SecondaryRelease).Where(command => _done.Exists(command.IsInverseOf));
            await host.TrySendAsync(pair, release, CancellationToken.None).ConfigureAwait(false);
        }
        catch (HostCommandException)
        {
            // The failure before this one is reported.
        }
    }

    /// <returns>Whether the secondary waits for the migration already.</returns>
    private async Task<bool> CheckHostsAsync(CancellationToken cancellationToken)
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
        FailureException.ThrowIf(HostCheck.FindIncomingFailure(await secondary.QueryGuestAsync(cancellationToken).ConfigureAwait(false)));
        Endpoint? listener = (await secondary.QueryMigrationAsync(cancellationToken).ConfigureAwait(false)).Listener;
        FailureException.ThrowIf(HostCheck.FindListenerFailure(listener, pair.MigrationTarget()));
        return listener is not null;
    }

    /// <summary>QEMU accepts <c>migrate-incoming</c> once: a secondary that was prepared and released before waits already.</summary>
    private async Task SendAsync(IEnumerable<GeneratedCommand> prepare, bool isWaiting, CancellationToken cancellationToken)
    {
        foreach (GeneratedCommand command in prepare)
        {
            if (isWaiting && command.Name == Commands.MigrateIncoming) continue;

            // A command without a reply may have been executed, or be executed before the release.
            _done.Add(command);
            try
            {
                await secondary.SendAsync(pair, command, cancellationToken).ConfigureAwait(false);
            }
            catch (HostCommandException failure) when (failure.IsRefusal)
            {
                _done.Remove(command);
                throw;
            }
        }
    }
}
