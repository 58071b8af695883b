namespace ColoGen.Control.Operations;

/// <summary>Recovers the guest after an operation that failed, and whose own recovery failed, too.</summary>
internal sealed class RecoverOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        if (state.IsSecondaryPromotable)
        {
            throw new InvalidOperationException("The secondary was told to take over, and may do so: fail over again, to either side.");
        }

        GuestRecovery recovery = new(context, state.Commands, state.InitialRole, state.Primary, state.Secondary);
        await recovery.RunAsync(resumesGuest: true, cancellationToken).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Alone, Secondary = null, ResumesSinceAttach = null };
    }
}
