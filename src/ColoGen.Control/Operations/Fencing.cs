using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Calls the fencing callback for one side, and checks that the side does not run afterwards.</summary>
internal sealed class Fencing(OperationContext context, FencingCalls calls, ColoSide side, ColoFencing fencing)
{
    private const string Untouched = "The survivor was not changed.";

    /// <exception cref="FailureException">A callback of an earlier failover still runs.</exception>
    public void RequireNoOther()
    {
        if (calls.RunningSide is { } other) throw new FailureException(StillRuns(other));
    }

    /// <returns>The confirmation, which is not a refusal.</returns>
    /// <exception cref="FailureException">The callback refused, failed, confirmed nothing or took too long.</exception>
    public async Task<FencingConfirmation> FenceAsync(string? connection, CancellationToken cancellationToken)
    {
        using CancellationTokenSource late = new(context.Options.FencingTimeout, context.Time);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        FencingConfirmation? confirmation;
        try
        {
            confirmation = await calls.Start(fencing, new(side, connection), stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
            stop.Token.ThrowIfCancellationRequested();
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
        if (fenced?.WithTimeout(context.Options.FencedSideTimeout) is not { } host) return;
        string? answer = confirmation.Outcome == FencingOutcome.Dead
            ? await FindAnswerAsync(host, cancellationToken).ConfigureAwait(false)
            : await FindRunningGuestAsync(host, cancellationToken).ConfigureAwait(false);
        if (answer is not null) throw new FailureException(Answers(confirmation, answer));
    }

    /// <summary>Any answer proves that QEMU lives. Its main loop may hang while it executes commands out of band.</summary>
    private static async Task<string?> FindAnswerAsync(ColoHost host, CancellationToken cancellationToken)
    {
        Task<string?> guest = AskAsync(host.QueryGuestAsync, status => $"its guest is {status.Status}", cancellationToken);
        Task<string?> outOfBand = host.Client.HasOutOfBand
            ? AskAsync(host.QueryYankAsync, _ => "it executes commands out of band", cancellationToken)
            : Task.FromResult<string?>(null);
        string?[] answers = await Task.WhenAll(guest, outOfBand).ConfigureAwait(false);
        return answers[0] ?? answers[1];
    }

    /// <summary>A host that answers must answer completely: within COLO a stopped guest runs again after the next checkpoint.</summary>
    private static async Task<string?> FindRunningGuestAsync(ColoHost host, CancellationToken cancellationToken)
    {
        string? guest = await AskAsync(
            host.QueryGuestAsync, status => status.IsRunning ? $"its guest is {status.Status}" : "", cancellationToken).ConfigureAwait(false);
        if (guest != "") return guest;
        string? colo = await AskAsync(
            host.QueryColoAsync, status => status.IsNone ? "" : $"its guest is stopped, and its COLO mode {status.Mode}", cancellationToken)
            .ConfigureAwait(false);
        return colo == "" ? null : colo ?? "its guest is stopped, and it does not answer whether COLO has ended";
    }

    /// <returns>What the answer says; null if there is none.</returns>
    private static async Task<string?> AskAsync<T>(Func<CancellationToken, Task<T>> query, Func<T, string> describe, CancellationToken cancellationToken)
    {
        try
        {
            return describe(await query(cancellationToken).ConfigureAwait(false));
        }
        catch (HostCommandException failure) when (failure.IsTimeout || failure.IsConnectionLost)
        {
            return null;
        }
        catch (HostCommandException failure)
        {
            return failure.Message;
        }
    }

    private static Failure StillRuns(ColoSide other) => new(
        other,
        "the fencing callback of an earlier failover still runs. It may still end that host.",
        "Call FailoverAsync again when the callback has returned. No host was fenced, and nothing was changed.");

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
