namespace ColoGen.Core.Layers.Formats;

internal static class VpcFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Vpc,
        Driver = "vpc",
        XmlType = "vpc",
        Extensions = ["vhd", "avhd", "vpc"],
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
