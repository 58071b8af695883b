using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>One place where a rule is broken.</summary>
internal sealed record Finding(Place At, params string[] Arguments)
{
    /// <summary>The other end: the duplicate, the nearest neighbour.</summary>
    public Place? Related { get; init; }

    /// <summary>What would mend it, the likeliest first.</summary>
    public IReadOnlyList<Fix> Fixes { get; init; } = [];
}

/// <summary>A change of one argument.</summary>
/// <param name="Argument">The argument, <c>Attribute.Argument</c> where the attribute may have to be added.</param>
/// <param name="Value">What it becomes, as C# has it; null takes it away.</param>
internal sealed record Fix(string Argument, string? Value);

/// <summary>A place in a declaration.</summary>
/// <param name="Path">The way from the topology, or the layer, as the model's accesses have it; empty for the declaration itself.</param>
/// <param name="Argument">The setting whose argument or property is meant; null for the attribute.</param>
internal sealed record Place(string Path, string? Argument = null)
{
    public static implicit operator Place(string path) => new(path);
}
