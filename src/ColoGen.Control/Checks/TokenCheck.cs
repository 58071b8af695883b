using ColoGen.Control.Hosts;

namespace ColoGen.Control.Checks;

/// <summary>Checks with the tokens of the hosts that both are of one start of this pair.</summary>
internal static class TokenCheck
{
    private const string Connections = "Make the controller with the connections and the values of one pair.";

    /// <summary>Checks that a token is of this pair.</summary>
    /// <param name="side">The host.</param>
    /// <param name="token">Its token; null if it has none.</param>
    /// <param name="pair">The pair.</param>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindOtherPair(ColoSide side, PairToken? token, PairCommands pair) => token is null || token.IsOf(pair)
        ? null
        : new(side, $"it is not of this pair: it was started for {token.Addresses}, and this pair is {pair.Addresses}.", Connections);

    /// <summary>
    /// Checks that a host has the token of a start. A host without a token was started by other means; then only an address that is no name and no loopback
    /// address shows of which pair it is.
    /// </summary>
    /// <param name="side">The host.</param>
    /// <param name="found">Its token; null if it has none.</param>
    /// <param name="expected">The token of the other host, or of the controller's own start; null if it is unknown.</param>
    /// <param name="pair">The pair.</param>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindOtherStart(ColoSide side, PairToken? found, PairToken? expected, PairCommands pair)
    {
        if (found == expected && found is not null) return null;
        if (found is null && expected is null) return pair is { MigrationTarget.IsUnique: true, NbdServer.IsUnique: true } ? null : Unproved(side);
        return found is null ? WithoutToken(side) : OtherStart(side);
    }

    /// <summary>Checks that no other start uses a host.</summary>
    /// <param name="side">The host.</param>
    /// <param name="found">Its token; null if it has none.</param>
    /// <param name="owned">The token of the controller's own start; null if there is none.</param>
    /// <returns>The failure; null if there is none.</returns>
    public static Failure? FindUse(ColoSide side, PairToken? found, PairToken? owned) => found is null || found == owned ? null : IsClaimed(side, found);

    public static Failure IsClaimed(ColoSide side, PairToken found) => new(
        side,
        $"it is in use: another start or resync has prepared it, and goes on or was broken off ({found.Addresses}).",
        "A new controller finds with AdoptAsync where the pair is. RecoverGuestAsync ends what was broken off.");

    private static Failure Unproved(ColoSide side) => new(
        side,
        "nothing shows that it is of this pair: no ColoController has started it, and the pair's addresses are names or loopback addresses.",
        "Fail over with the pair's commands, or start the pair with a ColoController.");

    private static Failure WithoutToken(ColoSide side) => new(
        side, "it is not of this start of the pair: it has no object 'cologen-pair', which the other host has.", Connections);

    private static Failure OtherStart(ColoSide side) => new(
        side, "it is not of this start of the pair: its object 'cologen-pair' is of another start.", Connections);
}
