using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class ErrorPolicySetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.ErrorPolicy),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(nameof(DiskAttribute.ErrorPolicy)),
        Xml = new XmlPlace(XmlPlace.Driver, "error_policy"),
        Node = null,
        Device = (options, disk) => options.Add("werror", Word(Of(disk))),
        SeenByGuest = null,
    };

    public static DiskErrorPolicy? Of(Attachment disk) => disk.Settings.GetEnum<DiskErrorPolicy>(nameof(DiskAttribute.ErrorPolicy));

    /// <summary>Why a disk has no error policies.</summary>
    public static string? Unsupported(Attachment disk) => disk.Device == DiskDevice.Floppy ? "a floppy drive has none" : null;

    /// <summary>QEMU's word.</summary>
    public static string? Word(DiskErrorPolicy? policy) => policy == DiskErrorPolicy.Enospace ? "enospc" : policy?.ToWord();
}
