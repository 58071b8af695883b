using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_quorum = new(
        Attribute: "Quorum",
        IsSource: false,
        XmlType: "quorum",
        Driver: "quorum",
        ChildKey: "children",
        Options: context => new Options()
            .AddBare("vote-threshold", VoteThreshold(context.Layer))
            .AddText("read-pattern", context.Layer.Settings.Member("ReadPattern", Texts.Word))
            .AddBare("rewrite-corrupted", context.Layer.Settings.Boolean("RewriteCorrupted", "true", "false"))
            .AddBare("blkverify", context.Layer.Settings.Boolean("Blkverify", "true", "false"))
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, _) => xml.Begin("driver")
            .Attribute("name", "qemu")
            .Attribute("type", "quorum")
            .Attribute("voteThreshold", VoteThreshold(layer))
            .Attribute("readPattern", layer.Settings.Member("ReadPattern", Texts.Word))
            .Attribute("rewriteCorrupted", layer.Settings.Boolean("RewriteCorrupted", "on", "off"))
            .Attribute("blkverify", layer.Settings.Boolean("Blkverify", "on", "off")),
        Required: [["VoteThreshold"]]);

    private static Text? VoteThreshold(Layer layer) => layer.Settings.Number("VoteThreshold", 1);
}
