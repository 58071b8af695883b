using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class RemovableSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Removable),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => IsRemovable(disk) && disk.Bus != DiskBus.Usb ? "only usb disks can be removable" : null,
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => IsRemovable(disk) ? "on" : null,
        Xml = new XmlPlace(XmlPlace.Target, "removable"),
        Node = null,
        Device = (options, disk) =>
        {
            if (disk.Bus == DiskBus.Usb) options.AddBoolean("removable", IsRemovable(disk));
        },
        SeenByGuest = disk => IsRemovable(disk) ? "true" : "false",
    };

    private static bool IsRemovable(Attachment disk) => disk.Settings.GetBoolean(nameof(DiskAttribute.Removable));
}
