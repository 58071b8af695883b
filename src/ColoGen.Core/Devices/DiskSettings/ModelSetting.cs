using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The driver of the <c>-device</c> is by the bus, which knows the model.</summary>
internal static class ModelSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Model),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = VirtioDisk.Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(nameof(DiskAttribute.Model), Word),
        Xml = new XmlPlace(Element: null, "model"),
        Node = null,
        Device = null,
        SeenByGuest = disk => Of(disk) is { } model ? Word(model.ToString()) : "virtio",
    };

    public static DiskModel? Of(Attachment disk) => disk.Settings.GetEnum<DiskModel>(nameof(DiskAttribute.Model));

    private static string? Word(string member) => member switch
    {
        nameof(DiskModel.Virtio) => "virtio",
        nameof(DiskModel.VirtioTransitional) => "virtio-transitional",
        nameof(DiskModel.VirtioNonTransitional) => "virtio-non-transitional",
        _ => null,
    };
}
