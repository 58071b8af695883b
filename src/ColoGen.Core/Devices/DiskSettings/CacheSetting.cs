using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class CacheSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Cache),
        Scope = DiskSettingScope.Tree,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        Value = tree => tree.Settings.Member(nameof(DiskAttribute.Cache)),
        Xml = new XmlPlace(XmlPlace.Driver, "cache"),
        Node = new NodeOption(NodeScope.All, (options, tree, _) =>
        {
            if (Cache(tree) is not { } cache) return;
            options.AddObject("cache", new Options()
                .AddBoolean("direct", cache is DiskCache.None or DiskCache.Directsync)
                .AddBoolean("no-flush", cache == DiskCache.Unsafe));
        }),
        Device = (options, disk) => options.Add(Formats.Qemu.Device.WriteCache, WriteCache(disk)),
        SeenByGuest = null,
    };

    /// <summary>Whether the device has a write cache, from the cache mode of the tree; null where there is none.</summary>
    public static string? WriteCache(Attachment tree) => Cache(tree) switch
    {
        _ when tree.Device == DiskDevice.Lun => null,
        null => null,
        DiskCache.Writethrough or DiskCache.Directsync => "off",
        _ => "on",
    };

    private static DiskCache? Cache(Attachment tree) => tree.Settings.GetEnum<DiskCache>(nameof(DiskAttribute.Cache));
}
