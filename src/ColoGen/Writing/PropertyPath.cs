namespace ColoGen.Writing;

/// <summary>The path of a property as messages have it.</summary>
internal static class PropertyPath
{
    private const string Topology = "topology.";

    /// <param name="property">The path, or the way to the property as generated code says it: <c>topology.Root.@new</c>.</param>
    public static string Of(string property) =>
        property.StartsWith(Topology, StringComparison.Ordinal) ? property[Topology.Length..].Replace("@", "", StringComparison.Ordinal) : property;
}
