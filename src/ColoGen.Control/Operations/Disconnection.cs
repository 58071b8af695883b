using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Shuts down the connections of a host to the other one with <c>yank</c>, so that QEMU does not wait for a host that does not answer.</summary>
internal sealed class Disconnection(ColoHost host)
{
    /// <summary>The connections of these nodes, and that of the migration.</summary>
    public static IEnumerable<YankInstance> Of(IEnumerable<YankInstance> instances, IReadOnlyCollection<string> nodes) =>
        instances.Where(instance => instance.Node is null || nodes.Contains(instance.Node));

    /// <param name="nodes">The names of the NBD nodes among others. The migration is included.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The failure; null if there was none. It matters only if the commands after this one fail, too.</returns>
    public async Task<HostCommandException?> TryYankAsync(IReadOnlyCollection<string> nodes, CancellationToken cancellationToken)
    {
        try
        {
            YankInstance[] open = [.. Of(await host.QueryYankAsync(cancellationToken).ConfigureAwait(false), nodes)];

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
