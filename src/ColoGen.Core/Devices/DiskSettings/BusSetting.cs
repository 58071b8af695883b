using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class BusSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Bus),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Bus!.Value.ToWord(),
        Xml = new XmlPlace(XmlPlace.Target, "bus"),
        Node = null,
        Device = null,
        SeenByGuest = disk => disk.Bus?.ToWord(),
    };
}
