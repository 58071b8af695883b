namespace ColoGen.Serialization;

/// <summary>The path of a property for messages.</summary>
internal static class PropertyPath
{
    private const string Topology = "self.";

    /// <param name="property">The path, or the expression of the property in generated code: <c>self.Root.@new</c>.</param>
    public static string Of(string property) =>
        property.StartsWith(Topology, StringComparison.Ordinal) ? property[Topology.Length..].Replace("@", "", StringComparison.Ordinal) : property;
}
