using ColoGen.Core.Devices.Buses;
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
        WithoutEffect = WithoutEffect,
        Value = tree => tree.Settings.Member(nameof(DiskAttribute.Cache)),
        Xml = new XmlPlace(XmlPlace.Driver, "cache"),
        Node = new NodeOption(NodeScope.All, (options, tree, _) =>
        {
            if (OfNodes(tree) is not { } cache) return;
            options.AddObject("cache", new Options()
                .AddBoolean("direct", cache is DiskCache.None or DiskCache.Directsync)
                .AddBoolean("no-flush", cache == DiskCache.Unsafe));
        }),
        Device = (options, disk) => options.Add(Formats.Qemu.Device.WriteCache, WriteCache(disk)),
        SeenByGuest = null,
    };

    /// <summary>Whether the device has a write cache, from the cache mode of the tree; null where there is none.</summary>
    public static string? WriteCache(Attachment tree) => OfNodes(tree) switch
    {
        _ when tree.Device == DiskDevice.Lun => null,
        null => null,
        DiskCache.Writethrough or DiskCache.Directsync => "off",
        _ => "on",
    };

    /// <summary>The declared mode, or the one that libvirt gives an image with several writers.</summary>
    private static DiskCache? OfNodes(Attachment tree) =>
        Cache(tree) ?? (ShareableSetting.IsShareable(tree) && !tree.IsReadOnly ? DiskCache.None : null);

    private static DiskCache? Cache(Attachment tree) => tree.Settings.GetEnum<DiskCache>(nameof(DiskAttribute.Cache));

    private static SettingWithoutEffect? WithoutEffect(Attachment tree) => Cache(tree) switch
    {
        DiskCache.Writethrough or DiskCache.Unsafe when tree.IsReadOnly => SettingWithoutEffect.ReadOnly,
        DiskCache.Writethrough or DiskCache.Unsafe when tree.Device == DiskDevice.Lun => SettingWithoutEffect.PassedThrough,
        DiskCache.Writethrough => Unflushed(tree, DiskCache.Writeback),
        DiskCache.Directsync when !tree.IsReadOnly => Unflushed(tree, DiskCache.None),
        DiskCache.None when tree.Top.Has(IsPastHostCache) && !tree.Top.Has(HasHostCache) =>
            new("every layer of it is on the network, past the page cache of this host: leave it out, or use Writeback", tree.Top, DiskCache.Writeback),
        DiskCache.Unsafe when tree.Top.Has(IsPastHostCache) && WrittenSources(tree.Top).All(IsPastHostCache) =>
            new("what is written is on the network, where QEMU sends every flush: leave it out, or use Writeback", tree.Top, DiskCache.Writeback),
        _ => null,
    };

    /// <summary>The device alone flushes each write.</summary>
    /// <param name="without">The mode that is the same without it.</param>
    private static SettingWithoutEffect? Unflushed(Attachment tree, DiskCache without)
    {
        if (tree.IsHostDisk) return new($"the device of a guest flushes each write, and a host disk has none: use {without}", Replacement: without);
        return tree.Bus is { } bus && DiskBuses.Get(bus).TurnsOffWriteCache == QemuSupport.Since11
            ? new($"QEMU 7.2 does not flush each write of a disk on {bus.ToWord()} (QEMU 11 does): use {without}, or another bus", Replacement: without)
            : null;
    }

    private static bool HasHostCache(Layer layer) => LayerKinds.Find(layer.Kind) is { HasHostCache: true };

    private static bool IsPastHostCache(Layer layer) => LayerKinds.Find(layer.Kind) is { IsSource: true, HasHostCache: false };

    /// <summary>The layers with storage that take what is written to a layer. A source writes nothing to its backing layer.</summary>
    private static IEnumerable<Layer> WrittenSources(Layer layer) =>
        LayerKinds.Find(layer.Kind) is { IsSource: false } ? layer.Edges.SelectMany(edge => WrittenSources(edge.Layer)) : [layer];
}
