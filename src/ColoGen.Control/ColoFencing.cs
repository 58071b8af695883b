namespace ColoGen.Control;

/// <summary>
/// Ensures that a host does not run the guest and can't resume it: powers the host off, kills its QEMU, or isolates it from everything that the guest
/// can reach. Called before a survivor is promoted. Without a confirmation there is no failover.
/// </summary>
/// <param name="request">The host to fence.</param>
/// <param name="cancellationToken">
/// Cancelled after <see cref="ColoOptions.FencingTimeout"/>. The survivor is then not changed, and a confirmation that comes later has no effect. While
/// the callback continues to run, the controller refuses other failovers.
/// </param>
/// <returns>What was ensured. Null counts as a refusal.</returns>
public delegate Task<FencingConfirmation> ColoFencing(ColoFencingRequest request, CancellationToken cancellationToken);

/// <summary>The host that a <see cref="ColoFencing"/> callback is to fence.</summary>
/// <param name="Side">The side to fence, which is not the survivor.</param>
/// <param name="Connection">The <see cref="QmpClient.Name"/> of the controller's connection to it; null if the controller has none.</param>
public sealed record ColoFencingRequest(ColoSide Side, string? Connection);
