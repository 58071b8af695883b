using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Layers;

/// <summary>The children of a filter: the members of the QAPI object that hold the layers below it.</summary>
/// <param name="Keys">The members, in the order in which a record declares the layers.</param>
/// <param name="IsList">Whether the one member is a list; otherwise each member is one child.</param>
internal sealed record LayerChildren(EquatableArray<string> Keys, bool IsList)
{
    /// <summary>Of a source, whose nodes have the children of its format.</summary>
    public static LayerChildren None { get; } = Named();

    /// <summary>A list of at least one child.</summary>
    public static LayerChildren List(string key) => new([key], IsList: true);

    /// <summary>One child for each key.</summary>
    public static LayerChildren Named(params string[] keys) => new(keys.ToEquatableArray(), IsList: false);

    /// <summary>The member that holds a child.</summary>
    /// <param name="position">The child's position, from 0.</param>
    public string KeyOf(int position) => IsList ? Keys[0] : Keys[position];
}
