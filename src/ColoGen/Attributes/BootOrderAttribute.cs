namespace ColoGen;

/// <summary>
/// The place of a disk in the boot order, known at run time: an integer property of the topology. <see langword="null"/> leaves it out.
/// As <see cref="DiskAttribute.BootOrder"/>.
/// </summary>
/// <param name="dev">The dev of the disk.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BootOrderAttribute(string dev) : DiskSettingAttribute(dev);
