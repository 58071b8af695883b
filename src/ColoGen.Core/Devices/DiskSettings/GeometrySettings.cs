using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

/// <summary>The geometry that the guest sees. QEMU has its parts together or not at all.</summary>
internal static class GeometrySettings
{
    private const string Element = "geometry";

    private const long HeadsOfAta = 16;

    private static readonly string[] s_parts = [nameof(DiskAttribute.Cyls), nameof(DiskAttribute.Heads), nameof(DiskAttribute.Secs)];

    public static DiskSetting Cyls { get; } = Of(nameof(DiskAttribute.Cyls), new NumberRange(1, 65_535), "cyls");

    public static DiskSetting Heads { get; } = Of(nameof(DiskAttribute.Heads), new NumberRange(1, 255), "heads");

    public static DiskSetting Secs { get; } = Of(nameof(DiskAttribute.Secs), new NumberRange(1, 255), "secs");

    public static DiskSetting Trans { get; } = new()
    {
        Name = nameof(DiskAttribute.Trans),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = null,
        Check = new DiskSettingCheck("COLO0311") { Unsupported = disk => disk.Bus == DiskBus.Ide ? Unsupported(disk) : "only disks on ide have one" },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Member(nameof(DiskAttribute.Trans)),
        Xml = new XmlPlace(Element, "trans"),
        Node = null,
        Device = (options, disk) => options.Add("bios-chs-trans", disk.Settings.Member(nameof(DiskAttribute.Trans))),
        SeenByGuest = DiskSetting.Declared(nameof(DiskAttribute.Trans)),
    };

    /// <param name="word">The attribute of libvirt's <c>&lt;geometry&gt;</c>, and QEMU's property of the device.</param>
    private static DiskSetting Of(string name, NumberRange range, string word) => DiskSetting.OfNumber(
        name,
        range,
        new XmlPlace(Element, word),
        word,
        new DiskSettingCheck("COLO0311")
        {
            Unsupported = disk => Unsupported(disk)
                ?? (name == nameof(DiskAttribute.Heads) && disk.Bus is DiskBus.Ide or DiskBus.Sata && disk.Settings.GetNumber(name) > HeadsOfAta
                    ? $"{disk.Bus.Value.ToWord()} has up to {HeadsOfAta.ToText()}"
                    : null),
        });

    private static string? Unsupported(Attachment disk) =>
        disk is not { Bus: DiskBus.Virtio or DiskBus.Scsi or DiskBus.Sata or DiskBus.Ide, Device: DiskDevice.Disk }
            ? "only hard disks on virtio, scsi, sata and ide have a geometry"
        : Array.Find(s_parts, part => disk.Settings.Get(part) is null) is { } missing ? $"{missing} belongs to it: give it, too"
        : null;
}
