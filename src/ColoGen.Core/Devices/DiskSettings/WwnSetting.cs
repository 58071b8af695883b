using System.Globalization;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>libvirt takes hexadecimal digits, QEMU a number.</summary>
internal static class WwnSetting
{
    private const int Length = 16;

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Wwn),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0310")
        {
            Unsupported = disk => disk.Bus is DiskBus.Scsi or DiskBus.Ide && disk.Device != DiskDevice.Lun
                ? null
                : "only scsi and ide disks have one that can be chosen",
            InvalidText = (_, wwn) => Digits(wwn).Length != Length || !Digits(wwn).All(Uri.IsHexDigit) ? "give 16 hexadecimal digits"
                : Digits(wwn).All(digit => digit == '0') ? "QEMU takes zero for none, so leave it out"
                : null,
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Get(nameof(DiskAttribute.Wwn)),
        Xml = new XmlPlace("wwn"),
        Node = null,
        Device = (options, disk) => options.AddNumber("wwn", disk.Settings.GetText(nameof(DiskAttribute.Wwn)) is { } wwn ? Number(wwn) : null),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.Wwn)),
    };

    /// <summary>The digits without their prefix.</summary>
    public static string Digits(string wwn) => wwn.StartsWith("0x", StringComparison.Ordinal) ? wwn.Substring(2) : wwn;

    private static string Number(string wwn) => ulong.TryParse(Digits(wwn), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong number)
        ? number.ToString(CultureInfo.InvariantCulture)
        : "0";
}
