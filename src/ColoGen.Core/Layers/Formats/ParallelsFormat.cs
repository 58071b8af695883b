namespace ColoGen.Core.Layers.Formats;

internal static class ParallelsFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Parallels,
        Driver = "parallels",
        XmlType = "ploop",
        Extensions = ["hdd", "hds"],
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.Since11,
        RecordsZeroes = QemuSupport.Since11,
        Options = Encryption.Options,
    };
}
