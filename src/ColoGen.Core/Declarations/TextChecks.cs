using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Declarations;

/// <summary>Which check the text of a setting needs.</summary>
internal static class TextChecks
{
    /// <param name="attribute">The name of the attribute that has the setting, without its suffix.</param>
    public static TextCheck Of(string attribute, string setting) =>
        LayerKinds.Find(attribute) is { } kind ? OfLayer(kind, setting) : OfOther(setting);

    /// <summary>The check for the setting of a disk: what is allowed may depend on its bus.</summary>
    public static TextCheck Of(Attachment disk, string setting) => (setting, disk.Bus) switch
    {
        (nameof(DiskAttribute.Serial), DiskBus.Scsi) => TextCheck.ScsiSerial,
        (nameof(DiskAttribute.Serial), DiskBus.Usb) => TextCheck.UsbSerial,
        _ => OfOther(setting),
    };

    private static TextCheck OfOther(string setting) => setting switch
    {
        nameof(DiskAttribute.Serial) => TextCheck.Serial,
        nameof(DiskAttribute.Vendor) => TextCheck.Vendor,
        nameof(DiskAttribute.Product) => TextCheck.Product,
        nameof(DomainAttribute.Name) => TextCheck.DomainName,
        nameof(DomainAttribute.Uuid) => TextCheck.DomainUuid,
        nameof(DomainAttribute.Emulator) => TextCheck.Emulator,
        nameof(ColoPairAttribute.NbdHost) => TextCheck.NbdHost,
        nameof(ColoPairAttribute.MigrationHost) => TextCheck.MigrationHost,
        _ => TextCheck.None,
    };

    private static TextCheck OfLayer(LayerKind kind, string setting) => kind.Find(setting) switch
    {
        { Type: SettingType.HostPath, IsFolder: true } => TextCheck.FolderPath,
        { Type: SettingType.HostPath } => TextCheck.HostPath,
        { Type: SettingType.SocketPath } => TextCheck.SocketPath,
        { Type: SettingType.HostName } => TextCheck.HostName,
        { Type: SettingType.Uuid } => TextCheck.Uuid,
        { Type: SettingType.Text, MaximumBytes: NbdSourceKind.MaximumExportBytes } => TextCheck.ExportName,
        { Type: SettingType.Text, MayBeEmpty: false } => TextCheck.Text,
        _ => TextCheck.None,
    };
}
