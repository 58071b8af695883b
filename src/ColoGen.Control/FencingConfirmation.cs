namespace ColoGen.Control;

/// <summary>What a fencing callback has made sure of.</summary>
public sealed class FencingConfirmation
{
    private FencingConfirmation(FencingOutcome outcome, string evidence)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(evidence);
        Outcome = outcome;
        Evidence = evidence;
    }

    /// <summary>Whether the survivor may be promoted.</summary>
    public FencingOutcome Outcome { get; }

    /// <summary>How it is known, or why it was refused; for logs and exceptions.</summary>
    public string Evidence { get; }

    /// <summary>The host, or its QEMU, is off. Should it answer all the same, the failover is refused.</summary>
    /// <param name="evidence">How it is known: "power is off, says the BMC".</param>
    /// <exception cref="ArgumentException">There is no evidence.</exception>
    public static FencingConfirmation Dead(string evidence) => new(FencingOutcome.Dead, evidence);

    /// <summary>The host can reach nothing that matters any more: neither clients nor shared disks. Should it answer that its guest runs, the failover is refused.</summary>
    /// <param name="evidence">How it is known: "ports are down, says the switch".</param>
    /// <exception cref="ArgumentException">There is no evidence.</exception>
    public static FencingConfirmation CutOff(string evidence) => new(FencingOutcome.CutOff, evidence);

    /// <summary>Nothing was made sure of: there is no failover.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static FencingConfirmation Refused(string reason) => new(FencingOutcome.Refused, reason);
}

/// <summary>The kinds of <see cref="FencingConfirmation"/>.</summary>
public enum FencingOutcome
{
    /// <summary>Nothing was made sure of.</summary>
    Refused = 0,

    /// <summary>The other side is off.</summary>
    Dead,

    /// <summary>The other side can reach nothing that matters.</summary>
    CutOff,
}
