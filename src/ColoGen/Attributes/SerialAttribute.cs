namespace ColoGen;

/// <summary>
/// The serial number of a disk, known at run time: a <see cref="string"/> property of the topology.
/// <see langword="null"/> leaves it out. As <see cref="DiskAttribute.Serial"/>.
/// </summary>
/// <param name="dev">The dev of the disk.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class SerialAttribute(string dev) : DiskSettingAttribute(dev);
