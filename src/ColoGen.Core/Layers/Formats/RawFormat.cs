namespace ColoGen.Core.Layers.Formats;

internal static class RawFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Raw,
        Driver = "raw",
        XmlType = "raw",
        Extension = "raw",
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Options = Encryption.Options,
    };
}
