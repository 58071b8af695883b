using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>What a controller knows of its pair between two operations.</summary>
/// <param name="Commands">The commands of the pair, with the values that the last operation used.</param>
/// <param name="Phase">The phase.</param>
/// <param name="InitialRole">The role in which the host was started that runs the guest.</param>
/// <param name="Primary">The host that runs the guest; null if there is no connection to it.</param>
/// <param name="Secondary">The other host; null if there is none.</param>
/// <param name="ResumesSinceAttach">The <c>RESUME</c> events of the primary since its replicas were attached; null if none are attached.</param>
/// <param name="IsSecondaryPromotable">Whether the secondary may take over, or may have done so: it was told to, or is not connected.</param>
/// <param name="Token">The token of the current or last start; null if there was none.</param>
/// <param name="IsFound">Whether another controller brought the pair to the phase <see cref="ColoPhase.Unknown"/>.</param>
internal sealed record PairState(
    PairCommands Commands,
    ColoPhase Phase,
    ColoInitialRole InitialRole,
    ColoHost? Primary,
    ColoHost? Secondary,
    QmpEvents? ResumesSinceAttach = null,
    bool IsSecondaryPromotable = false,
    PairToken? Token = null,
    bool IsFound = false)
{
    /// <summary>The primary, for an operation that its phase allows only with one.</summary>
    /// <exception cref="InvalidOperationException">There is no primary.</exception>
    public ColoHost RequirePrimary() => Primary ?? throw new InvalidOperationException("There is no connection to the primary.");

    /// <summary>The secondary, for an operation that its phase allows only with one.</summary>
    /// <exception cref="InvalidOperationException">There is no secondary.</exception>
    public ColoHost RequireSecondary() => Secondary ?? throw new InvalidOperationException("There is no secondary.");

    /// <summary>The token for a start of that pair: the last one, if it was for the same addresses.</summary>
    /// <exception cref="ArgumentException">A value of the pair is invalid. The message names the property.</exception>
    public PairToken TokenFor(PairCommands pair) => Token is { } last && last.IsOf(pair) ? last : PairToken.Create(pair);
}
