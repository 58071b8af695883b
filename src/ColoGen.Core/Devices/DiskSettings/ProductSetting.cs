using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class ProductSetting
{
    public const int MaximumLength = 16;

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Product),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = false,
        Range = null,
        Check = new DiskSettingCheck("COLO0311")
        {
            Unsupported = ScsiInquiry.Unsupported,
            InvalidText = (_, text) => ScsiInquiry.Invalid(text, MaximumLength),
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = Product,
        Xml = new XmlPlace("product"),
        Node = null,
        Device = (options, disk) => options.Add("product", Product(disk)),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.Product)),
    };

    private static DocumentValue? Product(Attachment disk) => disk.Settings.Get(nameof(DiskAttribute.Product));
}
