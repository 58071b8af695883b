namespace ColoGen.Core.Layers.Formats;

internal static class CloopFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Cloop,
        Driver = "cloop",
        XmlType = "cloop",
        Extensions = ["cloop"],
        CanHaveBacking = false,
        IsReadOnly = true,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
