namespace ColoGen;

/// <summary>
/// The boot order of a disk as a value that is known at run time: on an integer property of the topology. The values are those of
/// <see cref="DiskAttribute.BootOrder"/>. <see langword="null"/> omits the setting.
/// </summary>
/// <param name="dev">The dev of a <see cref="DiskAttribute"/> of the same topology.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BootOrderAttribute(string dev) : DiskSettingAttribute(dev);
