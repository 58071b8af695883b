using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class VendorSetting
{
    public const int MaximumLength = 8;

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Vendor),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = false,
        Range = null,
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = ScsiInquiry.Unsupported,
            InvalidText = (_, text) => ScsiInquiry.Invalid(text, MaximumLength),
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Vendor,
        Xml = new XmlPlace("vendor"),
        Node = null,
        Device = (options, disk) => options.Add("vendor", Vendor(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.Vendor)),
    };

    private static DocumentValue? Vendor(Attachment disk) => disk.Settings.Get(nameof(DiskAttribute.Vendor));
}
