namespace ColoGen.Core.Layers.Formats;

internal static class Qcow2Format
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Qcow2,
        Driver = "qcow2",
        XmlType = "qcow2",
        Extensions = ["qcow2", "qcow3", "qcow2c", "qcow"],
        CanHaveBacking = true,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.Optional,
        Discards = QemuSupport.All,
        RecordsZeroes = QemuSupport.All,
        Options = Encryption.Options,
    };
}
