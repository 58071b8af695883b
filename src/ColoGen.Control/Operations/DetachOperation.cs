using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Removes the replicas from the primary.</summary>
internal sealed class DetachOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> detach = state.Commands.ReadDetach(state.InitialRole);
        string[] nodes = state.Commands.ReplicaNodes(state.InitialRole);
        ColoHost primary = state.RequirePrimary();
        await context.StepAsync(ColoStep.DetachReplica, async () =>
        {
            // QEMU refuses to remove what an earlier call has removed. The nodes show whether all are gone.
            HostCommandException? refusal = await primary.TrySendAsync(state.Commands, detach, cancellationToken).ConfigureAwait(false);
            HashSet<string> remaining = (await primary.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false)).Present(nodes);
            if (remaining.Count > 0) throw refusal ?? new FailureException(NodesRemain(remaining));
            if (state.Token is { } token) await primary.UnclaimAsync(token, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Prepared, ResumesSinceAttach = null };
    }

    private static Failure NodesRemain(IEnumerable<string> nodes) =>
        new(ColoSide.Primary, $"these nodes are still there: {string.Join(", ", nodes.Order())}.");
}
