using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class RotationRateSetting
{
    private const int LeastRotation = 1025;

    private static readonly NumberRange s_range = new(1, 65_534);

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.RotationRate),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = s_range,
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => disk is { Bus: DiskBus.Scsi or DiskBus.Sata or DiskBus.Ide, Device: DiskDevice.Disk }
                ? null
                : "only hard disks on scsi, sata and ide have one",
            InvalidNumber = rate => rate is 1 or >= LeastRotation ? null : "give 1 for a disk that does not rotate, or at least 1025",
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Value,
        Xml = new XmlPlace(XmlPlace.Target, "rotation_rate"),
        Node = null,
        Device = (options, disk) => options.AddNumber("rotation_rate", Value(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.RotationRate)),
    };

    private static DocumentValue? Value(Attachment disk) => disk.Settings.Number(nameof(DiskAttribute.RotationRate), s_range);
}
