using System.Diagnostics;

namespace ColoGen.Control;

/// <content>A new secondary for a host that runs the guest alone.</content>
public sealed partial class ColoController
{
    /// <summary>
    /// Gives a host that runs the guest by itself a new secondary: prepares that, copies the disks to it while the guest runs, and starts COLO.
    /// The guest stands still from the end of the copy until COLO runs. Whatever fails, the guest runs on by itself.
    /// </summary>
    /// <param name="pair">The pair with the new secondary's addresses and files: <c>pair with { NbdHost = … }</c>.</param>
    /// <param name="newSecondary">To a QEMU that was started as the pair's <c>Secondary</c> with <c>-incoming defer</c>. What its disks hold is overwritten.</param>
    /// <param name="progress">Told of the steps, and of how much is copied.</param>
    /// <param name="cancellationToken">Gives the resync up; the guest runs on by itself.</param>
    /// <exception cref="ColoException">The step says what failed; the guest runs by itself, or <see cref="ColoException.RecoveryFailure"/> says why not.</exception>
    /// <exception cref="ArgumentException">The pair has other disks or another QEMU, or a value that can't be carried; nothing was sent.</exception>
    /// <exception cref="InvalidOperationException">A secondary is attached already.</exception>
    public async Task ResyncAsync(
        IColoPair pair, QmpClient newSecondary, IProgress<ColoProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(newSecondary);
        RequireSamePair(pair);
        using Turn turn = await BeginAsync(cancellationToken, ColoPhase.Alone, ColoPhase.Prepared, ColoPhase.Connected).ConfigureAwait(false);
        IReadOnlyList<ColoCommandLine> mirror = ColoCommandList.Read(pair, ColoCommands.Mirror);
        IReadOnlyList<ColoCommandLine> finish = ColoCommandList.Read(pair, ColoCommands.MirrorFinish);
        IReadOnlyList<ColoCommandLine> detach = ColoCommandList.Read(pair, ColoCommands.MirrorDetach);
        IReadOnlyList<ColoCommandLine> release = ColoCommandList.Read(pair, ColoCommands.SecondaryRelease);
        ColoHost secondary = new(ColoSide.Secondary, newSecondary, _options.CommandTimeout);

        await PrepareSecondaryAsync(pair, secondary, progress, cancellationToken).ConfigureAwait(false);
        bool hasRun = true;
        try
        {
            hasRun = (await StepAsync(ColoStep.Mirror, null, () => _primary.GuestAsync(cancellationToken)).ConfigureAwait(false)).IsRunning;
            using (QmpEvents events = await StepAsync(ColoStep.Mirror, null, () => Task.FromResult(_primary.Subscribe())).ConfigureAwait(false))
            {
                await StepAsync(ColoStep.Mirror, progress, () => MirrorAsync(mirror, events, progress, cancellationToken)).ConfigureAwait(false);
                await StepAsync(ColoStep.FinishMirror, progress, () => FinishMirrorAsync(finish, events, cancellationToken)).ConfigureAwait(false);
            }

            await StepAsync(ColoStep.DetachMirror, progress, () => SendAsync(_primary, detach, cancellationToken)).ConfigureAwait(false);
            await AttachReplicasAsync(pair, progress, cancellationToken).ConfigureAwait(false);
            await StepAsync(ColoStep.CheckBeforeStart, progress, () => CheckBeforeStartAsync(secondary, cancellationToken)).ConfigureAwait(false);
            await StartColoAsync(pair, secondary, new(), progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _secondary = null;
            await RecoverAfterAsync(exception, pair, hasRun, ColoPhase.Alone, secondary).ConfigureAwait(false);
            await ReleaseAfterAsync(secondary, release).ConfigureAwait(false);
            throw;
        }

        _pair = pair;
        _secondary = secondary;
    }

    private async Task MirrorAsync(
        IReadOnlyList<ColoCommandLine> lines, QmpEvents events, IProgress<ColoProgress>? progress, CancellationToken cancellationToken)
    {
        await SendAsync(_primary, lines, cancellationToken).ConfigureAwait(false);

        long began = Stopwatch.GetTimestamp();
        long lastMove = began;
        long done = -1;
        while (true)
        {
            FailIfEnded(ColoStep.Mirror, events, _ => true);
            BlockJob[] jobs = await OurJobsAsync(cancellationToken).ConfigureAwait(false);
            if (Disks.FirstOrDefault(disk => jobs.All(job => job.Id != disk.MirrorJob)) is { } gone)
            {
                FailIfEnded(ColoStep.Mirror, events, _ => true);
                throw new ColoException(ColoStep.Mirror, ColoSide.Primary, $"the job '{gone.MirrorJob}' is gone.", disk: gone.Dev);
            }

            if (jobs.All(job => job.Status == "ready")) return;

            long now = jobs.Sum(job => job.Done);
            if (now != done)
            {
                lastMove = Stopwatch.GetTimestamp();
                progress?.Report(new(ColoStep.Mirror, Math.Min(0.999, (double)now / Math.Max(1, jobs.Sum(job => job.Total))), Stopwatch.GetElapsedTime(began)));
            }

            done = now;
            if (Stopwatch.GetElapsedTime(lastMove) > _options.StallTimeout || Stopwatch.GetElapsedTime(began) > _options.MirrorTimeout)
            {
                throw new ColoException(
                    ColoStep.Mirror, ColoSide.Primary, $"the copy is at {now} bytes after {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s, and has not moved for too long.");
            }

            await Task.Delay(_options.PollInterval, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>From its first command on the guest stands still. A job that ends without an error has left both disks equal.</summary>
    private async Task FinishMirrorAsync(IReadOnlyList<ColoCommandLine> lines, QmpEvents events, CancellationToken cancellationToken)
    {
        await SendAsync(_primary, lines, cancellationToken).ConfigureAwait(false);
        HashSet<string> open = [.. Disks.Select(disk => disk.MirrorJob)];
        bool haveEnded = await WaitUntilAsync(
            async () =>
            {
                while (events.TryTake(IsEqual) is { } ended) open.Remove(ended.GetString("device") ?? "");

                // One that has ended well since then is for the next round.
                FailIfEnded(ColoStep.FinishMirror, events, ended => !IsEqual(ended));
                return (await OurJobsAsync(cancellationToken).ConfigureAwait(false)).Length == 0 && open.Count == 0;
            },
            _options.StallTimeout,
            cancellationToken).ConfigureAwait(false);
        if (!haveEnded)
        {
            throw new ColoException(
                ColoStep.FinishMirror, ColoSide.Primary, $"these jobs have not ended within {_options.StallTimeout.TotalSeconds} s: {string.Join(", ", open.Order())}.");
        }

        static bool IsEqual(QmpEvent ended) => ended.Name == "BLOCK_JOB_COMPLETED" && ended.GetString("error") is null;
    }

    private async Task<BlockJob[]> OurJobsAsync(CancellationToken cancellationToken)
    {
        HashSet<string> ours = [.. Disks.Select(disk => disk.MirrorJob)];
        return [.. (await _primary.JobsAsync(cancellationToken).ConfigureAwait(false)).Where(job => ours.Contains(job.Id))];
    }

    private void FailIfEnded(ColoStep step, QmpEvents events, Func<QmpEvent, bool> isFailure)
    {
        if (events.TryTake(item =>
            item.Name is "BLOCK_JOB_COMPLETED" or "BLOCK_JOB_CANCELLED" && Disks.Any(disk => disk.MirrorJob == item.GetString("device")) && isFailure(item)) is not { } ended) return;
        string? dev = Disks.First(disk => disk.MirrorJob == ended.GetString("device")).Dev;
        throw new ColoException(
            step,
            ColoSide.Primary,
            $"the copy to the new secondary ended early: {ended.GetString("error") ?? ended.Name}.",
            "Its disks are not equal; start the new secondary anew, and resync again.",
            dev);
    }
}
