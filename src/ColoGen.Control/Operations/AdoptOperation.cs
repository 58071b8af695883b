using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Takes over a pair in which COLO runs. Sends queries only.</summary>
internal sealed class AdoptOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        ColoInitialRole role = await context.StepAsync(ColoStep.Adopt, async () =>
        {
            foreach (ColoHost host in new[] { state.Primary, state.RequireSecondary() })
            {
                FailureException.ThrowIf(HostCheck.FindModeFailure(host.Side, await host.QueryColoAsync(cancellationToken).ConfigureAwait(false)));
            }

            LiveBlockGraph graph = await state.Primary.QueryBlockGraphAsync(cancellationToken).ConfigureAwait(false);
            ColoInitialRole found = state.Commands.Disks.All(disk => new PrimaryCheck(disk, ColoInitialRole.Primary, graph).HasReplica)
                ? ColoInitialRole.Primary
                : ColoInitialRole.Secondary;
            foreach (ColoDisk disk in state.Commands.Disks) FailureException.ThrowIf(new PrimaryCheck(disk, found, graph).FindFailure());
            return found;
        }).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Running, InitialRole = role };
    }
}
