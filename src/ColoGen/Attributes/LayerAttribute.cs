namespace ColoGen;

/// <summary>
/// What every layer of a disk has. A record with an attribute of this kind is a layer; a property whose type is such a
/// record is an edge to the layer below.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>
    /// Pins the number of this layer inside its disk: the <c>index</c> of a <c>&lt;backingStore&gt;</c> and the second half
    /// of a reference (dev, index). 0 is the top layer and can't be given to another. Left out, layers count on
    /// in the order in which they are declared (a layer before what is below it), around the pinned ones.
    /// </summary>
    public int Index { get; set; }
}
