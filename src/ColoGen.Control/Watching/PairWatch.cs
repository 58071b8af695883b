using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace ColoGen.Control.Watching;

/// <summary>Watches the hosts of a pair.</summary>
internal static class PairWatch
{
    /// <summary>Begins to watch at once.</summary>
    /// <param name="hosts">The watches of the hosts, given where to write events.</param>
    /// <param name="stop">Ends the watch. Disposed with the enumeration.</param>
    /// <returns>The events. Enumerate it once.</returns>
    public static IAsyncEnumerable<ColoEvent> Start(Func<ChannelWriter<ColoEvent>, IEnumerable<HostWatch>> hosts, CancellationTokenSource stop)
    {
        Channel<ColoEvent> events = Channel.CreateUnbounded<ColoEvent>();
        return ReadAsync(events.Reader, RunAsync([.. hosts(events.Writer)], events.Writer, stop.Token), stop);
    }

    private static async Task RunAsync(HostWatch[] hosts, ChannelWriter<ColoEvent> events, CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(hosts.Select(host => host.RunAsync(cancellationToken))).ConfigureAwait(false);
        }
        finally
        {
            events.TryComplete();
        }
    }

    private static async IAsyncEnumerable<ColoEvent> ReadAsync(
        ChannelReader<ColoEvent> events, Task watching, CancellationTokenSource stop, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (ColoEvent item in events.ReadAllAsync(cancellationToken).ConfigureAwait(false)) yield return item;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await watching.ConfigureAwait(false);
            stop.Dispose();
        }
    }
}
