namespace ColoGen;

/// <summary>
/// Base class of the attributes that make a record a layer. A property of a layer whose type is also a layer is an edge: its value is a child of the layer.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// The number of this layer in its tree, as a constant. Default: 0 for the top layer; the others are numbered from 1 in the order of declaration, each
    /// layer before its children, and numbers that are set here are skipped. No layer but the top can have 0. The top layer of a disk that a pair
    /// replicates has the same number on both hosts.
    /// Tree XML: the <c>index</c> of a layer and of a <c>&lt;reference dev index&gt;</c>. QEMU: a part of the node name.
    /// </summary>
    public int Index { get; set; }
}
