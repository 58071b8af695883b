using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_quorum = new(
        Attribute: AttributeName.Of<QuorumAttribute>(),
        IsSource: false,
        XmlType: "quorum",
        Driver: "quorum",
        ChildKey: "children",
        Options: context => new Options()
            .AddNumber("vote-threshold", VoteThreshold(context.Layer))
            .Add("read-pattern", context.Layer.Settings.Member(nameof(QuorumAttribute.ReadPattern)))
            .AddBoolean("rewrite-corrupted", context.Layer.Settings.Get(nameof(QuorumAttribute.RewriteCorrupted)))
            .AddBoolean("blkverify", context.Layer.Settings.Get(nameof(QuorumAttribute.Blkverify)))
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, _) => xml.StartElement("driver")
            .Attribute("name", "qemu")
            .Attribute("type", "quorum")
            .Attribute("voteThreshold", VoteThreshold(layer))
            .Attribute("readPattern", layer.Settings.Member(nameof(QuorumAttribute.ReadPattern)))
            .Attribute("rewriteCorrupted", layer.Settings.Boolean(nameof(QuorumAttribute.RewriteCorrupted), "on", "off"))
            .Attribute("blkverify", layer.Settings.Boolean(nameof(QuorumAttribute.Blkverify), "on", "off")),
        Required: [[nameof(QuorumAttribute.VoteThreshold)]]);

    private static DocumentValue? VoteThreshold(Layer layer) => layer.Settings.Number(nameof(QuorumAttribute.VoteThreshold), 1);
}
