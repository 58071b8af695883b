using ColoGen.Control.Hosts;

namespace ColoGen.Control.Operations;

/// <summary>What a controller knows of its pair between two operations.</summary>
/// <param name="Commands">The commands of the pair, with the values that the last operation used.</param>
/// <param name="Phase">The phase.</param>
/// <param name="InitialRole">The role in which the host was started that runs the guest.</param>
/// <param name="Primary">The host that runs the guest.</param>
/// <param name="Secondary">The other host; null if there is none.</param>
/// <param name="ResumesSinceAttach">The <c>RESUME</c> events of the primary since its replicas were attached; null if none are attached.</param>
/// <param name="IsSecondaryPromotable">Whether the secondary was told to take over, and may still do so.</param>
internal sealed record PairState(
    PairCommands Commands,
    ColoPhase Phase,
    ColoInitialRole InitialRole,
    ColoHost Primary,
    ColoHost? Secondary,
    QmpEvents? ResumesSinceAttach = null,
    bool IsSecondaryPromotable = false)
{
    /// <summary>The secondary, for an operation that its phase allows only with one.</summary>
    /// <exception cref="InvalidOperationException">There is no secondary.</exception>
    public ColoHost RequireSecondary() => Secondary ?? throw new InvalidOperationException("There is no secondary.");
}
