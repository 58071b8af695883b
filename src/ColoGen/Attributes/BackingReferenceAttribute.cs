namespace ColoGen;

/// <summary>
/// The backing of a layer is a layer of another tree in the same topology, named by (dev, index): the
/// <c>&lt;reference dev index&gt;</c> of the tree XML, a node name in QEMU's <c>backing</c>.
/// </summary>
/// <remarks>
/// Without a dev the reference is left open, so that one set of layer types serves any number of disks. The place
/// where the tree is attached then binds it: <c>[Disk("vdb"), BackingReference("parent1")] SecondaryRoot Data</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class BackingReferenceAttribute : Attribute
{
    /// <summary>Leaves the reference open; the place where the tree is attached binds it.</summary>
    public BackingReferenceAttribute()
    {
    }

    /// <summary>Names the layer that stands below.</summary>
    /// <param name="dev">The dev of a <c>[Disk]</c> or <c>[HostDisk]</c> of the same topology.</param>
    /// <param name="index">The number of the layer in that tree; 0 is its top layer.</param>
    public BackingReferenceAttribute(string dev, int index = 0)
    {
        Dev = dev;
        Index = index;
    }

    /// <summary>The dev of a <c>[Disk]</c> or <c>[HostDisk]</c> of the same topology; <see langword="null"/> leaves the reference open.</summary>
    public string? Dev { get; }

    /// <summary>The number of the layer in that tree; 0 is its top layer.</summary>
    public int Index { get; }
}
