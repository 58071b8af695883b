namespace ColoGen.Control;

/// <summary>What the host that runs the guest was started as: its block graph, and so its commands, are of that declaration.</summary>
public enum ColoInitialRole
{
    /// <summary>It was started as the pair's <c>Primary</c>.</summary>
    Primary,

    /// <summary>It was started as the pair's <c>Secondary</c>, and has taken over from a dead primary.</summary>
    Secondary,
}
