using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>QEMU's <c>read-only</c> of a node depends on its parents, too, so that the block graph sets it.</summary>
internal static class ReadOnlySetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.ReadOnly),
        Scope = DiskSettingScope.Tree,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0303")
        {
            Unsupported = disk => disk is { Device: DiskDevice.Disk, Bus: { } bus } && !DiskBuses.Get(bus).CanBeReadOnly
                ? "can't be read-only: use DiskBus.Virtio or DiskBus.Scsi"
                : null,
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = tree => new BooleanConstant(tree.IsReadOnly),
        Xml = new XmlPlace("readonly"),
        Node = null,
        Device = null,
        SeenByGuest = disk => disk.IsReadOnly ? "true" : "false",
    };
}
