using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Gives a host that runs the guest alone a new secondary. If that fails, the guest continues alone.</summary>
/// <param name="context">Timeouts, clock, progress.</param>
/// <param name="state">The state of the pair.</param>
/// <param name="pair">The pair with the new secondary.</param>
/// <param name="newSecondary">The connection to the new secondary.</param>
internal sealed class ResyncOperation(OperationContext context, PairState state, PairCommands pair, QmpClient newSecondary) : IOperation
{
    private readonly PairState _state = state;

    public PairState StateOnFailure { get; private set; } = state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        pair.Validate();
        ColoHost primary = _state.RequirePrimary();
        ColoHost secondary = new(ColoSide.Secondary, newSecondary, context.Options.CommandTimeout);
        PairToken token = _state.TokenFor(pair);
        SecondaryPreparation preparation = new(context, pair, primary, secondary);
        await preparation.CheckHostsAsync(_state.Token, cancellationToken).ConfigureAwait(false);
        StateOnFailure = _state with { Token = token };
        await preparation.PrepareAsync(token, _state.Token, cancellationToken).ConfigureAwait(false);
        try
        {
            await ClaimAsync(primary, token, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            await primary.WithTimeout(context.Options.RecoveryTimeout).TryUnclaimAsync(token).ConfigureAwait(false);
            await preparation.TryReleaseAsync().ConfigureAwait(false);
            throw;
        }

        bool wasRunning = true;
        try
        {
            wasRunning = await context.WithoutProgress.StepAsync(
                ColoStep.Mirror, async () => (await primary.QueryGuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning).ConfigureAwait(false);
            await new DiskMirror(context, pair, primary).RunAsync(cancellationToken).ConfigureAwait(false);

            ReplicaAttachment attachment = new(context, pair, _state.InitialRole, primary);
            using QmpEvents resumes = await attachment.AttachAsync(cancellationToken).ConfigureAwait(false);
            ColoStart start = new(context, pair, _state.InitialRole, primary, secondary, token);
            await start.CheckAsync(resumes, cancellationToken).ConfigureAwait(false);
            await start.StartAsync(cancellationToken).ConfigureAwait(false);
            return StateOnFailure with { Commands = pair, Phase = ColoPhase.Running, Secondary = secondary, ResumesSinceAttach = null };
        }
        catch (Exception exception)
        {
            StateOnFailure = StateOnFailure with { Phase = ColoPhase.Unknown, Secondary = null };
            GuestRecovery recovery = new(context, pair, _state.InitialRole, primary, secondary);
            if (await recovery.RunAfterAsync(exception, wasRunning).ConfigureAwait(false)) StateOnFailure = StateOnFailure with { Phase = ColoPhase.Alone };
            await preparation.TryReleaseAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>From here on whatever the primary has of a start or a resync is of this one.</summary>
    private Task ClaimAsync(ColoHost primary, PairToken token, CancellationToken cancellationToken) => context.WithoutProgress.StepAsync(
        ColoStep.CheckHosts,
        async () =>
        {
            await primary.ClaimAsync(token, _state.Token, cancellationToken).ConfigureAwait(false);
            await ReplicaAttachment.RequireFreeAsync(primary, pair, _state.InitialRole, cancellationToken).ConfigureAwait(false);
        });
}
