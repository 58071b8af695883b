namespace ColoGen.Core.Layers.Formats;

internal static class VhdxFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Vhdx,
        Driver = "vhdx",
        XmlType = "vhd",
        Extensions = ["vhdx", "avhdx"],
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
