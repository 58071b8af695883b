using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Removes the replicas from the primary.</summary>
internal sealed class DetachOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> detach = state.Commands.ReadDetach(state.InitialRole);
        await context.StepAsync(
            ColoStep.DetachReplica, () => state.Primary.SendAsync(state.Commands, detach, cancellationToken)).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Prepared, ResumesSinceAttach = null };
    }
}
