using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class AcpiIndexSetting
{
    private static readonly NumberRange s_range = new(1, 16_383);

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.AcpiIndex),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = s_range,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = VirtioDisk.Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Value,
        Xml = new XmlPlace("acpi", "index"),
        Node = null,
        Device = (options, disk) => options.AddNumber("acpi-index", Value(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.AcpiIndex)),
    };

    /// <summary>The declared number; null where there is none.</summary>
    public static long? Declared(Attachment disk) => disk.IsHostDisk ? null : disk.Settings.GetNumber(nameof(DiskAttribute.AcpiIndex));

    private static DocumentValue? Value(Attachment disk) => disk.Settings.Number(nameof(DiskAttribute.AcpiIndex), s_range);
}
