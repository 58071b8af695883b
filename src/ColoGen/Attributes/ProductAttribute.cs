namespace ColoGen;

/// <summary>
/// The product that a scsi disk shows, known at run time: a <see cref="string"/> property of the topology.
/// <see langword="null"/> leaves it out. As <see cref="DiskAttribute.Product"/>.
/// </summary>
/// <param name="dev">The dev of the disk.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProductAttribute(string dev) : DiskSettingAttribute(dev);
