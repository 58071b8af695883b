namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The place of a setting in libvirt's <c>&lt;disk&gt;</c>.</summary>
/// <param name="Element">The child element; null for <c>&lt;disk&gt;</c> itself.</param>
/// <param name="Attribute">The attribute; null for the text of the element, or for a Boolean that is an empty element or none.</param>
internal sealed record XmlPlace(string? Element, string? Attribute = null)
{
    public const string Driver = "driver";

    public const string Target = "target";

    public const string Source = "source";
}
