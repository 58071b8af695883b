using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Prepares the secondary.</summary>
internal sealed class PrepareOperation(OperationContext context, PairState state) : IOperation
{
    private readonly PairState _state = state;

    public PairState StateOnFailure { get; private set; } = state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        _state.Commands.Validate();
        PairToken token = _state.TokenFor(_state.Commands);
        SecondaryPreparation preparation = new(context, _state.Commands, _state.RequirePrimary(), _state.RequireSecondary());
        await preparation.CheckHostsAsync(_state.Token, cancellationToken).ConfigureAwait(false);
        StateOnFailure = _state with { Token = token };
        await preparation.PrepareAsync(token, _state.Token, cancellationToken).ConfigureAwait(false);
        return StateOnFailure with { Phase = ColoPhase.Prepared };
    }
}
