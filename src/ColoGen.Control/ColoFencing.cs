namespace ColoGen.Control;

/// <summary>
/// Makes sure that a host does not run the guest any more, and can't again by itself: powers it off, kills its QEMU, or cuts it off from
/// everything that the guest can reach. Called before a survivor is promoted; whatever it does not confirm is not done.
/// </summary>
/// <param name="request">Whom.</param>
/// <param name="cancellationToken">Cancelled after <see cref="ColoOptions.FencingTimeout"/>; the survivor is then left as it is.</param>
/// <returns>What was made sure of.</returns>
public delegate Task<FencingConfirmation> ColoFencing(ColoFencingRequest request, CancellationToken cancellationToken);

/// <summary>What a fencing callback is asked for.</summary>
/// <param name="Side">The side to be fenced: not the survivor.</param>
/// <param name="Connection">What the controller's connection to it is or was called: <see cref="QmpClient.Name"/>; null where it has none.</param>
public sealed record ColoFencingRequest(ColoSide Side, string? Connection);
