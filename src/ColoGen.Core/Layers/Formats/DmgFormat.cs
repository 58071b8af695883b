namespace ColoGen.Core.Layers.Formats;

internal static class DmgFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Dmg,
        Driver = "dmg",
        XmlType = "dmg",
        Extensions = ["dmg"],
        CanHaveBacking = false,
        IsReadOnly = true,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = Encryption.Options,
    };
}
