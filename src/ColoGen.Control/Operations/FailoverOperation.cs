using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Fences one side, and lets the other one run the guest alone.</summary>
/// <param name="context">Timeouts, clock, progress.</param>
/// <param name="state">The state of the pair.</param>
/// <param name="survivor">The side that takes over.</param>
/// <param name="fencing">The caller's fencing callback.</param>
/// <param name="calls">Calls it, unless another one runs.</param>
internal sealed class FailoverOperation(OperationContext context, PairState state, ColoSide survivor, ColoFencing fencing, FencingCalls calls) : IOperation
{
    private readonly PairState _state = state;
    private readonly ColoHost _host = survivor == ColoSide.Primary ? state.RequirePrimary() : state.RequireSecondary();
    private readonly Fencing _fencing = new(context, calls, survivor == ColoSide.Primary ? ColoSide.Secondary : ColoSide.Primary, fencing);

    public PairState StateOnFailure { get; private set; } = state;

    /// <summary>What was done; null until it is.</summary>
    public ColoFailoverResult? Result { get; private set; }

    /// <summary>A secondary has no replica.</summary>
    private string[] ReplicaNodes => survivor == ColoSide.Primary ? _state.Commands.ReplicaNodes(_state.InitialRole) : [];

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        PairCommands pair = _state.Commands;
        ColoHost? fenced = survivor == ColoSide.Primary ? _state.Secondary : _state.Primary;
        IReadOnlyList<GeneratedCommand> failover =
            survivor == ColoSide.Primary ? pair.ReadFailover(_state.InitialRole) : pair.Read(ColoCommands.SecondaryFailover);

        bool waits = await context.StepAsync(ColoStep.CheckSurvivor, () =>
        {
            _fencing.RequireNoOther();
            return CheckSurvivorAsync(cancellationToken);
        }).ConfigureAwait(false);
        long began = context.Time.GetTimestamp();
        FencingConfirmation confirmation = await context.StepAsync(
            ColoStep.Fence, () => _fencing.FenceAsync(fenced?.Client.Name, cancellationToken)).ConfigureAwait(false);
        long confirmed = context.Time.GetTimestamp();
        await context.StepAsync(ColoStep.CheckFenced, () => _fencing.CheckAsync(fenced, confirmation, cancellationToken)).ConfigureAwait(false);

