namespace ColoGen;

/// <summary>
/// Makes a layer of another tree of the same topology the backing layer. The other layer is named by the dev of its tree and its number in that tree.
/// libvirt: <c>&lt;reference dev index&gt;</c> in the tree XML (not in libvirt's own language). QEMU: a node name as <c>backing</c>
/// (QAPI <c>BlockdevOptionsGenericCOWFormat.backing</c>).
/// </summary>
/// <remarks>
/// A reference without a dev is open. One set of layer types then serves any number of disks. Each property that attaches such a tree must bind the
/// reference: <c>[Disk("vdb"), BackingReference("parent1")] SecondaryRoot Data</c>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = false)]
public sealed class BackingReferenceAttribute : Attribute
{
    /// <summary>Declares an open reference. The property that attaches the tree must bind it.</summary>
    public BackingReferenceAttribute()
    {
    }

    /// <summary>Declares a reference to a layer, or binds an open reference to it.</summary>
    /// <param name="dev">The dev of a <c>[Disk]</c> or <c>[HostDisk]</c> of the same topology.</param>
    /// <param name="index">The number of the layer in that tree. 0 is the top layer, even if it has another number. Default: 0.</param>
    public BackingReferenceAttribute(string dev, int index = 0)
    {
        Dev = dev;
        Index = index;
    }

    /// <summary>The dev of a <c>[Disk]</c> or <c>[HostDisk]</c> of the same topology, or <see langword="null"/> for an open reference.</summary>
    public string? Dev { get; }

    /// <summary>The number of the layer in that tree. 0 is the top layer, even if it has another number.</summary>
    public int Index { get; }
}
