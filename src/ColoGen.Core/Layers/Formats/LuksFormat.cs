using ColoGen.Core.Formats.Qemu;

namespace ColoGen.Core.Layers.Formats;

internal static class LuksFormat
{
    public static DiskFormatKind Kind { get; } = new()
    {
        Format = DiskFormat.Luks,
        Driver = "luks",
        XmlType = "raw",
        Extensions = ["luks", "raw"],
        CanHaveBacking = false,
        IsReadOnly = false,
        IsObsolete = false,
        Encryption = FormatEncryption.Always,
        Discards = QemuSupport.None,
        RecordsZeroes = QemuSupport.None,
        Options = context => new Options().Add("key-secret", Encryption.SecretOf(context)).ToArray(),
    };
}
