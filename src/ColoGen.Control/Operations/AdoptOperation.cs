using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Finds out where a pair is, after another controller has ended. Sends queries only.</summary>
internal sealed class AdoptOperation(OperationContext context, PairState state) : IOperation
{
    private readonly PairCommands _pair = state.Commands;

    public PairState StateOnFailure => state;

    /// <summary>What was found; null until it is.</summary>
    public ColoAdoptResult? Result { get; private set; }

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        _pair.Validate();
        (PairState found, string reason) = await context.StepAsync(
            ColoStep.Adopt, () => state.Secondary is null ? FindOneAsync(cancellationToken) : FindBothAsync(cancellationToken)).ConfigureAwait(false);
        Result = new(found.Phase, reason);
        return found;
    }

    /// <summary>The other host may be dead, run the guest, or not exist.</summary>
    private async Task<(PairState Found, string Reason)> FindOneAsync(CancellationToken cancellationToken)
    {
        ColoHost host = state.RequirePrimary();
        ColoStatus colo = await host.QueryColoAsync(cancellationToken).ConfigureAwait(false);
        if (colo.Is(ColoSide.Secondary)) return await FindSecondaryAsync(host.WithSide(ColoSide.Secondary), cancellationToken).ConfigureAwait(false);

        PrimaryState primary = await PrimaryState.QueryAsync(host, _pair, state.InitialRole, cancellationToken).ConfigureAwait(false);
        PairState found = state with { InitialRole = primary.Role, Token = primary.Token };
        FailureException.ThrowIf(TokenCheck.FindOtherPair(ColoSide.Primary, primary.Token, _pair));
        if (primary.IsInColo)
        {
            FailureException.ThrowIf(FindOtherServer(primary) ?? TokenCheck.FindOtherStart(ColoSide.Primary, primary.Token, primary.Token, _pair));
            return (
                found with { Phase = ColoPhase.Unknown, IsFound = true, IsSecondaryPromotable = true },
                "the host is the primary in COLO, and there is no connection to the secondary, which may have taken over");
        }

        FailureException.ThrowIf(primary.Guest.IsWaitingForMigration ? NeverRan() : null);
        return primary.IsInUse || primary.Token is not null
            ? (found with { Phase = ColoPhase.Unknown, IsFound = true }, $"the host is outside of COLO, and has {primary.Use}")
            : (found with { Phase = ColoPhase.Alone }, $"the host is outside of COLO, and its guest is {primary.Guest.Status}");
    }

    private async Task<(PairState Found, string Reason)> FindSecondaryAsync(ColoHost host, CancellationToken cancellationToken)
    {
        SecondaryState secondary = await SecondaryState.QueryAsync(host, cancellationToken).ConfigureAwait(false);
        FailureException.ThrowIf(
            FindOtherSecondary(secondary) ?? TokenCheck.FindOtherStart(ColoSide.Secondary, secondary.Token, secondary.Token, _pair));
        return (
            state with
            {
                Phase = ColoPhase.Unknown,
                Primary = null,
                Secondary = host,
                Token = secondary.Token,
                IsFound = true,
                IsSecondaryPromotable = true,
            },
            "the host is the secondary in COLO, and there is no connection to the primary");
    }

    private async Task<(PairState Found, string Reason)> FindBothAsync(CancellationToken cancellationToken)
    {
        ColoHost secondaryHost = state.RequireSecondary();
        PrimaryState primary = await PrimaryState.QueryAsync(state.RequirePrimary(), _pair, state.InitialRole, cancellationToken).ConfigureAwait(false);
        SecondaryState secondary = await SecondaryState.QueryAsync(secondaryHost, cancellationToken).ConfigureAwait(false);
        bool isPrimaryInColo = primary.IsInColo;
        bool isSecondaryInColo = secondary.Colo.Is(ColoSide.Secondary);

        if (primary.Colo.Is(ColoSide.Secondary)) throw new FailureException(HostCheck.FindModeFailure(ColoSide.Primary, primary.Colo)!);
        if (secondary.Colo.Is(ColoSide.Primary)) throw new FailureException(HostCheck.FindModeFailure(ColoSide.Secondary, secondary.Colo)!);
        FailureException.ThrowIf(
            TokenCheck.FindOtherPair(ColoSide.Primary, primary.Token, _pair)
            ?? TokenCheck.FindOtherPair(ColoSide.Secondary, secondary.Token, _pair)
            ?? FindOtherServer(primary)
            ?? FindOtherSecondary(secondary));
        if (secondary.RunsAlone) throw new FailureException(SecondaryRuns());

        PairState found = state with { InitialRole = primary.Role, Token = primary.Token ?? secondary.Token };
        if (isSecondaryInColo && !isPrimaryInColo && !primary.Migration.IsInProgress)
        {
            // The primary left COLO and runs the guest, or it is not the one that this secondary belongs to: a QEMU that was started anew.
            if (!primary.Colo.Was(ColoSide.Primary)) throw new FailureException(HostCheck.FindModeFailure(ColoSide.Primary, primary.Colo)!);
            return FindAlone(found, primary);
        }

        if (isPrimaryInColo || isSecondaryInColo)
        {
            FailureException.ThrowIf(
                TokenCheck.FindOtherStart(ColoSide.Primary, primary.Token, primary.Token ?? secondary.Token, _pair)
                ?? TokenCheck.FindOtherStart(ColoSide.Secondary, secondary.Token, primary.Token, _pair));
            return isPrimaryInColo && isSecondaryInColo
                ? await FindRunningAsync(found, primary, cancellationToken).ConfigureAwait(false)
                : (
                    found with { Phase = ColoPhase.Unknown, IsFound = true },
                    $"COLO has not started: the primary's mode is {primary.Colo.Mode}, and the secondary's {secondary.Colo.Mode}");
        }

        return primary.IsInUse || primary.Token is not null
            ? await FindAttachedAsync(found, primary, secondary, cancellationToken).ConfigureAwait(false)
            : await FindPreparedAsync(found, primary, secondary, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>COLO runs if the replicas are there, the exports are there, and the guest runs: now, or after the checkpoint that is under way.</summary>
    private async Task<(PairState Found, string Reason)> FindRunningAsync(PairState found, PrimaryState primary, CancellationToken cancellationToken)
    {
        PairState unknown = found with { Phase = ColoPhase.Unknown, IsFound = true };
        foreach (ColoDisk disk in _pair.Disks)
        {
            if (new PrimaryCheck(disk, primary.Role, primary.Graph).FindFailure() is { } failure) return (unknown, $"the primary: {failure.Cause}");
        }

        HashSet<string> exports = await found.RequireSecondary().QueryExportsAsync(cancellationToken).ConfigureAwait(false);
        if (ExportCheck.FindFailure(_pair.Exports, exports) is { } missing) return (unknown, $"the secondary: {missing.Cause}");

        ColoHost host = found.RequirePrimary();
        GuestStatus guest = primary.Guest;
        using QmpEvents events = host.Subscribe(Events.Resume, Events.ColoExit);
        bool runs = await context.Waiter.ForEventsAsync([events], EvaluateAsync, context.Options.StallTimeout, cancellationToken).ConfigureAwait(false);
        return runs
            ? (found with { Phase = ColoPhase.Running }, "COLO runs on both hosts, with all replicas, and so does the guest")
            : (unknown, $"both hosts are in COLO, and the primary's guest stands still: it is {guest.Status}");

        async Task<bool> EvaluateAsync() => (guest = await host.QueryGuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning;
    }

    /// <summary>
    /// A guest that has never run has the same disks as the secondary, so that the start can go on. Otherwise nothing shows what the guest wrote after
    /// the replicas were attached.
    /// </summary>
    private async Task<(PairState Found, string Reason)> FindAttachedAsync(
        PairState found, PrimaryState primary, SecondaryState secondary, CancellationToken cancellationToken)
    {
        string reason = $"a start or a resync was broken off: the primary has {primary.Use}";
        bool canGoOn = primary is { Guest.HasNeverRun: true, Jobs.Length: 0, Migration.Status: null, Token: not null } && primary.Token == secondary.Token;
        if (!canGoOn || FindReplicaFailure(primary) is not null || await FindPreparationFailureAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            return (found with { Phase = ColoPhase.Unknown, IsFound = true }, reason);
        }

        QmpEvents resumes = found.RequirePrimary().Subscribe(Events.Resume);
        return (
            found with { Phase = ColoPhase.Attached, ResumesSinceAttach = resumes },
            "the secondary is prepared, the primary has its replicas, and its guest has never run");
    }

    private async Task<(PairState Found, string Reason)> FindPreparedAsync(
        PairState found, PrimaryState primary, SecondaryState secondary, CancellationToken cancellationToken)
    {
        string guest = $"the primary's guest is {primary.Guest.Status}";
        if (secondary.Token is null) return (found with { Phase = ColoPhase.Connected }, $"the secondary is not prepared, and {guest}");
        return await FindPreparationFailureAsync(cancellationToken).ConfigureAwait(false) is { } failure
            ? (found with { Phase = ColoPhase.Connected }, $"a preparation was broken off: {failure.Cause} And {guest}")
            : (found with { Phase = ColoPhase.Prepared }, $"the secondary is prepared, and {guest}");
    }

    private static (PairState Found, string Reason) FindAlone(PairState found, PrimaryState primary) =>
        primary.Guest.IsRunning && !primary.IsInUse && primary.Token is null
            ? (found with { Phase = ColoPhase.Alone, Secondary = null }, "the primary has left COLO, and runs the guest alone")
            : (
                found with { Phase = ColoPhase.Unknown, IsFound = true },
                $"the primary has left COLO; its guest is {primary.Guest.Status}, and it has {primary.Use}");

    private Failure? FindReplicaFailure(PrimaryState primary) => _pair.Disks
        .Select(disk => new PrimaryCheck(disk, primary.Role, primary.Graph).FindFailure())
        .FirstOrDefault(failure => failure is not null);

    private async Task<Failure?> FindPreparationFailureAsync(CancellationToken cancellationToken)
    {
        try
        {
            SecondaryPreparation preparation = new(context, _pair, state.RequirePrimary(), state.RequireSecondary());
            await preparation.CheckSecondaryAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (FailureException failure) when (failure is not HostCommandException)
        {
            return failure.Failure;
        }
    }

    private Failure? FindOtherServer(PrimaryState primary)
    {
        Endpoint? declared = _pair.NbdServer;
        return _pair.Disks
            .Select(disk => new PrimaryCheck(disk, primary.Role, primary.Graph).FindOtherServer(declared))
            .FirstOrDefault(failure => failure is not null);
    }

    private Failure? FindOtherSecondary(SecondaryState secondary) =>
        TokenCheck.FindOtherPair(ColoSide.Secondary, secondary.Token, _pair) ?? HostCheck.FindListenerFailure(secondary.Listener, _pair.MigrationTarget);

    private static Failure NeverRan() => new(
        ColoSide.Primary, "it waits for a migration, and has no guest.", "It is a secondary that has not been in COLO: it can't take over.");

    private static Failure SecondaryRuns() => new(
        ColoSide.Secondary,
        "it runs the guest outside of COLO.",
        "If it has taken over, make a controller with its connection alone.");
}
