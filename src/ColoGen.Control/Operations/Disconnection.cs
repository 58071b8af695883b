using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Shuts down the connections of a primary to its secondary with <c>yank</c>, so that QEMU does not wait for a host that does not answer.</summary>
internal sealed class Disconnection(ColoHost host)
{
    /// <param name="nodes">The names of the NBD nodes among others. The migration is included.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The failure; null if there was none. It matters only if the commands after this one fail, too.</returns>
    public async Task<HostCommandException?> TryYankAsync(IReadOnlyCollection<string> nodes, CancellationToken cancellationToken)
    {
        try
        {
            YankInstance[] open =
            [
                .. (await host.QueryYankAsync(cancellationToken).ConfigureAwait(false))
                    .Where(instance => instance.Node is null || nodes.Contains(instance.Node)),
            ];

            // QEMU refuses the whole command if one instance is unknown.
            if (open.Length > 0) await host.YankAsync(open, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (HostCommandException failure)
        {
            return failure;
        }
    }
}
