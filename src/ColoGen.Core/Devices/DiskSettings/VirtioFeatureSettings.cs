using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The features of a virtio device that can be switched on and off.</summary>
internal static class VirtioFeatureSettings
{
    public static DiskSetting Iommu { get; } = Of(nameof(DiskAttribute.Iommu), "iommu", "iommu_platform") with
    {
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => VirtioDisk.Unsupported(disk) ?? (HasIommu(disk) && ModelSetting.Of(disk) != DiskModel.VirtioNonTransitional
                ? "QEMU has it on a device without the legacy interface only: give Model = VirtioNonTransitional"
                : null),
        },
    };

    public static DiskSetting Ats { get; } = Of(nameof(DiskAttribute.Ats), "ats", "ats");

    public static DiskSetting Packed { get; } = Of(nameof(DiskAttribute.Packed), "packed", "packed");

    public static DiskSetting PagePerVq { get; } = Of(nameof(DiskAttribute.PagePerVq), "page_per_vq", "page-per-vq");

    /// <summary>How the host learns of a request. The guest does not see it.</summary>
    public static DiskSetting IoEventFd { get; } = Of(nameof(DiskAttribute.IoEventFd), "ioeventfd", "ioeventfd") with
    {
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => VirtioDisk.Unsupported(disk)
                ?? (IsOff(disk) && IoThreadSetting.Setting.IsGiven(disk) ? "an I/O thread needs it: leave it out" : null),
        },
        SeenByGuest = null,
    };

    public static DiskSetting EventIdx { get; } = Of(nameof(DiskAttribute.EventIdx), "event_idx", "event_idx");

    /// <param name="attribute">The attribute of libvirt's <c>&lt;driver&gt;</c>.</param>
    /// <param name="property">QEMU's property of the device.</param>
    private static DiskSetting Of(string name, string attribute, string property) => new()
    {
        Name = name,
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = VirtioDisk.Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(name),
        Xml = new XmlPlace(XmlPlace.Driver, attribute),
        Node = null,
        Device = (options, disk) =>
        {
            if (disk.Settings.GetEnum<OnOff>(name) is { } value) options.AddBoolean(property, value == OnOff.On);
        },
        SeenByGuest = DiskSetting.Declared(name),
    };

    private static bool IsOff(Attachment disk) => disk.Settings.GetEnum<OnOff>(nameof(DiskAttribute.IoEventFd)) == OnOff.Off;

    private static bool HasIommu(Attachment disk) => disk.Settings.GetEnum<OnOff>(nameof(DiskAttribute.Iommu)) == OnOff.On;
}
