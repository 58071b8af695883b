using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ColoGen.Control;

/// <content>Watching a pair.</content>
public sealed partial class ColoController
{
    /// <summary>
    /// What happens on the hosts from now on: checkpoints, the end of COLO, failing replicas, silence and lost connections. It watches the hosts that
    /// the pair has at this moment: call it again after a resync.
    /// </summary>
    /// <remarks>
    /// A primary notices a dead secondary at the next checkpoint only. One that can't reach its secondary any more says nothing at all: that is
    /// <see cref="ColoCheckpointsMissing"/>, or <see cref="ColoHostUnresponsive"/>. What to do about any of this is the caller's decision.
    /// </remarks>
    /// <param name="cancellationToken">Ends the watch.</param>
    /// <returns>Ends when it is cancelled, when the controller is disposed of, or when all connections are lost. To be read once.</returns>
    public IAsyncEnumerable<ColoEvent> WatchAsync(CancellationToken cancellationToken = default)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Channel<ColoEvent> notices = Channel.CreateUnbounded<ColoEvent>();
        CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _stop.Token);
        ColoHost[] hosts = [.. new[] { _primary, _secondary }.OfType<ColoHost>()];
        Task watching = Task.WhenAll(hosts.Select(host => WatchHostAsync(host, notices.Writer, stop.Token)));
        _ = watching.ContinueWith(_ => notices.Writer.TryComplete(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return ReadAsync(notices.Reader, watching, stop);
    }

    private static async IAsyncEnumerable<ColoEvent> ReadAsync(
        ChannelReader<ColoEvent> notices, Task watching, CancellationTokenSource stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (ColoEvent notice in notices.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return notice;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
            stop.Dispose();
        }
    }

    /// <summary>Subscribes before its first wait: nothing is lost after the call.</summary>
    private async Task WatchHostAsync(ColoHost host, ChannelWriter<ColoEvent> notices, CancellationToken cancellationToken)
    {
        try
        {
            using QmpEvents events = host.Client.Subscribe();
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            CheckpointClock clock = new();
            Task listening = ListenAsync(host.Side, events, clock, notices, end.Token);
            Task pinging = PingAsync(host, clock, notices, end.Token);
            try
            {
                await listening.ConfigureAwait(false);
            }
            finally
            {
                await end.CancelAsync().ConfigureAwait(false);
                await pinging.ConfigureAwait(false);
            }
        }
        catch (QmpConnectionException lost)
        {
            notices.TryWrite(new ColoConnectionLost(host.Side, DateTimeOffset.UtcNow, lost.Reason));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ListenAsync(
        ColoSide side, QmpEvents events, CheckpointClock clock, ChannelWriter<ColoEvent> notices, CancellationToken cancellationToken)
    {
        long checkpoints = 0;
        DateTimeOffset? stopped = null;
        await foreach (QmpEvent item in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            switch (item.Name)
            {
                case "STOP":
                    stopped = item.Timestamp;
                    break;
                case "RESUME" when stopped is { } since:
                    stopped = null;
                    clock.Restart();
                    notices.TryWrite(new ColoCheckpoint(side, item.Timestamp, ++checkpoints, item.Timestamp - since));
                    break;
                case "COLO_EXIT":
                    stopped = null;
                    notices.TryWrite(new ColoExited(side, item.Timestamp, item.GetString("reason") ?? ""));
                    break;
                case "QUORUM_REPORT_BAD":
                    string node = item.GetString("node-name") ?? "";
                    notices.TryWrite(new ColoReplicaFailed(side, item.Timestamp, DiskOf(node), node, item.GetString("type") ?? "", item.GetString("error")));
                    break;
            }
        }
    }

    private string? DiskOf(string node) =>
        Disks.FirstOrDefault(disk => node == disk.Root || node == disk.PrimaryReplica || node == disk.SurvivorReplica || node == disk.SecondaryReplica)?.Dev;

    private async Task PingAsync(ColoHost host, CheckpointClock clock, ChannelWriter<ColoEvent> notices, CancellationToken cancellationToken)
    {
        ColoHost patient = new(host.Side, host.Client, Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                long asked = Stopwatch.GetTimestamp();
                Task<GuestStatus> answer = patient.GuestAsync(cancellationToken);
                try
                {
                    await answer.WaitAsync(_options.UnresponsiveTimeout, cancellationToken).ConfigureAwait(false);
                }
                catch (TimeoutException)
                {
                    notices.TryWrite(new ColoHostUnresponsive(host.Side, DateTimeOffset.UtcNow, Stopwatch.GetElapsedTime(asked)));
                    await answer.ConfigureAwait(false);
                }

                if (host.Side == ColoSide.Primary && await FindMissingAsync(patient, clock, cancellationToken).ConfigureAwait(false) is { } missing) notices.TryWrite(missing);
                await Task.Delay(_options.UnresponsiveTimeout / 5, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or ColoHostException)
        {
            // Whoever listens to the events says it.
        }
    }

    /// <summary>Once for each time that checkpoints stop.</summary>
    private async Task<ColoCheckpointsMissing?> FindMissingAsync(ColoHost primary, CheckpointClock clock, CancellationToken cancellationToken)
    {
        TimeSpan delay = await primary.AskAsync(
            "query-migrate-parameters", reply => TimeSpan.FromMilliseconds(reply.GetProperty("x-checkpoint-delay").GetInt64()), cancellationToken).ConfigureAwait(false);
        if (clock.IsReported || clock.Elapsed < delay + _options.UnresponsiveTimeout) return null;

        ColoStatus colo = await primary.ColoAsync(cancellationToken).ConfigureAwait(false);
        if (colo.Mode != ColoStatus.ModeOf(ColoSide.Primary)) return null;
        clock.IsReported = true;
        return new(ColoSide.Primary, DateTimeOffset.UtcNow, clock.Elapsed);
    }

    /// <summary>How long ago the last checkpoint was.</summary>
    private sealed class CheckpointClock
    {
        private long _last = Stopwatch.GetTimestamp();

        public bool IsReported { get; set; }

        public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Interlocked.Read(ref _last));

        public void Restart()
        {
            Interlocked.Exchange(ref _last, Stopwatch.GetTimestamp());
            IsReported = false;
        }
    }
}
