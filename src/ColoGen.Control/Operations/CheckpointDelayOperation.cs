using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Changes the interval between checkpoints.</summary>
/// <param name="context">Timeouts, clock, progress.</param>
/// <param name="state">The state of the pair.</param>
/// <param name="pair">The pair with the new delay.</param>
/// <param name="commands">Its commands that set the delay; at least one.</param>
internal sealed class CheckpointDelayOperation(
    OperationContext context, PairState state, PairCommands pair, IReadOnlyList<GeneratedCommand> commands) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        long expected = commands[^1].Arguments.GetProperty(Parameters.CheckpointDelay).GetInt64();
        ColoHost primary = state.RequirePrimary();
        await context.StepAsync(ColoStep.SetCheckpointDelay, async () =>
        {
            await primary.SendAsync(pair, commands, cancellationToken).ConfigureAwait(false);
            long found = await primary.QueryCheckpointDelayAsync(cancellationToken).ConfigureAwait(false);
            if (found != expected) throw new FailureException(OtherDelay(found, expected));
        }).ConfigureAwait(false);
        return state with { Commands = pair };
    }

    private static Failure OtherDelay(long found, long expected) =>
        new(ColoSide.Primary, $"its {Parameters.CheckpointDelay} is {found} after it was set to {expected}.");
}
