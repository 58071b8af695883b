using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>QEMU has no such property: libvirt decides by it what it does when it takes a snapshot.</summary>
internal static class SnapshotSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Snapshot),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(nameof(DiskAttribute.Snapshot)),
        Xml = new XmlPlace(Element: null, "snapshot"),
        Node = null,
        Device = null,
        SeenByGuest = null,
    };
}
