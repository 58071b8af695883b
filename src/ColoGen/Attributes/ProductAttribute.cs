namespace ColoGen;

/// <summary>
/// The product of a scsi disk as a value that is known at run time: on a <see cref="string"/> or <see cref="Utf8"/> property of the topology. The values are
/// those of <see cref="DiskAttribute.Product"/>. <see langword="null"/> omits the setting.
/// </summary>
/// <param name="dev">The dev of a <see cref="DiskAttribute"/> of the same topology.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class ProductAttribute(string dev) : DiskSettingAttribute(dev);
