using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The numbers of a virtio device.</summary>
internal static class VirtioNumberSettings
{
    /// <summary>QEMU ends at more queues than a virtio device can have.</summary>
    public static DiskSetting Queues { get; } =
        Of(nameof(DiskAttribute.Queues), new NumberRange(1, 1024), new XmlPlace(XmlPlace.Driver, "queues"), "num-queues");

    public static DiskSetting QueueSize { get; } =
        Of(nameof(DiskAttribute.QueueSize), new NumberRange(4, 1024), new XmlPlace(XmlPlace.Driver, "queue_size"), "queue-size") with
        {
            Check = new DiskSettingCheck("COLO0311") { Unsupported = VirtioDisk.Unsupported, InvalidNumber = DiskSettingCheck.PowerOfTwo },
        };

    public static DiskSetting AcpiIndex { get; } =
        Of(nameof(DiskAttribute.AcpiIndex), new NumberRange(1, 16_383), new XmlPlace("acpi", "index"), "acpi-index");

    /// <summary>The declared ACPI index; null where there is none.</summary>
    public static long? AcpiIndexOf(Attachment disk) => disk.IsHostDisk ? null : disk.Settings.GetNumber(nameof(DiskAttribute.AcpiIndex));

    private static DiskSetting Of(string name, NumberRange range, XmlPlace xml, string property) =>
        DiskSetting.OfNumber(name, range, xml, property, new DiskSettingCheck("COLO0311") { Unsupported = VirtioDisk.Unsupported });
}
