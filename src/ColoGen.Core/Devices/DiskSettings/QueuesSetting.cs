using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class QueuesSetting
{
    /// <summary>QEMU ends at more than a virtio device can have.</summary>
    private static readonly NumberRange s_range = new(1, 1024);

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Queues),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = s_range,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = VirtioDisk.Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Value,
        Xml = new XmlPlace(XmlPlace.Driver, "queues"),
        Node = null,
        Device = (options, disk) => options.AddNumber("num-queues", Value(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.Queues)),
    };

    private static DocumentValue? Value(Attachment disk) => disk.Settings.Number(nameof(DiskAttribute.Queues), s_range);
}
