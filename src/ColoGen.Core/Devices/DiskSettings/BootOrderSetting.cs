using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class BootOrderSetting
{
    private static readonly NumberRange s_range = new(1, int.MaxValue);

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.BootOrder),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = false,
        Range = s_range,
        Check = new DiskSettingCheck("COLO0303")
        {
            Unsupported = disk => disk.Bus == DiskBus.Fdc ? "takes no boot order from its device: leave BootOrder out" : null,
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Order,
        Xml = new XmlPlace("boot", "order"),
        Node = null,
        Device = (options, disk) => options.AddNumber("bootindex", Order(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.BootOrder)),
    };

    private static DocumentValue? Order(Attachment disk) => disk.Settings.Number(nameof(DiskAttribute.BootOrder), s_range);
}
