using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class IoSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Io),
        Scope = DiskSettingScope.Tree,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        WithoutEffect = tree => tree.Device == DiskDevice.Lun && tree.Settings.GetEnum<DiskIo>(nameof(DiskAttribute.Io)) is not null
            ? SettingWithoutEffect.PassedThrough
            : null,
        Value = Io,
        Xml = new XmlPlace(XmlPlace.Driver, "io"),
        Node = new NodeOption(NodeScope.Storage, (options, tree, kind) => options.Add("aio", kind.TakesAio ? Io(tree) : null)),
        Device = null,
        SeenByGuest = null,
    };

    private static DocumentValue? Io(Attachment tree) => tree.Settings.Member(nameof(DiskAttribute.Io));
}
