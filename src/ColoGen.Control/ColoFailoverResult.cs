namespace ColoGen.Control;

/// <summary>The result of a failover.</summary>
/// <param name="Survivor">The side that runs the guest now.</param>
/// <param name="Evidence">The evidence from the fencing callback.</param>
/// <param name="Fencing">The duration of the fencing callback.</param>
/// <param name="Takeover">The time from the confirmation of the fencing until the survivor's guest ran outside of COLO.</param>
public sealed record ColoFailoverResult(ColoSide Survivor, string Evidence, TimeSpan Fencing, TimeSpan Takeover);