        StateOnFailure = _state with { Phase = ColoPhase.Unknown, IsSecondaryPromotable = survivor == ColoSide.Secondary };
        using QmpEvents events = await context.WithoutProgress.StepAsync(
            ColoStep.Failover, () => Task.FromResult(_host.Subscribe(Events.Resume, Events.ColoExit))).ConfigureAwait(false);
        HostCommandException? refusal = await context.StepAsync(ColoStep.Failover, async () =>
        {
            if (waits || survivor == ColoSide.Primary) await new Disconnection(_host).TryYankAsync(ReplicaNodes, cancellationToken).ConfigureAwait(false);
            if (waits) await RequireSurvivorAsync("The other host was fenced.", cancellationToken).ConfigureAwait(false);
            return await _host.TrySendAsync(pair, failover, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await context.StepAsync(ColoStep.LeaveColo, () => LeaveColoAsync(events, refusal, cancellationToken)).ConfigureAwait(false);

        Result = new(survivor, confirmation.Evidence, context.Time.GetElapsedTime(began, confirmed), context.Time.GetElapsedTime(confirmed));
        await context.WithoutProgress.StepAsync(ColoStep.LeaveColo, () => UnclaimAsync(cancellationToken)).ConfigureAwait(false);
        return new(
            pair,
            ColoPhase.Alone,
            survivor == ColoSide.Secondary ? ColoInitialRole.Secondary : _state.InitialRole,
            _host.WithSide(ColoSide.Primary),
            Secondary: null,
            Token: _state.Token);
    }

    /// <returns>
    /// Whether the survivor waits for the other host, and executes commands only out of band: a primary that waits for what it wrote to a replica, a
    /// secondary that waits for the rest of a checkpoint. It answers after the other host was fenced and the connections were shut down.
    /// </returns>
    private async Task<bool> CheckSurvivorAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RequireSurvivorAsync("No host was fenced, and nothing was changed.", cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (HostCommandException failure) when (failure.IsTimeout && _host.Client.HasOutOfBand)
        {
            if (!await WaitsForOtherAsync(cancellationToken).ConfigureAwait(false)) throw;
            return true;
        }
    }

    private async Task<bool> WaitsForOtherAsync(CancellationToken cancellationToken)
    {
        try
        {
            return Disconnection.Of(await _host.QueryYankAsync(cancellationToken).ConfigureAwait(false), ReplicaNodes).Any();
        }
        catch (HostCommandException)
        {
            // The first failure says more.
            return false;
        }
    }

    private async Task RequireSurvivorAsync(string remedy, CancellationToken cancellationToken)
    {
        ColoStatus colo = await _host.QueryColoAsync(cancellationToken).ConfigureAwait(false);
        if (!colo.Is(survivor) && !colo.Was(survivor)) throw new FailureException(CannotTakeOver(colo, remedy));
        if (_state.Token is null) return;
        PairToken? found = await _host.QueryTokenAsync(cancellationToken).ConfigureAwait(false);

        // A survivor that has left COLO has given its token up.
        if (colo.Is(survivor)) FailureException.ThrowIf(TokenCheck.FindOtherStart(survivor, found, _state.Token, _state.Commands));
    }

    /// <summary>QEMU sends no event if the guest runs already, as it does between checkpoints.</summary>
    private async Task LeaveColoAsync(QmpEvents events, HostCommandException? refusal, CancellationToken cancellationToken)
    {
        ColoStatus? colo = null;
        GuestStatus? guest = null;
        bool runs = await context.Waiter.ForChangeAsync([events], EvaluateAsync, context.Options.FailoverTimeout, cancellationToken).ConfigureAwait(false);
        if (!runs) throw new FailureException(GuestStopped(colo!, guest!, refusal), refusal);
        if (survivor == ColoSide.Secondary) return;

        LiveBlockGraph graph = await _host.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false);
        HashSet<string> remaining = graph.Present(ReplicaNodes);
        if (remaining.Count > 0) throw new FailureException(NodesRemain(remaining, refusal), refusal);

        async Task<bool> EvaluateAsync()
        {
            colo = await _host.QueryColoAsync(cancellationToken).ConfigureAwait(false);
            guest = await _host.QueryGuestAsync(cancellationToken).ConfigureAwait(false);
            return colo.IsNone && guest.IsRunning;
        }
    }

    /// <summary>A survivor that refuses it runs the guest, and a controller that knows the token replaces it.</summary>
    private async Task UnclaimAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (_state.Token is { } token) await _host.UnclaimAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (HostCommandException failure) when (failure.IsRefusal)
        {
            // It is reported by the next resync, if that can't replace it.
        }
    }

    private Failure CannotTakeOver(ColoStatus colo, string remedy) =>
        new(survivor, $"it can't take over: its COLO mode is {colo.Mode}, and was {colo.LastMode} before.", remedy);

    private Failure GuestStopped(ColoStatus colo, GuestStatus guest, HostCommandException? refusal) =>
        new(survivor, $"its guest does not run alone: it is {guest.Status}, and its COLO mode is {colo.Mode}. {refusal?.Message}".TrimEnd());

    private Failure NodesRemain(IEnumerable<string> nodes, HostCommandException? refusal) => new(
        survivor,
        $"its guest runs, but these nodes of dead replicas are still there: {string.Join(", ", nodes.Order())}. {refusal?.Message}".TrimEnd(),
        "Call FailoverAsync again: it removes them.");
}
