using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static class QuorumKind
{
    private static readonly LayerSetting s_voteThreshold = new(nameof(QuorumAttribute.VoteThreshold), SettingType.Number)
    {
        Minimum = 1,
        IsLimitedByTree = true,
    };

    public static LayerKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<QuorumAttribute>(),
        Role = LayerRole.Filter,
        XmlType = "quorum",
        Driver = "quorum",
        LibvirtSince = null,
        Children = LayerChildren.List("children"),
        Settings =
        [
            s_voteThreshold,
            new(nameof(QuorumAttribute.ReadPattern), SettingType.Enum),
            new(nameof(QuorumAttribute.RewriteCorrupted), SettingType.Boolean),
            new(nameof(QuorumAttribute.Blkverify), SettingType.Boolean),
            .. CommonSettings.OfLayers,
        ],
        Required = [[nameof(QuorumAttribute.VoteThreshold)]],
        Image = ImageIdentity.None,
        IsLocal = false,
        TakesAio = false,
        HasHostCache = false,
        PassesDiscards = false,
        PassesZeroes = true,
        Options = context => new Options()
            .AddNumber("vote-threshold", context.Layer.Settings.Get(s_voteThreshold))
            .Add("read-pattern", context.Layer.Settings.Member(nameof(QuorumAttribute.ReadPattern)))
            .AddBoolean("rewrite-corrupted", context.Layer.Settings.Get(nameof(QuorumAttribute.RewriteCorrupted)))
            .AddBoolean("blkverify", context.Layer.Settings.Get(nameof(QuorumAttribute.Blkverify)))
            .ToArray(),
        Objects = _ => default,
        Xml = (xml, layer, _) => xml.StartElement("driver")
            .Attribute("name", "qemu")
            .Attribute("type", "quorum")
            .Attribute("voteThreshold", layer.Settings.Get(s_voteThreshold))
            .Attribute("readPattern", layer.Settings.Member(nameof(QuorumAttribute.ReadPattern)))
            .Attribute("rewriteCorrupted", layer.Settings.Boolean(nameof(QuorumAttribute.RewriteCorrupted), "on", "off"))
            .Attribute("blkverify", layer.Settings.Boolean(nameof(QuorumAttribute.Blkverify), "on", "off")),
    };
}
