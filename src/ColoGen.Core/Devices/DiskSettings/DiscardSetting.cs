using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class DiscardSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.Discard),
        Scope = DiskSettingScope.Tree,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        WithoutEffect = WithoutEffect,
        Value = Discard,
        Xml = new XmlPlace(XmlPlace.Driver, "discard"),
        Node = new NodeOption(NodeScope.Layers, (options, tree, _) => options.Add("discard", Discard(tree))),
        Device = null,
        SeenByGuest = null,
    };

    private static DocumentValue? Discard(Attachment tree) => tree.Settings.Member(nameof(DiskAttribute.Discard));

    private static SettingWithoutEffect? WithoutEffect(Attachment tree)
    {
        if (tree.Settings.GetEnum<DiskDiscard>(nameof(DiskAttribute.Discard)) != DiskDiscard.Unmap) return null;
        if (tree.IsReadOnly) return SettingWithoutEffect.ReadOnly;
        if (tree.Device == DiskDevice.Lun) return SettingWithoutEffect.PassedThrough;

        // Detected zeroes are freed only with it.
        bool canFreeZeroes = RequestPath.OfUnmappingZeroes(tree.Top).Support != QemuSupport.None;
        if (canFreeZeroes && tree.Settings.GetEnum<DiskDetectZeroes>(nameof(DiskAttribute.DetectZeroes)) == DiskDetectZeroes.Unmap) return null;
        string remedy = canFreeZeroes ? "leave it out, or add DetectZeroes = Unmap, which frees the zeroes that are written" : "leave it out";
        if (!tree.IsHostDisk && tree.Bus is { } bus && !DiskBuses.Get(bus).HasDiscards) return new($"a disk on {bus.ToWord()} has no discards: {remedy}");
        return RequestPath.OfDiscards(tree.Top) is { Layer: { } layer } path
            ? new($"{path.Driver} ignores discards, and nothing is freed: {remedy}", layer)
            : null;
    }
}
