using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class QueueSizeSetting
{
    private static readonly NumberRange s_range = new(4, 1024);

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.QueueSize),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = s_range,
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = VirtioDisk.Unsupported,
            InvalidNumber = size => (size & (size - 1)) == 0 ? null : "give a power of two",
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Value,
        Xml = new XmlPlace(XmlPlace.Driver, "queue_size"),
        Node = null,
        Device = (options, disk) => options.AddNumber("queue-size", Value(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.QueueSize)),
    };

    private static DocumentValue? Value(Attachment disk) => disk.Settings.Number(nameof(DiskAttribute.QueueSize), s_range);
}
