using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Starts COLO on a pair whose replicas are attached.</summary>
/// <param name="context">Timeouts, clock, progress.</param>
/// <param name="pair">The pair.</param>
/// <param name="role">The role in which the primary was started.</param>
/// <param name="primary">The primary.</param>
/// <param name="secondary">The secondary.</param>
/// <param name="token">The token that both hosts have.</param>
internal sealed class ColoStart(
    OperationContext context, PairCommands pair, ColoInitialRole role, ColoHost primary, ColoHost secondary, PairToken token)
{
    /// <summary>Whether QEMU may have received <c>migrate</c>. Before that, the guest is as it was.</summary>
    public bool MayHaveMigrated { get; private set; }

    /// <summary>Checks both hosts for what would hang QEMU or lose data without an error. Sends queries only.</summary>
    /// <exception cref="ColoException">A check or a query failed.</exception>
    public Task CheckAsync(QmpEvents resumesSinceAttach, CancellationToken cancellationToken) => context.StepAsync(
        ColoStep.CheckBeforeStart,
        async () =>
        {
            await ReplicaAttachment.RequireStoppedGuestAsync(primary, cancellationToken).ConfigureAwait(false);

            // QUORUM_REPORT_BAD proves nothing: QEMU sends it up to a second late, so it may concern an earlier replica.
            if (resumesSinceAttach.TryTake(_ => true) is not null) throw new FailureException(HostCheck.HasRun());

            foreach (ColoHost host in new[] { primary, secondary })
            {
                FailureException.ThrowIf(HostCheck.FindColoFailure(host.Side, await host.QueryColoAsync(cancellationToken).ConfigureAwait(false)));
                await RequireTokenAsync(host, cancellationToken).ConfigureAwait(false);
            }

            SecondaryPreparation preparation = new(context, pair, primary, secondary);
            await preparation.CheckSecondaryAsync(cancellationToken).ConfigureAwait(false);
            LiveBlockGraph graph = await primary.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false);
            foreach (ColoDisk disk in pair.Disks)
            {
                PrimaryCheck check = new(disk, role, graph);
                FailureException.ThrowIf(check.FindFailure() ?? check.FindOtherServer(pair.NbdServer));
            }

            await CheckCapabilitiesAsync(secondary, cancellationToken).ConfigureAwait(false);
        });

    /// <summary>Sends the commands, and waits until COLO runs on both hosts.</summary>
    /// <exception cref="ColoException">A command failed, or COLO did not start.</exception>
    /// <exception cref="ArgumentException">A value of the pair is invalid. Nothing was sent.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> start = pair.Read(ColoCommands.Start);
        using QmpEvents primaryEvents = await SubscribeAsync(primary).ConfigureAwait(false);
        using QmpEvents secondaryEvents = await SubscribeAsync(secondary).ConfigureAwait(false);
        await context.StepAsync(ColoStep.Start, () => SendAsync(start, cancellationToken)).ConfigureAwait(false);
        await context.StepAsync(ColoStep.EnterColo, () => EnterColoAsync(primaryEvents, secondaryEvents, cancellationToken)).ConfigureAwait(false);
    }

    private Task<QmpEvents> SubscribeAsync(ColoHost host) => context.WithoutProgress.StepAsync(
        ColoStep.Start, () => Task.FromResult(host.Subscribe(Events.Stop, Events.Resume, Events.ColoExit, Events.Migration)));

    private async Task SendAsync(IReadOnlyList<GeneratedCommand> start, CancellationToken cancellationToken)
    {
        foreach (GeneratedCommand command in start)
        {
            if (command.Name == Commands.Migrate)
            {
                // Another controller may have ended this start since.
                await ReplicaAttachment.RequireStoppedGuestAsync(primary, cancellationToken).ConfigureAwait(false);
                await RequireTokenAsync(primary, cancellationToken).ConfigureAwait(false);
                await CheckCapabilitiesAsync(primary, cancellationToken).ConfigureAwait(false);
                MayHaveMigrated = true;
            }

            await primary.SendAsync(pair, command, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RequireTokenAsync(ColoHost host, CancellationToken cancellationToken)
    {
        PairToken? found = await host.QueryTokenAsync(cancellationToken).ConfigureAwait(false);
        FailureException.ThrowIf(TokenCheck.FindOtherStart(host.Side, found, token, pair));
    }

    private async Task CheckCapabilitiesAsync(ColoHost host, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> enabled = await host.QueryCapabilitiesAsync(cancellationToken).ConfigureAwait(false);
        FailureException.ThrowIf(CapabilityCheck.FindFailure(host.Side, pair.Pair.Qemu, enabled));
    }

    /// <summary>The last change is that the primary's guest runs, for which QEMU sends <c>RESUME</c>.</summary>
    private async Task EnterColoAsync(QmpEvents primaryEvents, QmpEvents secondaryEvents, CancellationToken cancellationToken)
    {
        ColoOptions options = context.Options;
        TimeSpan timeout = options.StallTimeout < options.CommandTimeout ? options.StallTimeout : options.CommandTimeout;
        ColoHost first = primary.WithTimeout(timeout);
        ColoHost second = secondary.WithTimeout(timeout);
        StartObservation observation = new(primary.Client.Version, secondary.Client.Version);
        StallTimer<StartObservation> stall = new(context.Time, observation);

        bool hasStarted = await context.Waiter.ForEventsAsync([primaryEvents, secondaryEvents], EvaluateAsync, options.StartTimeout, cancellationToken)
            .ConfigureAwait(false);
        if (!hasStarted) throw Fail();
        FailureException.ThrowIf(ExportCheck.FindFailure(pair.Exports, await second.QueryExportsAsync(cancellationToken).ConfigureAwait(false)));

        async Task<bool> EvaluateAsync()
        {
            try
            {
                observation = observation with { PrimaryColo = await first.QueryColoAsync(cancellationToken).ConfigureAwait(false) };
                observation = observation with { Primary = await first.QueryGuestAsync(cancellationToken).ConfigureAwait(false) };
                observation = observation with { PrimaryMigration = await first.QueryMigrationAsync(cancellationToken).ConfigureAwait(false) };
                observation = observation with { SecondaryColo = await second.QueryColoAsync(cancellationToken).ConfigureAwait(false) };
                observation = observation with { Secondary = await second.QueryGuestAsync(cancellationToken).ConfigureAwait(false) };
            }
            catch (HostCommandException failure)
            {
                observation = observation with { CommandFailure = await FindFailedHostAsync(failure, second, cancellationToken).ConfigureAwait(false) };
                throw Fail();
            }

            if (observation.IsStarted) return true;
            observation = observation with { SecondaryLeftColo = HasLeftColo() };
            if (observation.IsFailed) throw Fail();
            if (!stall.Observe(observation) && stall.Elapsed > options.StallTimeout) throw Fail();
            return false;
        }

        bool HasLeftColo() => secondaryEvents.TryTake(item => item.Name == Events.ColoExit) is not null;

        FailureException Fail()
        {
            if (HasLeftColo()) observation = observation with { SecondaryLeftColo = true };
            return new(observation.Failure, observation.CommandFailure);
        }
    }

    /// <summary>A primary that does not answer may wait for a secondary that does not answer.</summary>
    private static async Task<HostCommandException> FindFailedHostAsync(
        HostCommandException failure, ColoHost secondary, CancellationToken cancellationToken)
    {
        if (failure.Side == ColoSide.Secondary || !failure.IsTimeout) return failure;
        try
        {
            await secondary.QueryGuestAsync(cancellationToken).ConfigureAwait(false);
            return failure;
        }
        catch (HostCommandException secondaryFailure)
        {
            return secondaryFailure;
        }
    }
}
