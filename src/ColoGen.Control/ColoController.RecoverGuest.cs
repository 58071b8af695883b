namespace ColoGen.Control;

/// <content>What is done after a step that failed: the guest must not stand still, and nothing of the step may stay.</content>
public sealed partial class ColoController
{
    /// <summary>Ends a migration, COLO or a mirror that was begun, takes the replicas away, and lets the guest run by itself. For a step that failed, and could not do that itself.</summary>
    /// <remarks>
    /// It never runs the guest beside a secondary that answers that it runs it outside of COLO. It promotes nobody: the host has run the guest before, or was about to.
    /// </remarks>
    /// <exception cref="ColoException">It could not be done, or not all of it.</exception>
    /// <exception cref="InvalidOperationException">The pair is neither attached nor unknown, or its secondary was told to take over: then only <see cref="FailoverAsync"/> is left.</exception>
    public async Task RecoverGuestAsync(IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Attached, ColoPhase.Unknown).ConfigureAwait(false);
        if (_mayBePromoted) throw new InvalidOperationException("The secondary was told to take over, and may do so: fail over again, to either side.");
        await StepAsync(ColoStep.RecoverGuest, progress, () => RecoverHostAsync(_pair, _secondary, letRun: true, cancellationToken)).ConfigureAwait(false);
        ForgetAttach();
        Phase = ColoPhase.Alone;
    }

    /// <summary>After this, throw the exception of the step.</summary>
    private async Task RecoverAfterAsync(Exception exception, IColoPair pair, bool letRun, ColoPhase next, ColoHost? newSecondary = null)
    {
        ForgetAttach();
        try
        {
            await StepAsync(ColoStep.RecoverGuest, null, () => RecoverHostAsync(pair, newSecondary ?? _secondary, letRun, CancellationToken.None)).ConfigureAwait(false);
            Phase = next;
        }
        catch (ColoException failure)
        {
            Phase = ColoPhase.Unknown;
            if (exception is not ColoException step) throw new ColoException(ColoStep.RecoverGuest, failure.Side, failure.Cause, failure.Fix, inner: exception);
            step.RecoveryFailure = failure;
        }
    }

    /// <summary>Whatever QEMU does not do of it, the rest is tried: it matters most that the guest runs. Only a host that is silent is given up.</summary>
    private async Task RecoverHostAsync(IColoPair pair, ColoHost? secondary, bool letRun, CancellationToken cancellationToken)
    {
        ColoHost host = _primary.Within(_options.RecoveryTimeout);
        IReadOnlyList<ColoCommandLine> attach = ColoCommandList.Read(pair, AttachCommands);
        IReadOnlyList<ColoCommandLine> mirror = ColoCommandList.Read(pair, ColoCommands.Mirror);
        string[] nodes = [.. attach.Concat(mirror).Select(line => line.AddedNode).OfType<string>()];
        ColoException? first = null;

        if (await YankAsync(host, nodes, cancellationToken).ConfigureAwait(false) is { InnerException: not QmpException } silence) throw silence;
        await TryAsync(() => EndMigrationAsync(host, pair, cancellationToken)).ConfigureAwait(false);
        await TryAsync(() => EndMirrorsAsync(host, pair, cancellationToken)).ConfigureAwait(false);
        await TryAsync(() => RemoveNodesAsync(host, pair, attach, mirror, cancellationToken)).ConfigureAwait(false);
        if (letRun) await TryAsync(() => LetRunAsync(host, secondary, cancellationToken)).ConfigureAwait(false);
        if (first is not null) throw first;

        async Task TryAsync(Func<Task> part)
        {
            try
            {
                await part().ConfigureAwait(false);
            }
            catch (ColoException failure)
            {
                first ??= failure;
            }
        }
    }

    private async Task RemoveNodesAsync(
        ColoHost host, IColoPair pair, IReadOnlyList<ColoCommandLine> attach, IReadOnlyList<ColoCommandLine> mirror, CancellationToken cancellationToken)
    {
        string[] nodes = [.. attach.Concat(mirror).Select(line => line.AddedNode).OfType<string>()];
        HashSet<string> present = await PresentAsync(host, nodes, cancellationToken).ConfigureAwait(false);
        if (present.Count == 0) return;

        ColoHostException? refusal = null;
        foreach ((IReadOnlyList<ColoCommandLine> added, ColoCommands inverse) in new[] { (attach, DetachCommands), (mirror, ColoCommands.MirrorDetach) })
        {
            if (!added.Any(line => line.AddedNode is { } node && present.Contains(node))) continue;
            refusal = await SendAllAsync(host, ColoCommandList.Read(pair, inverse), cancellationToken).ConfigureAwait(false) ?? refusal;
        }

        present = await PresentAsync(host, nodes, cancellationToken).ConfigureAwait(false);
        if (present.Count > 0)
        {
            throw new ColoException(
                ColoStep.RecoverGuest, ColoSide.Primary, $"these nodes are still there: {string.Join(", ", present.Order())}. {refusal?.Message}".TrimEnd(), inner: refusal);
        }
    }

    /// <summary>Cuts the connections to the other host, so that QEMU does not wait for it. It only hastens: gives back what went wrong.</summary>
    private static async Task<ColoHostException?> YankAsync(ColoHost host, IReadOnlyCollection<string> nodes, CancellationToken cancellationToken)
    {
        const string migration = "migration";
        const string blockNode = "block-node";
        const string nodeName = "node-name";
        try
        {
            string[] open = await host.AskOutOfBandAsync(
                "query-yank",
                reply => reply.EnumerateArray()
                    .Select(item => item.GetProperty("type").GetString() is var type && type == blockNode ? item.GetProperty(nodeName).GetString()! : type!)
                    .Where(name => name == migration || nodes.Contains(name))
                    .ToArray(),
                cancellationToken).ConfigureAwait(false);
            if (open.Length == 0) return null;

            await host.AskOutOfBandAsync("yank", _ => true, cancellationToken, arguments =>
            {
                arguments.WriteStartArray("instances");
                foreach (string name in open)
                {
                    arguments.WriteStartObject();
                    arguments.WriteString("type", name == migration ? migration : blockNode);
                    if (name != migration) arguments.WriteString(nodeName, name);
                    arguments.WriteEndObject();
                }

                arguments.WriteEndArray();
            }).ConfigureAwait(false);
            return null;
        }
        catch (ColoHostException failure)
        {
            return failure;
        }
    }

    private async Task EndMigrationAsync(ColoHost host, IColoPair pair, CancellationToken cancellationToken)
    {
        ColoCommandLine[] lostHeartbeat = [.. ColoCommandList.Read(pair, FailoverCommands).Where(line => line.Name == "x-colo-lost-heartbeat")];
        bool isCancelled = false;
        bool isLeft = false;
        bool hasEnded = await WaitUntilAsync(
            async () =>
            {
                ColoStatus colo = await host.ColoAsync(cancellationToken).ConfigureAwait(false);
                MigrationStatus migration = await host.MigrationAsync(cancellationToken).ConfigureAwait(false);
                if (migration.IsUnderWay)
                {
                    if (!isCancelled) await host.AskAsync("migrate_cancel", _ => true, cancellationToken).ConfigureAwait(false);
                    isCancelled = true;
                    return false;
                }

                if (colo.Mode == ColoStatus.None && migration.Status != "colo") return true;
                if (!isLeft) isLeft = await SendAllAsync(host, lostHeartbeat, cancellationToken).ConfigureAwait(false) is null;
                return false;
            },
            _options.RecoveryTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!hasEnded) throw new ColoException(ColoStep.RecoverGuest, ColoSide.Primary, "its migration has not ended.");
    }

    private async Task EndMirrorsAsync(ColoHost host, IColoPair pair, CancellationToken cancellationToken)
    {
        HashSet<string> ours = [.. Disks.Select(disk => disk.MirrorJob)];
        if (!(await host.JobsAsync(cancellationToken).ConfigureAwait(false)).Any(job => ours.Contains(job.Id))) return;

        await SendAllAsync(host, ColoCommandList.Read(pair, ColoCommands.MirrorCancel), cancellationToken).ConfigureAwait(false);
        bool areGone = await WaitUntilAsync(
            async () => !(await host.JobsAsync(cancellationToken).ConfigureAwait(false)).Any(job => ours.Contains(job.Id)),
            _options.RecoveryTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!areGone) throw new ColoException(ColoStep.RecoverGuest, ColoSide.Primary, "its mirrors have not ended.");
    }

    private static async Task<HashSet<string>> PresentAsync(ColoHost host, string[] nodes, CancellationToken cancellationToken)
    {
        BlockGraph graph = await host.BlockGraphAsync(cancellationToken).ConfigureAwait(false);
        return [.. nodes.Where(node => graph.Find(node) is not null)];
    }

    private async Task LetRunAsync(ColoHost host, ColoHost? secondary, CancellationToken cancellationToken)
    {
        if (secondary is not null && await RunsByItselfAsync(secondary, cancellationToken).ConfigureAwait(false))
        {
            throw new ColoException(
                ColoStep.RecoverGuest,
                ColoSide.Primary,
                "its guest was left to stand still, because the secondary runs the guest outside of COLO.",
                "End one of them before the other runs.");
        }

        ColoHostException? refusal = null;
        bool runs = await WaitUntilAsync(
            async () =>
            {
                if ((await host.GuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning) return true;
                try
                {
                    await host.AskAsync("cont", _ => true, cancellationToken).ConfigureAwait(false);
                }
                catch (ColoHostException exception) when (exception.InnerException is QmpException)
                {
                    refusal = exception;
                }

                return false;
            },
            _options.RecoveryTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!runs) throw new ColoException(ColoStep.RecoverGuest, ColoSide.Primary, $"its guest does not run. {refusal?.Message}".TrimEnd(), command: "cont", inner: refusal);
    }

    private async Task<bool> RunsByItselfAsync(ColoHost secondary, CancellationToken cancellationToken)
    {
        ColoHost host = secondary.Within(_options.FencedSideTimeout);
        try
        {
            return (await host.ColoAsync(cancellationToken).ConfigureAwait(false)).Mode == ColoStatus.None
                && (await host.GuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning;
        }
        catch (ColoHostException)
        {
            return false;
        }
    }
}
