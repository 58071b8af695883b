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
        Value = Discard,
        Xml = new XmlPlace(XmlPlace.Driver, "discard"),
        Node = new NodeOption(NodeScope.Layers, (options, tree, _) => options.Add("discard", Discard(tree))),
        Device = null,
        SeenByGuest = null,
    };

    private static DocumentValue? Discard(Attachment tree) => tree.Settings.Member(nameof(DiskAttribute.Discard));
}
