namespace ColoGen.Core.Layers.Formats;

internal static class QcowFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Qcow,
        Driver = "qcow",
        XmlType = "qcow",
        Extensions = ["qcow"],
        CanHaveBacking = true,
        IsReadOnly = false,
        IsObsolete = true,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
