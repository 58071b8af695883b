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
        Value = DetectZeroes,
        Xml = new XmlPlace(XmlPlace.Driver, "detect_zeroes"),
        Node = new NodeOption(NodeScope.Top, (options, tree, _) => options.Add("detect-zeroes", DetectZeroes(tree))),
        Device = null,
        SeenByGuest = null,
    };

    private static DocumentValue? DetectZeroes(Attachment tree) => tree.Settings.Member(nameof(DiskAttribute.DetectZeroes));
}
