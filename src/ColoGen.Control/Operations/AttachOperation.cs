using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Attaches the replicas to the primary, and removes them again if that fails.</summary>
internal sealed class AttachOperation(OperationContext context, PairState state) : IOperation
{
    private readonly PairState _state = state;

    public PairState StateOnFailure { get; private set; } = state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        ColoHost primary = _state.RequirePrimary();
        PairToken token = _state.TokenFor(_state.Commands);
        ReplicaAttachment attachment = new(context, _state.Commands, _state.InitialRole, primary);
        try
        {
            QmpEvents resumes = await attachment.ClaimAndAttachAsync(token, cancellationToken).ConfigureAwait(false);
            return _state with { Phase = ColoPhase.Attached, ResumesSinceAttach = resumes };
        }
        catch (Exception exception) when (attachment.MayHaveAttached)
        {
            StateOnFailure = _state with { Phase = ColoPhase.Unknown };
            GuestRecovery recovery = new(context, _state.Commands, _state.InitialRole, primary, _state.Secondary);
            if (await recovery.RunAfterAsync(exception, resumesGuest: false).ConfigureAwait(false)) StateOnFailure = _state;
            throw;
        }
        catch
        {
            await primary.WithTimeout(context.Options.RecoveryTimeout).TryUnclaimAsync(token).ConfigureAwait(false);
            throw;
        }
    }
}
