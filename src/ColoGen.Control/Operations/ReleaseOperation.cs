using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Removes the exports of a prepared secondary.</summary>
internal sealed class ReleaseOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> release = state.Commands.Read(ColoCommands.SecondaryRelease);
        await context.StepAsync(
            ColoStep.ReleaseSecondary, () => state.RequireSecondary().SendAsync(state.Commands, release, cancellationToken)).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Connected };
    }
}
