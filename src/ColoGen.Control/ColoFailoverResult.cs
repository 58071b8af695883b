namespace ColoGen.Control;

/// <summary>A failover that went well.</summary>
/// <param name="Survivor">The side that runs the guest now.</param>
/// <param name="Evidence">How the other side was known to be fenced.</param>
/// <param name="Fencing">How long the fencing callback took.</param>
/// <param name="Takeover">From the confirmation until the survivor's guest ran by itself.</param>
public sealed record ColoFailoverResult(ColoSide Survivor, string Evidence, TimeSpan Fencing, TimeSpan Takeover);
