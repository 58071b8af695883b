namespace ColoGen.Core.Rules;

/// <summary>One place where a declaration breaks a rule.</summary>
/// <param name="Arguments">The arguments of the rule's message.</param>
internal sealed record RuleResult(Place At, params string[] Arguments)
{
    /// <summary>The other end: the duplicate, the most similar name.</summary>
    public Place? Related { get; init; }

    /// <summary>Whether the place is wrong in the declaration of its layer, whatever topology uses the layer.</summary>
    public bool IsOfLayer { get; init; }

    /// <summary>The documents that can't have the value, if it is known at run time.</summary>
    public TopologyDocuments Documents { get; init; } = TopologyDocuments.All;

    /// <summary>The name that would correct a member; null where another name would not.</summary>
    public string? NewName { get; init; }

    /// <summary>The changes that would correct it, the likeliest first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}
