using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class DeviceSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Device),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Device.ToWord(),
        Xml = new XmlPlace(Element: null, "device"),
        Node = null,
        Device = null,
        SeenByGuest = disk => disk.Device.ToWord(),
    };
}
