using ColoGen.Control.Checks;
using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>Claims a host for one start of a pair, with a token, and gives it up.</summary>
internal static class HostClaim
{
    /// <param name="host">The host.</param>
    /// <param name="token">The token that it gets.</param>
    /// <param name="owned">A token that the controller knows as its own, and that is replaced; null for none.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="FailureException">The host has a token of another start, or a command failed.</exception>
    public static async Task ClaimAsync(this ColoHost host, PairToken token, PairToken? owned, CancellationToken cancellationToken)
    {
        try
        {
            await host.AddTokenAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (HostCommandException refusal) when (refusal.IsRefusal)
        {
            PairToken? found = await host.QueryTokenAsync(cancellationToken).ConfigureAwait(false);
            if (found is null) throw;
            if (found == token) return;
            if (found != owned) throw new FailureException(TokenCheck.IsClaimed(host.Side, found));
            await host.RemoveTokenAsync(cancellationToken).ConfigureAwait(false);
            await host.AddTokenAsync(token, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Removes a token if the host has it.</summary>
    /// <exception cref="HostCommandException">A command failed.</exception>
    public static async Task UnclaimAsync(this ColoHost host, PairToken token, CancellationToken cancellationToken)
    {
        if (await host.QueryTokenAsync(cancellationToken).ConfigureAwait(false) == token) await host.RemoveTokenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>As <see cref="UnclaimAsync"/>, and ignores failures: a token that stays is the controller's own, which it replaces.</summary>
    public static async Task TryUnclaimAsync(this ColoHost host, PairToken token)
    {
        try
        {
            await host.UnclaimAsync(token, CancellationToken.None).ConfigureAwait(false);
        }
        catch (HostCommandException)
        {
            // The host is not needed any more, or its next claim replaces the token.
        }
    }
}
