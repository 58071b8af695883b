namespace ColoGen;

/// <summary>
/// The vendor that a scsi disk shows, known at run time: a <see cref="string"/> property of the topology.
/// <see langword="null"/> leaves it out. As <see cref="DiskAttribute.Vendor"/>.
/// </summary>
/// <param name="dev">The dev of the disk.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class VendorAttribute(string dev) : DiskSettingAttribute(dev);
