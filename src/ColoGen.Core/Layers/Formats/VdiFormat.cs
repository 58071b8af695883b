namespace ColoGen.Core.Layers.Formats;

internal static class VdiFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Vdi,
        Driver = "vdi",
        XmlType = "vdi",
        Extensions = ["vdi"],
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
