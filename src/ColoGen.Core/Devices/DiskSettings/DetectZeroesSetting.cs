using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Devices.DiskSettings;

internal static class DetectZeroesSetting
{
    public static DiskSetting Setting { get; } = new()
    {
        Name = nameof(DiskAttribute.DetectZeroes),
        Scope = DiskSettingScope.TopLayer,
        IsConstantOnly = true,
        Range = null,
        Check = null,
        WithoutEffect = WithoutEffect,
        Value = DetectZeroes,
        Xml = new XmlPlace(XmlPlace.Driver, "detect_zeroes"),
        Node = new NodeOption(NodeScope.Top, (options, tree, _) => options.Add("detect-zeroes", DetectZeroes(tree))),
        Device = null,
        SeenByGuest = null,
    };

    private static DocumentValue? DetectZeroes(Attachment tree) => tree.Settings.Member(nameof(DiskAttribute.DetectZeroes));

    private static SettingWithoutEffect? WithoutEffect(Attachment tree)
    {
        DiskDetectZeroes? mode = tree.Settings.GetEnum<DiskDetectZeroes>(nameof(DiskAttribute.DetectZeroes));
        if (mode is not (DiskDetectZeroes.On or DiskDetectZeroes.Unmap)) return null;
        if (tree.IsReadOnly) return SettingWithoutEffect.ReadOnly;
        if (tree.Device == DiskDevice.Lun) return SettingWithoutEffect.PassedThrough;
        if (RequestPath.OfZeroes(tree.Top) is { Layer: { } layer } path) return new($"{path.Driver} writes zeroes as data: leave it out", layer);
        return mode == DiskDetectZeroes.Unmap && RequestPath.OfUnmappingZeroes(tree.Top) is { Layer: { } keeping } freeing
            ? new($"{freeing.Driver} frees nothing where zeroes are written: use On, and leave out Discard", keeping, DiskDetectZeroes.On)
            : null;
    }
}
