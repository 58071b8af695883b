using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Operations;

/// <summary>Copies the primary's disks to a new secondary while the guest runs.</summary>
/// <exception cref="ArgumentException">A value of the pair is invalid.</exception>
internal sealed class DiskMirror(OperationContext context, PairCommands pair, ColoHost primary)
{
    private const double AlmostDone = 0.999;

    private static readonly string[] s_jobEvents =
        [Events.JobStatusChange, Events.BlockJobReady, Events.BlockJobCompleted, Events.BlockJobCancelled];

    private readonly IReadOnlyList<GeneratedCommand> _mirror = pair.Read(ColoCommands.Mirror);
    private readonly IReadOnlyList<GeneratedCommand> _finish = pair.Read(ColoCommands.MirrorFinish);
    private readonly IReadOnlyList<GeneratedCommand> _detach = pair.Read(ColoCommands.MirrorDetach);
    private readonly HashSet<string> _jobs = [.. pair.Disks.Select(disk => disk.MirrorJob)];

    /// <summary>Copies everything, stops the guest, and ends the copies with equal disks. The guest remains stopped.</summary>
    /// <exception cref="ColoException">A command or a job failed, or a job took too long.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using (QmpEvents events = await SubscribeAsync().ConfigureAwait(false))
        {
            await context.StepAsync(ColoStep.Mirror, () => CopyAsync(events, cancellationToken)).ConfigureAwait(false);
            await context.StepAsync(ColoStep.FinishMirror, () => FinishAsync(events, cancellationToken)).ConfigureAwait(false);
        }

        await context.StepAsync(ColoStep.DetachMirror, () => primary.SendAsync(pair, _detach, cancellationToken)).ConfigureAwait(false);
    }

    private Task<QmpEvents> SubscribeAsync() =>
        context.WithoutProgress.StepAsync(ColoStep.Mirror, () => Task.FromResult(primary.Subscribe(s_jobEvents)));

    private async Task CopyAsync(QmpEvents events, CancellationToken cancellationToken)
    {
        await primary.SendAsync(pair, _mirror, cancellationToken).ConfigureAwait(false);

        long began = context.Time.GetTimestamp();
        StallTimer<long> stall = new(context.Time, -1);
        long done = 0;
        bool areReady = await context.Waiter.ForEventsAsync([events], EvaluateAsync, context.Options.MirrorTimeout, cancellationToken).ConfigureAwait(false);
        if (!areReady) throw new FailureException(Late(done, context.Time.GetElapsedTime(began)));

        async Task<bool> EvaluateAsync()
        {
            ThrowIfEnded(events, _ => true);
            BlockJob[] jobs = await primary.QueryJobsAsync(_jobs, cancellationToken).ConfigureAwait(false);
            if (pair.Disks.FirstOrDefault(disk => jobs.All(job => job.Id != disk.MirrorJob)) is { } gone)
            {
                ThrowIfEnded(events, _ => true);
                throw new FailureException(NoJob(gone));
            }

            if (jobs.All(job => job.IsReady)) return true;

            done = jobs.Sum(job => job.Done);
            TimeSpan elapsed = context.Time.GetElapsedTime(began);
            if (stall.Observe(done))
            {
                double fraction = (double)done / Math.Max(1, jobs.Sum(job => job.Total));
                context.Progress?.Report(new(ColoStep.Mirror, Math.Min(AlmostDone, fraction), elapsed));
            }
            else if (stall.Elapsed > context.Options.StallTimeout)
            {
                throw new FailureException(Late(done, elapsed));
            }

            return false;
        }
    }

    /// <summary>The first command stops the guest. A job that completes without an error has made both disks equal.</summary>
    private async Task FinishAsync(QmpEvents events, CancellationToken cancellationToken)
    {
        await primary.SendAsync(pair, _finish, cancellationToken).ConfigureAwait(false);
        HashSet<string> open = [.. _jobs];
        bool haveEnded = await context.Waiter.ForEventsAsync([events], EvaluateAsync, context.Options.StallTimeout, cancellationToken).ConfigureAwait(false);
        if (!haveEnded) throw new FailureException(JobsContinue(open));

        async Task<bool> EvaluateAsync()
        {
            while (events.TryTake(IsCompleted) is { } completed) open.Remove(completed.GetString(Members.Device) ?? "");

            // A job that has completed since the line before is taken by the next evaluation.
            ThrowIfEnded(events, ended => !IsCompleted(ended));
            return (await primary.QueryJobsAsync(_jobs, cancellationToken).ConfigureAwait(false)).Length == 0 && open.Count == 0;
        }

        static bool IsCompleted(QmpEvent ended) => ended.Name == Events.BlockJobCompleted && ended.GetString(Members.Error) is null;
    }

    private void ThrowIfEnded(QmpEvents events, Func<QmpEvent, bool> isFailure)
    {
        if (events.TryTake(IsEnd) is { } ended) throw new FailureException(JobEnded(ended));

        bool IsEnd(QmpEvent item) =>
            item.Name is Events.BlockJobCompleted or Events.BlockJobCancelled && _jobs.Contains(item.GetString(Members.Device) ?? "") && isFailure(item);
    }

    private static Failure NoJob(ColoDisk disk) => new(ColoSide.Primary, $"there is no job '{disk.MirrorJob}' any more.", Disk: disk.Dev);

    private Failure JobEnded(QmpEvent ended) => new(
        ColoSide.Primary,
        $"the copy to the new secondary ended early: {ended.GetString(Members.Error) ?? ended.Name}.",
        "Its disks are not equal. Start a new secondary, and call ResyncAsync again.",
        pair.Disks.First(disk => disk.MirrorJob == ended.GetString(Members.Device)).Dev);

    private static Failure Late(long done, TimeSpan elapsed) =>
        new(ColoSide.Primary, $"the copy is at {done} bytes after {elapsed.TotalSeconds:F0} s, and does not advance or takes too long.");

    private Failure JobsContinue(IEnumerable<string> open) => new(
        ColoSide.Primary, $"these jobs have not ended within {context.Options.StallTimeout.TotalSeconds} s: {string.Join(", ", open.Order())}.");
}
