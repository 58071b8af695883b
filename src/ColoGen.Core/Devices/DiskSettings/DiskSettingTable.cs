using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>Every setting of a disk, in the orders in which documents have them.</summary>
internal static class DiskSettingTable
{
    /// <summary>Every setting, in the order in which <c>virsh dumpxml</c> has them.</summary>
    public static EquatableArray<DiskSetting> All { get; } =
    [
        DeviceSetting.Setting, ModelSetting.Setting, SnapshotSetting.Setting, StartupPolicySetting.Setting, GeometrySettings.Cyls, GeometrySettings.Heads,
        GeometrySettings.Secs, GeometrySettings.Trans, BlockSizeSettings.Logical, BlockSizeSettings.Physical, BusSetting.Setting, RemovableSetting.Setting,
        RotationRateSetting.Setting, ReadOnlySetting.Setting, ShareableSetting.Setting, BootOrderSetting.Setting, SerialSetting.Setting, WwnSetting.Setting,
        VendorSetting.Setting, ProductSetting.Setting, CacheSetting.Setting, ErrorPolicySetting.Setting, ReadErrorPolicySetting.Setting, IoSetting.Setting,
        VirtioFeatureSettings.IoEventFd, VirtioFeatureSettings.EventIdx, DiscardSetting.Setting, DetectZeroesSetting.Setting, IoThreadSetting.Setting,
        VirtioNumberSettings.Queues, VirtioNumberSettings.QueueSize, VirtioFeatureSettings.Iommu, VirtioFeatureSettings.Ats, VirtioFeatureSettings.Packed,
        VirtioFeatureSettings.PagePerVq, AliasSetting.Setting, VirtioNumberSettings.AcpiIndex,
    ];

    /// <summary>The settings with a property of the <c>-device</c> that is written before its <c>drive</c>, in libvirt's order.</summary>
    public static EquatableArray<DiskSetting> BeforeDrive { get; } =
    [
        BootOrderSetting.Setting, VirtioFeatureSettings.Iommu, VirtioFeatureSettings.Ats, VirtioFeatureSettings.Packed, VirtioFeatureSettings.PagePerVq,
        IoThreadSetting.Setting, VirtioFeatureSettings.IoEventFd, VirtioFeatureSettings.EventIdx, VirtioNumberSettings.Queues, VirtioNumberSettings.QueueSize,
        VirtioNumberSettings.AcpiIndex, ShareableSetting.Setting,
    ];

    /// <summary>The settings with a property of the <c>-device</c> that is written after its <c>drive</c>, in libvirt's order.</summary>
    public static EquatableArray<DiskSetting> AfterDrive { get; } =
    [
        BlockSizeSettings.Logical, BlockSizeSettings.Physical, WwnSetting.Setting, RotationRateSetting.Setting, VendorSetting.Setting, ProductSetting.Setting,
        RemovableSetting.Setting, CacheSetting.Setting, GeometrySettings.Cyls, GeometrySettings.Heads, GeometrySettings.Secs, GeometrySettings.Trans,
        SerialSetting.Setting, ErrorPolicySetting.Setting, ReadErrorPolicySetting.Setting,
    ];

    private static readonly Dictionary<string, DiskSetting> s_byName = All.ToDictionary(setting => setting.Name);

    /// <summary>The setting of this name; null where a disk has none.</summary>
    public static DiskSetting? Find(string name) => s_byName.TryGetValue(name, out DiskSetting? setting) ? setting : null;
}
