namespace ColoGen.Core.Model;

/// <summary>A property whose type is a layer.</summary>
/// <param name="Source">The access path of the property. The layer's own access begins at a new scope unless the edge is required.</param>
internal sealed record Edge(string Name, EdgeKind Kind, Access Source, string CountMember, Layer Layer)
{
    /// <summary>The scope that an optional edge or a list opens for its layer.</summary>
    public int Scope => Layer.Access.Scope;
}

internal enum EdgeKind
{
    Required,
    Optional,

    /// <summary>An array or list; <see cref="Edge.CountMember"/> is how it says its length.</summary>
    List,
}
