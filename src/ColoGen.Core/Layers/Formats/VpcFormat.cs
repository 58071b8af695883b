namespace ColoGen.Core.Layers.Formats;

internal static class VpcFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Vpc,
        Driver = "vpc",
        XmlType = "vpc",
        Extension = null,
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Options = Encryption.Options,
    };
}
