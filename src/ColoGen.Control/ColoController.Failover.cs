using System.Diagnostics;

namespace ColoGen.Control;

/// <content>Failover, and the fencing before it.</content>
public sealed partial class ColoController
{
    /// <summary>
    /// Lets one side run the guest by itself, after the other was fenced. Nothing is sent that changes the survivor before the callback has
    /// confirmed; then the fenced side is asked once more.
    /// </summary>
    /// <param name="survivor">The side that goes on.</param>
    /// <param name="fencing">Makes sure that the other side does not.</param>
    /// <param name="progress">Told of the steps.</param>
    /// <param name="cancellationToken">Ends the failover; before the fencing is confirmed the survivor is left as it is.</param>
    /// <returns>What was done, and how long it took.</returns>
    /// <exception cref="ColoException">
    /// The survivor can't take over; the fencing was refused, failed or took too long; the fenced side runs all the same; or QEMU did not do it.
    /// The step says which. It can be tried again.
    /// </exception>
    /// <exception cref="InvalidOperationException">COLO does not run, or there is no such side.</exception>
    public async Task<ColoFailoverResult> FailoverAsync(
        ColoSide survivor, ColoFencing fencing, IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fencing);
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Running, ColoPhase.Unknown).ConfigureAwait(false);
        ColoHost? other = survivor == ColoSide.Primary ? _secondary : _primary;
        ColoHost host = (survivor == ColoSide.Primary ? _primary : _secondary) ?? throw new InvalidOperationException("There is no secondary.");
        IReadOnlyList<ColoCommandLine> lines = ColoCommandList.Read(_pair, survivor == ColoSide.Primary ? FailoverCommands : ColoCommands.SecondaryFailover);

        await StepAsync(ColoStep.CheckSurvivor, progress, () => CheckSurvivorAsync(host, cancellationToken)).ConfigureAwait(false);

        long began = Stopwatch.GetTimestamp();
        FencingConfirmation confirmation = await StepAsync(ColoStep.Fence, progress, () => FenceAsync(survivor, other, fencing, cancellationToken)).ConfigureAwait(false);
        long confirmed = Stopwatch.GetTimestamp();
        await StepAsync(ColoStep.CheckFenced, progress, () => CheckFencedAsync(other, confirmation, cancellationToken)).ConfigureAwait(false);

        Phase = ColoPhase.Unknown;
        _mayBePromoted = survivor == ColoSide.Secondary;
        ColoHostException? refusal = null;
        await StepAsync(ColoStep.Failover, progress, async () =>
        {
            if (survivor == ColoSide.Primary) await YankAsync(host, ReplicaNodes(), cancellationToken).ConfigureAwait(false);
            refusal = await SendAllAsync(host, lines, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        await StepAsync(ColoStep.LeaveColo, progress, () => LeaveColoAsync(host, refusal, cancellationToken)).ConfigureAwait(false);

        _primary = host.As(ColoSide.Primary);
        _secondary = null;
        _mayBePromoted = false;
        if (survivor == ColoSide.Secondary) InitialRole = ColoInitialRole.Secondary;
        Phase = ColoPhase.Alone;
        return new(survivor, confirmation.Evidence, Stopwatch.GetElapsedTime(began, confirmed), Stopwatch.GetElapsedTime(confirmed));
    }

    private string[] ReplicaNodes() => [.. ColoCommandList.Read(_pair, AttachCommands).Select(line => line.AddedNode).OfType<string>()];

    private static async Task CheckSurvivorAsync(ColoHost host, CancellationToken cancellationToken)
    {
        ColoStatus colo;
        try
        {
            colo = await host.ColoAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ColoHostException hang) when (hang.InnerException is QmpTimeoutException && host.Side == ColoSide.Primary && host.Client.HasOutOfBand)
        {
            // A primary waits for what it wrote to a replica that can't be reached, and answers only out of band until that is cut off.
            await host.AskOutOfBandAsync("query-yank", _ => true, cancellationToken).ConfigureAwait(false);
            return;
        }

        string mode = ColoStatus.ModeOf(host.Side);
        if (colo.Mode == mode || (colo.Mode == ColoStatus.None && colo.LastMode == mode)) return;
        throw new ColoException(
            ColoStep.CheckSurvivor,
            host.Side,
            $"it can't take over: its COLO mode is {colo.Mode}, and was {colo.LastMode} before.",
            "Nobody was fenced, and nothing was changed.");
    }

    private async Task<FencingConfirmation> FenceAsync(ColoSide survivor, ColoHost? other, ColoFencing fencing, CancellationToken cancellationToken)
    {
        ColoSide side = survivor == ColoSide.Primary ? ColoSide.Secondary : ColoSide.Primary;
        const string untouched = "The survivor was left as it is.";
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(_options.FencingTimeout);
        FencingConfirmation? confirmation;
        try
        {
            confirmation = await fencing(new(side, other?.Client.Name), stop.Token).WaitAsync(stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException exception) when (stop.IsCancellationRequested)
        {
            throw new ColoException(
                ColoStep.Fence, side, $"the fencing did not confirm anything within {_options.FencingTimeout.TotalSeconds} s.", untouched, inner: exception);
        }
        catch (Exception exception)
        {
            throw new ColoException(ColoStep.Fence, side, $"the fencing failed: {exception.Message}", untouched, inner: exception);
        }

        return confirmation switch
        {
            null => throw new ColoException(ColoStep.Fence, side, "the fencing confirmed nothing.", untouched),
            { Outcome: FencingOutcome.Refused } => throw new ColoException(ColoStep.Fence, side, $"the fencing was refused: {confirmation.Evidence}.", untouched),
            _ => confirmation,
        };
    }

    /// <summary>No answer is what is hoped for.</summary>
    private async Task CheckFencedAsync(ColoHost? other, FencingConfirmation confirmation, CancellationToken cancellationToken)
    {
        if (other is null) return;
        ColoHost host = other.Within(_options.FencedSideTimeout);
        string answer;
        try
        {
            GuestStatus guest = await host.GuestAsync(cancellationToken).ConfigureAwait(false);
            ColoStatus colo = await host.ColoAsync(cancellationToken).ConfigureAwait(false);

            // A guest that stands still within COLO runs again after the next checkpoint.
            if (confirmation.Outcome == FencingOutcome.CutOff && !guest.IsRunning && colo.Mode == ColoStatus.None) return;
            answer = $"its guest is {guest.Status}, and its COLO mode {colo.Mode}";
        }
        catch (ColoHostException failure) when (failure.InnerException is QmpTimeoutException or QmpConnectionException)
        {
            return;
        }
        catch (ColoHostException failure)
        {
            answer = failure.Message;
        }

        throw new ColoException(
            ColoStep.CheckFenced,
            other.Side,
            $"it answers, though the fencing confirmed that it is {(confirmation.Outcome == FencingOutcome.Dead ? "dead" : "cut off")} ({confirmation.Evidence}): {answer}.",
            "End its QEMU, and fail over again. The survivor was left as it is.");
    }

    private async Task LeaveColoAsync(ColoHost host, ColoHostException? refusal, CancellationToken cancellationToken)
    {
        ColoStatus? colo = null;
        GuestStatus? guest = null;
        bool runs = await WaitUntilAsync(
            async () =>
            {
                colo = await host.ColoAsync(cancellationToken).ConfigureAwait(false);
                guest = await host.GuestAsync(cancellationToken).ConfigureAwait(false);
                return colo.Mode == ColoStatus.None && guest.IsRunning;
            },
            _options.FailoverTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!runs)
        {
            throw new ColoException(
                ColoStep.LeaveColo,
                host.Side,
                $"its guest does not run by itself: it is {guest!.Status}, and its COLO mode {colo!.Mode}. {refusal?.Message}".TrimEnd(),
                inner: refusal);
        }

        if (host.Side == ColoSide.Secondary) return;
        HashSet<string> present = await PresentAsync(host, ReplicaNodes(), cancellationToken).ConfigureAwait(false);
        if (present.Count > 0)
        {
            throw new ColoException(
                ColoStep.LeaveColo,
                host.Side,
                $"its guest runs, but these nodes of dead replicas are still there: {string.Join(", ", present.Order())}. {refusal?.Message}".TrimEnd(),
                "Fail over again: it takes them away.",
                inner: refusal);
        }
    }
}
