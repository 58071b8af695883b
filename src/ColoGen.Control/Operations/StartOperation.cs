using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Checks both hosts, and starts COLO. If it does not start, the primary's guest continues alone.</summary>
internal sealed class StartOperation(OperationContext context, PairState state) : IOperation
{
    private readonly PairState _state = state;

    public PairState StateOnFailure { get; private set; } = state;

    public async Task<PairState> RunAsync(CancellationToken cancellationToken)
    {
        ColoHost primary = _state.RequirePrimary();
        ColoStart start = new(context, _state.Commands, _state.InitialRole, primary, _state.RequireSecondary(), _state.Token!);
        await start.CheckAsync(_state.ResumesSinceAttach!, cancellationToken).ConfigureAwait(false);
        try
        {
            await start.StartAsync(cancellationToken).ConfigureAwait(false);
            return _state with { Phase = ColoPhase.Running, ResumesSinceAttach = null };
        }
        catch (Exception exception) when (start.MayHaveMigrated)
        {
            StateOnFailure = _state with { Phase = ColoPhase.Unknown, ResumesSinceAttach = null };
            GuestRecovery recovery = new(context, _state.Commands, _state.InitialRole, primary, _state.Secondary);
            if (await recovery.RunAfterAsync(exception, resumesGuest: true).ConfigureAwait(false))
            {
                StateOnFailure = StateOnFailure with { Phase = ColoPhase.Alone, Secondary = null };
            }

            throw;
        }
    }
}
