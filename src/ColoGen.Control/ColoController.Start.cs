using System.Diagnostics;

namespace ColoGen.Control;

/// <content>The way from two QEMUs to COLO, as the first start and a resync go it.</content>
public sealed partial class ColoController
{
    private async Task PrepareSecondaryAsync(IColoPair pair, ColoHost secondary, IProgress<ColoProgress>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ColoCommandLine> prepare = ColoCommandList.Read(pair, ColoCommands.SecondaryPrepare);
        IReadOnlyList<ColoCommandLine> release = ColoCommandList.Read(pair, ColoCommands.SecondaryRelease);
        await StepAsync(ColoStep.CheckHosts, progress, () => CheckHostsAsync(pair, secondary, cancellationToken)).ConfigureAwait(false);
        try
        {
            await StepAsync(ColoStep.PrepareSecondary, progress, () => SendAsync(secondary, prepare, cancellationToken)).ConfigureAwait(false);
            await StepAsync(ColoStep.CheckSecondary, progress, () => CheckSecondaryAsync(ColoStep.CheckSecondary, secondary, cancellationToken)).ConfigureAwait(false);
        }
        catch
        {
            await ReleaseAfterAsync(secondary, release).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Takes the exports back as well as it goes: the secondary has no guest yet, and its caller ends it.</summary>
    private async Task ReleaseAfterAsync(ColoHost secondary, IReadOnlyList<ColoCommandLine> release)
    {
        try
        {
            await SendAllAsync(secondary.Within(_options.FencedSideTimeout), release, CancellationToken.None).ConfigureAwait(false);
        }
        catch (ColoHostException)
        {
            // The failure before this one says it.
        }
    }

    private async Task CheckHostsAsync(IColoPair pair, ColoHost secondary, CancellationToken cancellationToken)
    {
        await HostCheck.CheckAsync(ColoStep.CheckHosts, _primary, pair.Qemu, cancellationToken).ConfigureAwait(false);
        await HostCheck.CheckAsync(ColoStep.CheckHosts, secondary, pair.Qemu, cancellationToken).ConfigureAwait(false);
        await RequireNoColoAsync(ColoStep.CheckHosts, _primary, cancellationToken).ConfigureAwait(false);

        GuestStatus guest = await secondary.GuestAsync(cancellationToken).ConfigureAwait(false);
        if (guest.Status != "inmigrate")
        {
            throw new ColoException(
                ColoStep.CheckHosts, ColoSide.Secondary, $"it does not wait for a migration: its guest is {guest.Status}.", "Start it with -incoming defer.");
        }
    }

    private static async Task RequireNoColoAsync(ColoStep step, ColoHost host, CancellationToken cancellationToken)
    {
        ColoStatus colo = await host.ColoAsync(cancellationToken).ConfigureAwait(false);
        if (colo.Mode == ColoStatus.None) return;
        throw new ColoException(step, host.Side, $"it is in COLO already, as {colo.Mode}.", "A pair is started once.");
    }

    private static async Task RequireGuestStandsStillAsync(ColoStep step, ColoHost primary, CancellationToken cancellationToken)
    {
        GuestStatus guest = await primary.GuestAsync(cancellationToken).ConfigureAwait(false);
        if (!guest.IsRunning) return;
        throw new ColoException(
            step,
            primary.Side,
            "its guest runs, and what it writes before COLO does would be lost on the secondary, without an error.",
            "Start the primary with -S; or use ResyncAsync, which copies the disks of a running guest first.");
    }

    private async Task CheckSecondaryAsync(ColoStep step, ColoHost secondary, CancellationToken cancellationToken)
    {
        IReadOnlySet<string> exported = await secondary.ExportedNodesAsync(cancellationToken).ConfigureAwait(false);
        BlockGraph graph = await secondary.BlockGraphAsync(cancellationToken).ConfigureAwait(false);
        BlockGraph primary = await _primary.BlockGraphAsync(cancellationToken).ConfigureAwait(false);
        foreach (ColoDisk disk in Disks)
        {
            SecondaryCheck.Check(step, disk, graph, exported);
            SizeCheck.Check(step, disk, primary, graph);
        }
    }

    /// <summary>From here on until COLO runs, the primary's guest must not.</summary>
    private async Task AttachReplicasAsync(IColoPair pair, IProgress<ColoProgress>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ColoCommandLine> lines = ColoCommandList.Read(pair, AttachCommands);
        await StepAsync(
            ColoStep.CheckHosts, progress, () => RequireGuestStandsStillAsync(ColoStep.CheckHosts, _primary, cancellationToken)).ConfigureAwait(false);
        await StepAsync(ColoStep.AttachReplica, progress, async () =>
        {
            ForgetAttach();
            _sinceAttach = _primary.Subscribe();
            await SendAsync(_primary, lines, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private async Task CheckBeforeStartAsync(ColoHost secondary, CancellationToken cancellationToken)
    {
        const ColoStep step = ColoStep.CheckBeforeStart;
        await RequireGuestStandsStillAsync(step, _primary, cancellationToken).ConfigureAwait(false);

        // QUORUM_REPORT_BAD would not do: QEMU sends it up to a second late, so that it may be of a replica before these.
        if (_sinceAttach?.TryTake(item => item.Name == "RESUME") is not null)
        {
            throw new ColoException(
                step,
                ColoSide.Primary,
                "its guest has run since the replicas were attached, as RESUME shows; what it wrote is not on the secondary.",
                "DetachAsync, and then ResyncAsync with a new secondary.");
        }

        await RequireNoColoAsync(step, _primary, cancellationToken).ConfigureAwait(false);
        await RequireNoColoAsync(step, secondary, cancellationToken).ConfigureAwait(false);
        await CheckSecondaryAsync(step, secondary, cancellationToken).ConfigureAwait(false);

        BlockGraph graph = await _primary.BlockGraphAsync(cancellationToken).ConfigureAwait(false);
        foreach (ColoDisk disk in Disks) PrimaryCheck.Check(step, disk, InitialRole, graph);

        await CapabilityCheck.CheckAsync(step, secondary, _pair.Qemu, cancellationToken).ConfigureAwait(false);
    }

    private async Task StartColoAsync(IColoPair pair, ColoHost secondary, StartAttempt attempt, IProgress<ColoProgress>? progress, CancellationToken cancellationToken)
    {
        IReadOnlyList<ColoCommandLine> lines = ColoCommandList.Read(pair, ColoCommands.Start);
        using QmpEvents events = await StepAsync(ColoStep.Start, null, () => Task.FromResult(secondary.Subscribe())).ConfigureAwait(false);
        await StepAsync(ColoStep.Start, progress, async () =>
        {
            foreach (ColoCommandLine line in lines)
            {
                if (line.Name == "migrate")
                {
                    await CapabilityCheck.CheckAsync(ColoStep.Start, _primary, pair.Qemu, cancellationToken).ConfigureAwait(false);
                    attempt.MayMigrate = true;
                }

                await _primary.SendAsync(line, Disks, cancellationToken).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);

        await StepAsync(ColoStep.EnterColo, progress, () => EnterColoAsync(secondary, events, cancellationToken)).ConfigureAwait(false);
        ForgetAttach();
        Phase = ColoPhase.Running;
    }

    /// <summary>The modes flip before the replication has started; the primary's guest runs after it.</summary>
    private async Task EnterColoAsync(ColoHost secondary, QmpEvents secondaryEvents, CancellationToken cancellationToken)
    {
        TimeSpan patience = _options.StallTimeout < _options.CommandTimeout ? _options.StallTimeout : _options.CommandTimeout;
        ColoHost first = _primary.Within(patience);
        ColoHost second = secondary.Within(patience);
        StuckStart seen = new(_primary.Client.Version, secondary.Client.Version, null, null, null, false, null);
        object moved = new();
        long began = Stopwatch.GetTimestamp();
        long lastMove = began;

        while (true)
        {
            ColoStatus primaryColo, secondaryColo;
            try
            {
                primaryColo = await first.ColoAsync(cancellationToken).ConfigureAwait(false);
                seen = seen with { Primary = await first.GuestAsync(cancellationToken).ConfigureAwait(false) };
                seen = seen with { PrimaryMigration = await first.MigrationAsync(cancellationToken).ConfigureAwait(false) };
                secondaryColo = await second.ColoAsync(cancellationToken).ConfigureAwait(false);
                seen = seen with { Secondary = await second.GuestAsync(cancellationToken).ConfigureAwait(false) };
            }
            catch (ColoHostException failure)
            {
                throw Stuck(seen with { Failure = await BlameAsync(failure, second, cancellationToken).ConfigureAwait(false) });
            }

            if (primaryColo.Mode == ColoStatus.ModeOf(ColoSide.Primary) && seen.Primary is { IsRunning: true }
                && secondaryColo.Mode == ColoStatus.ModeOf(ColoSide.Secondary))
            {
                return;
            }

            seen = seen with { SecondaryLeftColo = HasLeftColo() };
            if (seen.SecondaryLeftColo || seen.PrimaryMigration!.Status is "failed" or "cancelled" or "completed") throw Stuck(seen);

            object now = (primaryColo, secondaryColo, seen);
            if (!now.Equals(moved)) lastMove = Stopwatch.GetTimestamp();
            moved = now;
            if (Stopwatch.GetElapsedTime(lastMove) > _options.StallTimeout || Stopwatch.GetElapsedTime(began) > _options.StartTimeout)
            {
                throw Stuck(seen);
            }

            await Task.Delay(_options.PollInterval, cancellationToken).ConfigureAwait(false);
        }

        bool HasLeftColo() => secondaryEvents.TryTake(item => item.Name == "COLO_EXIT") is not null;

        ColoException Stuck(StuckStart end)
        {
            if (HasLeftColo()) end = end with { SecondaryLeftColo = true };
            return new(ColoStep.EnterColo, end.Failure?.Side, end.Cause, end.Fix, command: end.Failure?.Command, inner: end.Failure?.InnerException);
        }
    }

    /// <summary>A primary that does not answer may be waiting for a secondary that does not.</summary>
    private static async Task<ColoHostException> BlameAsync(ColoHostException failure, ColoHost secondary, CancellationToken cancellationToken)
    {
        if (failure.Side == ColoSide.Secondary || failure.InnerException is not QmpTimeoutException) return failure;
        try
        {
            await secondary.GuestAsync(cancellationToken).ConfigureAwait(false);
            return failure;
        }
        catch (ColoHostException worse)
        {
            return worse;
        }
    }

    /// <summary>How far a start came.</summary>
    private sealed class StartAttempt
    {
        /// <summary>Whether QEMU may have got the command <c>migrate</c>.</summary>
        public bool MayMigrate { get; set; }
    }
}
