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
        Options = Encryption.Options,
    };
}
