using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Removes the exports of a prepared secondary.</summary>
internal sealed class ReleaseOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<GeneratedCommand> release = state.Commands.Read(ColoCommands.SecondaryRelease);
        string[] exports = state.Commands.Exports;
        ColoHost secondary = state.RequireSecondary();
        await context.StepAsync(ColoStep.ReleaseSecondary, async () =>
        {
            HashSet<string> before = await secondary.QueryExportsAsync(cancellationToken).ConfigureAwait(false);
            HostCommandException? refusal = await secondary.TrySendAsync(state.Commands, release, cancellationToken).ConfigureAwait(false);

            // QEMU refuses to remove what an earlier call has removed.
            if (refusal is not null && before.IsSupersetOf(exports)) throw refusal;
            HashSet<string> after = await secondary.QueryExportsAsync(cancellationToken).ConfigureAwait(false);
            if (after.Overlaps(exports)) throw new FailureException(ExportsRemain(after.Intersect(exports), refusal), refusal);
            if (state.Token is { } token) await secondary.UnclaimAsync(token, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Connected };
    }

    private static Failure ExportsRemain(IEnumerable<string> exports, HostCommandException? refusal) =>
        new(ColoSide.Secondary, $"it still exports {string.Join(", ", exports.Order())}. {refusal?.Message}".TrimEnd());
}
