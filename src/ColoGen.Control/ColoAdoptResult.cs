namespace ColoGen.Control;

/// <summary>Where <see cref="ColoController.AdoptAsync"/> has found a pair.</summary>
/// <param name="Phase">The phase of the pair.</param>
/// <param name="Reason">What the phase was concluded from, for logs. If the phase is <see cref="ColoPhase.Unknown"/>, what was broken off.</param>
public sealed record ColoAdoptResult(ColoPhase Phase, string Reason);
