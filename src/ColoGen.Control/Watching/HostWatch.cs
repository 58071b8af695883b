using System.Collections.Immutable;
using System.Threading.Channels;
using ColoGen.Control.Hosts;
using static ColoGen.Control.Hosts.QemuNames;

namespace ColoGen.Control.Watching;

/// <summary>Watches one host: listens to its events, and asks it regularly whether it still answers.</summary>
internal sealed class HostWatch(ColoHost host, ImmutableArray<ColoDisk> disks, ColoOptions options, ChannelWriter<ColoEvent> output)
{
    private const int QueriesPerTimeout = 5;

    private readonly TimeProvider _time = options.TimeProvider;
    private readonly CheckpointClock _clock = new(options.TimeProvider);

    /// <summary>Subscribes before it first waits, so that no event after the call is missed. Ends when cancelled, or when the connection is lost.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            using QmpEvents events = host.Client.Subscribe(Events.Stop, Events.Resume, Events.ColoExit, Events.QuorumReportBad);
            using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            Task querying = QueryAsync(stop.Token);
            try
            {
                await ListenAsync(events, stop.Token).ConfigureAwait(false);
            }
            finally
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await querying.ConfigureAwait(false);
            }
        }
        catch (QmpConnectionException lost)
        {
            output.TryWrite(new ColoConnectionLost(host.Side, _time.GetUtcNow(), lost.Reason));
        }
        catch (OperationCanceledException)
        {
            // The watch has ended.
        }
    }

    private async Task ListenAsync(QmpEvents events, CancellationToken cancellationToken)
    {
        long checkpoints = 0;
        DateTimeOffset? stopped = null;
        await foreach (QmpEvent item in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            switch (item.Name)
            {
                case Events.Stop:
                    stopped = item.Timestamp;
                    break;
                case Events.Resume when stopped is { } since:
                    stopped = null;
                    _clock.Restart();
                    output.TryWrite(new ColoCheckpoint(host.Side, item.Timestamp, ++checkpoints, item.Timestamp - since));
                    break;
                case Events.ColoExit:
                    stopped = null;
                    output.TryWrite(new ColoExited(host.Side, item.Timestamp, item.GetString(Members.Reason) ?? ""));
                    break;
                case Events.QuorumReportBad:
                    output.TryWrite(ReadReplicaFailed(item));
                    break;
            }
        }
    }

    private ColoReplicaFailed ReadReplicaFailed(QmpEvent item)
    {
        string node = item.GetString(Members.NodeName) ?? "";
        string? dev = disks.FirstOrDefault(disk =>
            node == disk.Root || node == disk.PrimaryReplica || node == disk.SurvivorReplica || node == disk.SecondaryReplica)?.Dev;
        return new(host.Side, item.Timestamp, dev, node, item.GetString(Members.Type) ?? "", item.GetString(Members.Error));
    }

    private async Task QueryAsync(CancellationToken cancellationToken)
    {
        ColoHost patient = host.WithTimeout(Timeout.InfiniteTimeSpan);
        try
        {
            while (true)
            {
                await QueryOnceAsync(patient, cancellationToken).ConfigureAwait(false);
                await Task.Delay(options.UnresponsiveTimeout / QueriesPerTimeout, _time, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or HostCommandException)
        {
            // ListenAsync reports a lost connection.
        }
    }

    /// <summary>A host that refuses a query, or answers something undocumented, answers.</summary>
    /// <exception cref="HostCommandException">The connection is lost.</exception>
    private async Task QueryOnceAsync(ColoHost patient, CancellationToken cancellationToken)
    {
        long asked = _time.GetTimestamp();
        Task<GuestStatus> answer = patient.QueryGuestAsync(cancellationToken);
        try
        {
            try
            {
                await answer.WaitAsync(options.UnresponsiveTimeout, _time, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                output.TryWrite(new ColoHostUnresponsive(host.Side, _time.GetUtcNow(), _time.GetElapsedTime(asked)));
                await answer.ConfigureAwait(false);
            }

            if (host.Side == ColoSide.Primary) await ReportMissingCheckpointsAsync(patient, cancellationToken).ConfigureAwait(false);
        }
        catch (HostCommandException exception) when (!exception.IsConnectionLost)
        {
            // The next query may succeed.
        }
    }

    /// <summary>Reports once each time that checkpoints stop.</summary>
    private async Task ReportMissingCheckpointsAsync(ColoHost primary, CancellationToken cancellationToken)
    {
        double milliseconds = await primary.QueryCheckpointDelayAsync(cancellationToken).ConfigureAwait(false) + options.UnresponsiveTimeout.TotalMilliseconds;
        if (_clock.IsReported || _clock.Elapsed.TotalMilliseconds < milliseconds) return;
        if (!(await primary.QueryColoAsync(cancellationToken).ConfigureAwait(false)).Is(ColoSide.Primary)) return;
        _clock.IsReported = true;
        output.TryWrite(new ColoCheckpointsMissing(ColoSide.Primary, _time.GetUtcNow(), _clock.Elapsed));
    }
}
