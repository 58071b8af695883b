using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>A place in a declaration.</summary>
/// <param name="Path">The path from the topology, or the layer; empty for the declaration itself.</param>
/// <param name="Argument">
/// The setting, <c>Attribute.Setting</c> where the attribute has to be named; null for the attribute that attaches the path, or for its name.
/// </param>
internal sealed record Place(string Path, string? Argument = null)
{
    public static implicit operator Place(string path) => new(path);

    /// <summary>A setting of one of several attributes at the path.</summary>
    public static Place Of<TAttribute>(string path, string setting)
        where TAttribute : Attribute => new(path, AttributeName.ArgumentOf<TAttribute>(setting));

    /// <summary>Where a setting of a path is given: by an argument, or by a property of its own.</summary>
    public static Place Of(string path, Setting setting) =>
        setting.Value is PropertyValue { Access.Path: var property } ? new Place(property) : new Place(path, setting.Name);
}
