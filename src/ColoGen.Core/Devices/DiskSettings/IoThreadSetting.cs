using System.Globalization;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class IoThreadSetting
{
    private static readonly NumberRange s_range = new(1, int.MaxValue);

    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.IoThread),
        Scope = DiskSettingScope.Device,
        IsConstantOnly = true,
        Range = s_range,
        Check = new DiskSettingCheck("COLO0604")
        {
            Unsupported = disk => disk.Bus == DiskBus.Virtio ? null : "only virtio disks have one",
        },
        WithoutEffect = DiskSetting.AlwaysHasEffect,
        Value = disk => disk.Settings.Number(nameof(DiskAttribute.IoThread), s_range),
        Xml = new XmlPlace(XmlPlace.Driver, "iothread"),
        Node = null,
        Device = (options, disk) => options.Add("iothread", Number(disk) is { } number ? IdOf(number) : null),
        SeenByGuest = null,
    };

    /// <summary>The numbers of the I/O threads that the disks of a guest need, in order.</summary>
    public static IEnumerable<long> Numbers(Topology topology) => topology.Attachments.Select(Number).OfType<long>().Distinct().OrderBy(number => number);

    /// <summary>The <c>id</c> of the object <c>iothread</c>.</summary>
    public static string IdOf(long number) => $"iothread{number.ToString(CultureInfo.InvariantCulture)}";

    private static long? Number(Attachment disk) => disk.Settings.GetNumber(nameof(DiskAttribute.IoThread));
}
