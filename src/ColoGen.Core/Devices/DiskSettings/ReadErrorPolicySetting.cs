using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class ReadErrorPolicySetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.ReadErrorPolicy),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = ErrorPolicySetting.Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(nameof(DiskAttribute.ReadErrorPolicy)),
        Xml = new XmlPlace(XmlPlace.Driver, "rerror_policy"),
        Node = null,
        Device = (options, disk) => options.Add("rerror", Policy(disk)),
        SeenByGuest = null,
    };

    /// <summary>The policy, or that of writes, as libvirt takes it. Reads have no <c>enospace</c>.</summary>
    private static string? Policy(Attachment disk)
    {
        if (disk.Settings.GetEnum<DiskReadErrorPolicy>(nameof(DiskAttribute.ReadErrorPolicy)) is { } policy) return policy.ToWord();
        return ErrorPolicySetting.Of(disk) is { } ofWrites and not DiskErrorPolicy.Enospace ? ofWrites.ToWord() : null;
    }
}
