using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class SerialSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Serial),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = false,
        Range = null,
        Check = new DiskSettingCheck("COLO0309")
        {
            Unsupported = disk => disk.Device switch
            {
                DiskDevice.Floppy => "a floppy drive has none",
                DiskDevice.Lun => "a device that is passed through has its own",
                _ => null,
            },
            InvalidText = (bus, serial) => serial == "" ? "leave it out instead"
                : !serial.All(IsAllowed) ? "use A-Z a-z 0-9 _ . + - and space"
                : bus is { } known && DiskBuses.Get(known) is { RefusesLongSerial: true, SerialLength: { } length } && serial.Length > length
                    ? $"QEMU 11 takes {length.ToText()} characters on {known.ToWord()}, and QEMU 7.2 cuts off the rest"
                : null,
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Serial,
        Xml = new XmlPlace("serial"),
        Node = null,
        Device = (options, disk) => options.Add("serial", Serial(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.Serial)),
    };

    private static DocumentValue? Serial(Attachment disk) => disk.Settings.Get(nameof(DiskAttribute.Serial));

    private static bool IsAllowed(char character) =>
        character is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '.' or '+' or '-' or ' ';
}
