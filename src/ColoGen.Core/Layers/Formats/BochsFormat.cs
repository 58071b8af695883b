namespace ColoGen.Core.Layers.Formats;

internal static class BochsFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Bochs,
        Driver = "bochs",
        XmlType = "bochs",
        Extensions = [],
        CanHaveBacking = false,
        IsReadOnly = true,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
