using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Layers;

/// <summary>The children of a kind of layer: the members of the QAPI object that hold what it stands on.</summary>
/// <param name="Keys">The members, in the order in which a record declares the layers.</param>
/// <param name="IsList">Whether the one member is a list; otherwise each member is one child.</param>
internal sealed record LayerChildren(EquatableArray<string> Keys, bool IsList)
{
    /// <summary>A source's one backing layer, which may be missing.</summary>
    public static LayerChildren Backing { get; } = Named(BlockChild.Backing);

    /// <summary>A list of at least one child.</summary>
    public static LayerChildren List(string key) => new([key], IsList: true);

    /// <summary>One child for each key.</summary>
    public static LayerChildren Named(params string[] keys) => new(keys.ToEquatableArray(), IsList: false);

    /// <summary>The member that holds a child.</summary>
    /// <param name="position">The child's position, from 0.</param>
    public string KeyOf(int position) => IsList ? Keys[0] : Keys[position];
}
