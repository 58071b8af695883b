namespace ColoGen;

/// <summary>
/// Base class of the attributes that give a setting of one disk a value that is known at run time. On a property of the topology. The attribute's name is
/// the name of the setting in <see cref="DiskAttribute"/>.
/// </summary>
/// <param name="dev">The dev of a <see cref="DiskAttribute"/> of the same topology.</param>
public abstract class DiskSettingAttribute(string dev) : Attribute
{
    /// <summary>The dev of a <see cref="DiskAttribute"/> of the same topology.</summary>
    public string Dev { get; } = dev;
}
