using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>QEMU has no such property: libvirt looks for the image before it starts QEMU.</summary>
internal static class StartupPolicySetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.StartupPolicy),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = Unsupported },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(nameof(DiskAttribute.StartupPolicy)),
        Xml = new XmlPlace(XmlPlace.Source, "startupPolicy"),
        Node = null,
        Device = null,
        SeenByGuest = null,
    };

    private static string? Unsupported(Attachment disk)
    {
        if (LayerKinds.Find(disk.Top.Kind) is not { XmlType: "file" or "block", IsSource: true }) return "libvirt looks only for files and block devices";
        if (disk.Top.Has(static layer => layer.Reference is not null || LayerKinds.Find(layer.Kind) is { IsInLibvirt: false }))
        {
            return "libvirt does not open the whole tree";
        }

        return disk.Device is DiskDevice.Disk or DiskDevice.Lun
            && disk.Settings.GetEnum<DiskStartupPolicy>(nameof(DiskAttribute.StartupPolicy)) == DiskStartupPolicy.Requisite
            ? "only CD-ROM and floppy drives can be requisite"
            : null;
    }
}
