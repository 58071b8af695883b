using ColoGen.Core.Layers;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class RotationRateSetting
{
    private const int LeastRotation = 1025;

    public static DiskSetting Setting { get; } = DiskSetting.OfNumber(
        nameof(DiskAttribute.RotationRate),
        new NumberRange(1, 65_534),
        new XmlPlace(XmlPlace.Target, "rotation_rate"),
        "rotation_rate",
        new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => disk is { Bus: DiskBus.Scsi or DiskBus.Sata or DiskBus.Ide, Device: DiskDevice.Disk }
                ? null
                : "only hard disks on scsi, sata and ide have one",
            InvalidNumber = rate => rate is 1 or >= LeastRotation ? null : "give 1 for a disk that does not rotate, or at least 1025",
        });
}
