using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Recovers the guest after an operation that failed and whose own recovery failed, too, or whose controller has ended.</summary>
internal sealed class RecoverOperation(OperationContext context, PairState state) : IOperation
{
    public PairState StateOnFailure => state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        if (state.IsSecondaryPromotable)
        {
            throw new InvalidOperationException("The secondary may take over, or may have done so: fail over, to either side.");
        }

        PairCommands pair = state.Commands;
        GuestRecovery recovery = new(context, pair, state.InitialRole, state.RequirePrimary(), state.Secondary, mustAskSecondary: state.IsFound);
        await recovery.RunAsync(resumesGuest: true, cancellationToken).ConfigureAwait(false);
        if (state.Secondary is { } secondary && state.Token is { } token) await TryReleaseAsync(secondary, token).ConfigureAwait(false);
        return state with { Phase = ColoPhase.Alone, Secondary = null, ResumesSinceAttach = null, IsFound = false };
    }

    /// <summary>So that a secondary that has received nothing can be prepared again. Others are of no use any more.</summary>
    private async Task TryReleaseAsync(ColoHost secondary, PairToken token)
    {
        ColoHost host = secondary.WithTimeout(context.Options.FencedSideTimeout);
        try
        {
            if (!(await host.QueryGuestAsync(CancellationToken.None).ConfigureAwait(false)).IsWaitingForMigration) return;
            if (await host.QueryTokenAsync(CancellationToken.None).ConfigureAwait(false) != token) return;
            await host.TrySendAsync(state.Commands, state.Commands.Read(ColoCommands.SecondaryRelease), CancellationToken.None).ConfigureAwait(false);
            await host.RemoveTokenAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (HostCommandException)
        {
            // It does not run the guest.
        }
    }
}
