using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Calls the fencing callback for one side, and checks that the side does not run afterwards.</summary>
internal sealed class Fencing(OperationContext context, ColoSide side, ColoFencing fencing)
{
    private const string Untouched = "The survivor was not changed.";

    /// <returns>The confirmation, which is not a refusal.</returns>
    /// <exception cref="FailureException">The callback refused, failed, confirmed nothing or took too long.</exception>
    public async Task<FencingConfirmation> FenceAsync(string? connection, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(context.Options.FencingTimeout, context.Time);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        FencingConfirmation? confirmation;
        try
        {
            confirmation = await fencing(new(side, connection), stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception) when (stop.IsCancellationRequested)
        {
            throw new FailureException(Late(), exception);
        }
        catch (Exception exception)
        {
            throw new FailureException(Failed(exception), exception);
        }

        return confirmation switch
        {
            null => throw new FailureException(NothingConfirmed()),
            { Outcome: FencingOutcome.Refused } => throw new FailureException(Refused(confirmation)),
            _ => confirmation,
        };
    }

    /// <summary>Queries the fenced host. No answer is the expected result.</summary>
    /// <exception cref="FailureException">The host answers, and should not.</exception>
    public async Task CheckAsync(ColoHost? fenced, FencingConfirmation confirmation, CancellationToken cancellationToken)
    {
        if (fenced is null) return;
        ColoHost host = fenced.WithTimeout(context.Options.FencedSideTimeout);
        string answer;
        try
        {
            GuestStatus guest = await host.QueryGuestAsync(cancellationToken).ConfigureAwait(false);
            ColoStatus colo = await host.QueryColoAsync(cancellationToken).ConfigureAwait(false);

            // Within COLO a stopped guest runs again after the next checkpoint.
            if (confirmation.Outcome == FencingOutcome.CutOff && !guest.IsRunning && colo.IsNone) return;
            answer = $"its guest is {guest.Status}, and its COLO mode {colo.Mode}";
        }
        catch (HostCommandException failure) when (failure.IsTimeout || failure.IsConnectionLost)
        {
            return;
        }
        catch (HostCommandException failure)
        {
            answer = failure.Message;
        }

        throw new FailureException(Answers(confirmation, answer));
    }

    private Failure Late() => new(side, $"the fencing did not confirm anything within {context.Options.FencingTimeout.TotalSeconds} s.", Untouched);

    private Failure Failed(Exception exception) => new(side, $"the fencing failed: {exception.Message}", Untouched);

    private Failure NothingConfirmed() => new(side, "the fencing confirmed nothing.", Untouched);

    private Failure Refused(FencingConfirmation confirmation) => new(side, $"the fencing was refused: {confirmation.Evidence}.", Untouched);

    private Failure Answers(FencingConfirmation confirmation, string answer)
    {
        string outcome = confirmation.Outcome == FencingOutcome.Dead ? "dead" : "cut off";
        return new(
            side,
            $"it answers, though the fencing confirmed that it is {outcome} ({confirmation.Evidence}): {answer}.",
            $"End its QEMU, and call FailoverAsync again. {Untouched}");
    }
}
