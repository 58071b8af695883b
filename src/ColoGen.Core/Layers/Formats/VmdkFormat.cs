namespace ColoGen.Core.Layers.Formats;

internal static class VmdkFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Vmdk,
        Driver = "vmdk",
        XmlType = "vmdk",
        Extensions = ["vmdk"],
        CanHaveBacking = true,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.None,
        Discards = QemuSupport.None,
        // Only in images that were created with zeroed_grain=on.
        RecordsZeroes = QemuSupport.All,
        Options = Encryption.Options,
    };
}
