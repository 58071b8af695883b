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
        ColoHost primary = _state.Primary;
        ColoHost secondary = new(ColoSide.Secondary, newSecondary, context.Options.CommandTimeout);
        SecondaryPreparation preparation = new(context, pair, primary, secondary);
        DiskMirror mirror = new(context, pair, primary);
        await preparation.PrepareAsync(cancellationToken).ConfigureAwait(false);
        bool wasRunning = true;
        try
        {
            wasRunning = await context.WithoutProgress.StepAsync(
                ColoStep.Mirror, async () => (await primary.QueryGuestAsync(cancellationToken).ConfigureAwait(false)).IsRunning).ConfigureAwait(false);
            await mirror.RunAsync(cancellationToken).ConfigureAwait(false);

            ReplicaAttachment attachment = new(context, pair, _state.InitialRole, primary);
            using QmpEvents resumes = await attachment.AttachAsync(cancellationToken).ConfigureAwait(false);
            ColoStart start = new(context, pair, _state.InitialRole, primary, secondary);
            await start.CheckAsync(resumes, cancellationToken).ConfigureAwait(false);
            await start.StartAsync(cancellationToken).ConfigureAwait(false);
            return _state with { Commands = pair, Phase = ColoPhase.Running, Secondary = secondary, ResumesSinceAttach = null };
        }
        catch (Exception exception)
        {
            StateOnFailure = _state with { Phase = ColoPhase.Unknown, Secondary = null };
            GuestRecovery recovery = new(context, pair, _state.InitialRole, primary, secondary);
            if (await recovery.RunAfterAsync(exception, wasRunning).ConfigureAwait(false)) StateOnFailure = StateOnFailure with { Phase = ColoPhase.Alone };
            await preparation.TryReleaseAsync().ConfigureAwait(false);
            throw;
        }
    }
}
