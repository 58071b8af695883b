namespace ColoGen.Control;

/// <summary>The result of a <see cref="ColoFencing"/> callback.</summary>
public sealed class FencingConfirmation
{
    private FencingConfirmation(FencingOutcome outcome, string evidence)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(evidence);
        Outcome = outcome;
        Evidence = evidence;
    }

    /// <summary>What was ensured.</summary>
    public FencingOutcome Outcome { get; }

    /// <summary>How it is known, or why fencing was refused. Shown in logs and exceptions.</summary>
    public string Evidence { get; }

    /// <summary>The host, or its QEMU, is off. If it still answers anything, the failover is refused.</summary>
    /// <param name="evidence">How it is known, such as "the BMC reports power off".</param>
    /// <exception cref="ArgumentException">The evidence is null, empty or white space.</exception>
    public static FencingConfirmation Dead(string evidence) => new(FencingOutcome.Dead, evidence);

    /// <summary>
    /// The host can reach neither clients nor shared disks. If it answers, and does not answer that its guest is stopped and COLO has ended, the failover
    /// is refused.
    /// </summary>
    /// <param name="evidence">How it is known, such as "the switch reports that the ports are down".</param>
    /// <exception cref="ArgumentException">The evidence is null, empty or white space.</exception>
    public static FencingConfirmation CutOff(string evidence) => new(FencingOutcome.CutOff, evidence);

    /// <summary>Nothing was ensured. The failover is refused.</summary>
    /// <param name="reason">Why.</param>
    /// <exception cref="ArgumentException">The reason is null, empty or white space.</exception>
    public static FencingConfirmation Refused(string reason) => new(FencingOutcome.Refused, reason);
}

/// <summary>What a <see cref="FencingConfirmation"/> confirms.</summary>
public enum FencingOutcome
{
    /// <summary>Nothing.</summary>
    Refused = 0,

    /// <summary>The host, or its QEMU, is off.</summary>
    Dead,

    /// <summary>The host can reach neither clients nor shared disks.</summary>
    CutOff,
}
