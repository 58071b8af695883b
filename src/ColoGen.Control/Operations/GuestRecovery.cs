using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>
/// Recovers the guest of a primary after a failed operation: ends a migration, COLO and mirrors, removes the nodes of the replicas, and resumes
/// the guest.
/// </summary>
/// <param name="context">Timeouts, clock, progress.</param>
/// <param name="pair">The pair.</param>
/// <param name="role">The role in which the primary was started.</param>
/// <param name="primary">The primary.</param>
/// <param name="secondary">The secondary; null if there is none.</param>
/// <param name="mustAskSecondary">
/// Whether the guest is resumed only if the secondary answers that it does not run it: if another controller may have promoted it.
/// </param>
internal sealed class GuestRecovery(
    OperationContext context, PairCommands pair, ColoInitialRole role, ColoHost primary, ColoHost? secondary, bool mustAskSecondary = false)
{
    private readonly ColoHost _host = primary.WithTimeout(context.Options.RecoveryTimeout);
    private readonly HashSet<string> _mirrorJobs = [.. pair.Disks.Select(disk => disk.MirrorJob)];

    /// <summary>Runs after a failure, which the caller throws afterwards. A failed recovery is added to it.</summary>
    /// <param name="exception">The failure.</param>
    /// <param name="resumesGuest">Whether the guest is to run.</param>
    /// <returns>Whether the guest was recovered.</returns>
    /// <exception cref="ColoException">The recovery failed, and <paramref name="exception"/> is not a <see cref="ColoException"/>.</exception>
    public async Task<bool> RunAfterAsync(Exception exception, bool resumesGuest)
    {
        try
        {
            await context.WithoutProgress.StepAsync(ColoStep.RecoverGuest, () => RecoverAsync(resumesGuest, CancellationToken.None)).ConfigureAwait(false);
            return true;
        }
        catch (ColoException failure)
        {
            if (exception is not ColoException step) throw new ColoException(ColoStep.RecoverGuest, failure.Failure, exception);
            step.RecoveryFailure = failure;
            return false;
        }
    }

    /// <summary>Runs as a step of its own.</summary>
    /// <param name="resumesGuest">Whether the guest is to run.</param>
    /// <param name="cancellationToken">Cancels the recovery.</param>
    /// <exception cref="ColoException">The recovery failed.</exception>
    public Task RunAsync(bool resumesGuest, CancellationToken cancellationToken) =>
        context.StepAsync(ColoStep.RecoverGuest, () => RecoverAsync(resumesGuest, cancellationToken));

    /// <summary>
    /// If QEMU refuses a part, the other parts are still tried: it matters most that the guest runs. If the host does not answer, recovery stops.
    /// </summary>
    private async Task RecoverAsync(bool resumesGuest, CancellationToken cancellationToken)
    {
        string[] nodes = [.. pair.ReplicaNodes(role), .. pair.AddedNodes(ColoCommands.Mirror)];
        HostCommandException? yankFailure = await new Disconnection(_host).TryYankAsync(nodes, cancellationToken).ConfigureAwait(false);
        if (yankFailure is { IsRefusal: false }) throw yankFailure;

        FailureException? first = null;
        await TryAsync(EndMigrationAsync).ConfigureAwait(false);
        await TryAsync(EndMirrorsAsync).ConfigureAwait(false);
        await TryAsync(RemoveNodesAsync).ConfigureAwait(false);
        if (resumesGuest) await TryAsync(ResumeGuestAsync).ConfigureAwait(false);
        if (first is not null) throw first;

        // Last: the token shows the next controller that there is something to recover.
        if (await _host.QueryTokenAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            await _host.RemoveTokenAsync(cancellationToken).ConfigureAwait(false);
        }

        async Task TryAsync(Func<CancellationToken, Task> part)
        {
            try
            {
                await part(cancellationToken).ConfigureAwait(false);
            }
            catch (FailureException failure) when (failure is not HostCommandException { IsRefusal: false })
            {
                first ??= failure;
            }
        }
    }

    /// <summary>QEMU sends MIGRATION events only with the migration capability <c>events</c>, which the pair's commands do not set.</summary>
    private async Task EndMigrationAsync(CancellationToken cancellationToken)
    {
        GeneratedCommand[] lostHeartbeat = [.. pair.ReadFailover(role).Where(command => command.Name == Commands.LostHeartbeat)];
        bool isCancelled = false;
        bool isLeft = false;
        using QmpEvents events = _host.Subscribe(Events.ColoExit, Events.Migration, Events.Resume);
        bool hasEnded = await context.Waiter.ForChangeAsync([events], EvaluateAsync, context.Options.RecoveryTimeout, cancellationToken).ConfigureAwait(false);
        if (!hasEnded) throw new FailureException(MigrationContinues());

        async Task<bool> EvaluateAsync()
        {
            ColoStatus colo = await _host.QueryColoAsync(cancellationToken).ConfigureAwait(false);
            MigrationStatus migration = await _host.QueryMigrationAsync(cancellationToken).ConfigureAwait(false);
            if (migration.IsInProgress)
            {
                if (!isCancelled) await _host.CancelMigrationAsync(cancellationToken).ConfigureAwait(false);
                isCancelled = true;
                return false;
            }

            if (colo.IsNone && !migration.IsColo) return true;
            if (!isLeft) isLeft = await _host.TrySendAsync(pair, lostHeartbeat, cancellationToken).ConfigureAwait(false) is null;
            return false;
        }
    }

    private async Task EndMirrorsAsync(CancellationToken cancellationToken)
    {
        if ((await _host.QueryJobsAsync(_mirrorJobs, cancellationToken).ConfigureAwait(false)).Length == 0) return;

        using QmpEvents events = _host.Subscribe(Events.JobStatusChange, Events.BlockJobCancelled, Events.BlockJobCompleted);
        await _host.TrySendAsync(pair, pair.Read(ColoCommands.MirrorCancel), cancellationToken).ConfigureAwait(false);
        bool haveEnded = await context.Waiter.ForEventsAsync(
            [events],
            async () => (await _host.QueryJobsAsync(_mirrorJobs, cancellationToken).ConfigureAwait(false)).Length == 0,
            context.Options.RecoveryTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!haveEnded) throw new FailureException(MirrorsContinue());
    }

    private async Task RemoveNodesAsync(CancellationToken cancellationToken)
    {
        string[] replicaNodes = pair.ReplicaNodes(role);
        string[] mirrorNodes = pair.AddedNodes(ColoCommands.Mirror);
        HashSet<string> present = await QueryPresentAsync().ConfigureAwait(false);
        if (present.Count == 0) return;

        HostCommandException? refusal = null;
        if (present.Overlaps(replicaNodes)) refusal = await TrySendAsync(pair.ReadDetach(role)).ConfigureAwait(false);
        if (present.Overlaps(mirrorNodes)) refusal = await TrySendAsync(pair.Read(ColoCommands.MirrorDetach)).ConfigureAwait(false) ?? refusal;

        present = await QueryPresentAsync().ConfigureAwait(false);
        if (present.Count > 0) throw new FailureException(NodesRemain(present, refusal), refusal);

        async Task<HashSet<string>> QueryPresentAsync() =>
            (await _host.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false)).Present([.. replicaNodes, .. mirrorNodes]);

        Task<HostCommandException?> TrySendAsync(IEnumerable<GeneratedCommand> commands) => _host.TrySendAsync(pair, commands, cancellationToken);
    }

    /// <summary>QEMU refuses <c>cont</c> until the migration is finalized, for which it sends no event.</summary>
    private async Task ResumeGuestAsync(CancellationToken cancellationToken)
    {
        if (await IsGuestRunningOnSecondaryAsync(cancellationToken).ConfigureAwait(false)) throw new FailureException(SecondaryRuns());

        HostCommandException? refusal = null;
        using QmpEvents events = _host.Subscribe(Events.Resume);
        bool runs = await context.Waiter.ForChangeAsync([events], EvaluateAsync, context.Options.RecoveryTimeout, cancellationToken).ConfigureAwait(false);
        if (!runs) throw new FailureException(GuestStopped(refusal), refusal);

        async Task<bool> EvaluateAsync()
        {
            if ((await _host.QueryGuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning) return true;
            try
            {
                await _host.ContinueGuestAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (HostCommandException exception) when (exception.IsRefusal)
            {
                refusal = exception;
            }

            return false;
        }
    }

    /// <summary>Whether the secondary answers that it runs the guest outside of COLO.</summary>
    private async Task<bool> IsGuestRunningOnSecondaryAsync(CancellationToken cancellationToken)
    {
        TimeSpan timeout = mustAskSecondary ? context.Options.CommandTimeout : context.Options.FencedSideTimeout;
        if (secondary?.WithTimeout(timeout) is not { } host) return false;
        try
        {
            return (await host.QueryColoAsync(cancellationToken).ConfigureAwait(false)).IsNone
                && (await host.QueryGuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning;
        }
        catch (HostCommandException) when (!mustAskSecondary)
        {
            return false;
        }
    }

    private static Failure MigrationContinues() => new(ColoSide.Primary, "its migration has not ended.");

    private static Failure MirrorsContinue() => new(ColoSide.Primary, "its mirrors have not ended.");

    private static Failure NodesRemain(IEnumerable<string> nodes, HostCommandException? refusal) =>
        new(ColoSide.Primary, $"these nodes are still there: {string.Join(", ", nodes.Order())}. {refusal?.Message}".TrimEnd());

    private static Failure SecondaryRuns() => new(
        ColoSide.Primary, "its guest was not resumed, because the secondary runs the guest outside of COLO.", "End one of them before the other runs.");

    private static Failure GuestStopped(HostCommandException? refusal) =>
        new(ColoSide.Primary, $"its guest does not run. {refusal?.Message}".TrimEnd(), Command: Commands.Cont);
}
