using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class ShareableSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Shareable),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => IsShareable(disk) && disk.Top.Format != DiskFormat.Raw ? "only a raw image can have several writers" : null,
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => new BooleanConstant(IsShareable(disk)),
        Xml = new XmlPlace("shareable"),
        Node = null,
        Device = (options, disk) =>
        {
            if (IsShareable(disk)) options.AddBoolean("share-rw", true);
        },
        SeenByGuest = null,
    };

    public static bool IsShareable(Attachment disk) => !disk.IsHostDisk && disk.Settings.GetBoolean(nameof(DiskAttribute.Shareable));
}
