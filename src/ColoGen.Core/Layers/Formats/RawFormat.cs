namespace ColoGen.Core.Layers.Formats;

internal static class RawFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Raw,
        Driver = "raw",
        XmlType = "raw",
        Extensions = ["raw", "iso", "cdr", "ima", "flp", "vfd"],
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.All,
        RecordsZeroes = QemuSupport.All,
        Options = Encryption.Options,
    };
}
