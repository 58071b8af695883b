namespace ColoGen.Core.Layers.Formats;

internal static class QedFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Qed,
        Driver = "qed",
        XmlType = "qed",
        Extensions = ["qed"],
        CanHaveBacking = true,
        IsReadOnly = false,
        IsObsolete = true,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.All,
        Options = Encryption.Options,
    };
}
