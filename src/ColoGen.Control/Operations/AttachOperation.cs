namespace ColoGen.Control.Operations;

/// <summary>Attaches the replicas to the primary, and removes them again if that fails.</summary>
internal sealed class AttachOperation(OperationContext context, PairState state) : IOperation
{
    private readonly PairState _state = state;

    public PairState StateOnFailure { get; private set; } = state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            ReplicaAttachment attachment = new(context, _state.Commands, _state.InitialRole, _state.Primary);
            QmpEvents resumes = await attachment.AttachAsync(cancellationToken).ConfigureAwait(false);
            return _state with { Phase = ColoPhase.Attached, ResumesSinceAttach = resumes };
        }
        catch (ColoException exception) when (exception.Step == ColoStep.CheckHosts)
        {
            throw;
        }
        catch (Exception exception)
        {
            StateOnFailure = _state with { Phase = ColoPhase.Unknown };
            GuestRecovery recovery = new(context, _state.Commands, _state.InitialRole, _state.Primary, _state.Secondary);
            if (await recovery.RunAfterAsync(exception, resumesGuest: false).ConfigureAwait(false)) StateOnFailure = _state;
            throw;
        }
    }
}
