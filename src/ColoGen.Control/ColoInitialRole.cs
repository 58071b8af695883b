namespace ColoGen.Control;

/// <summary>The role in which a host was started that now runs the guest. It determines the host's block graph, and so its commands.</summary>
public enum ColoInitialRole
{
    /// <summary>Started as the pair's <c>Primary</c>.</summary>
    Primary,

    /// <summary>Started as the pair's <c>Secondary</c>. It has taken over since: a survivor.</summary>
    Secondary,
}
