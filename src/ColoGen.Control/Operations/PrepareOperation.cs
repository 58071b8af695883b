namespace ColoGen.Control.Operations;

/// <summary>Prepares the secondary.</summary>
internal sealed class PrepareOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        SecondaryPreparation preparation = new(context, state.Commands, state.Primary, state.RequireSecondary());
        await preparation.PrepareAsync(cancellationToken).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Prepared };
    }
}
