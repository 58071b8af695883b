namespace ColoGen;

/// <summary>
/// A setting of one disk that is known at run time: a property of the topology that names the disk's dev. The name of the
/// attribute is the name of the setting.
/// </summary>
/// <param name="dev">The dev of a <see cref="DiskAttribute"/> of the same topology.</param>
public abstract class DiskSettingAttribute(string dev) : Attribute
{
    /// <summary>The dev of a <see cref="DiskAttribute"/> of the same topology.</summary>
    public string Dev { get; } = dev;
}
