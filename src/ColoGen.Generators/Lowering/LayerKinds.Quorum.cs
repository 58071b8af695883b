using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

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
        Xml: layer => new XmlElement("driver")
            .With("name", "qemu")
            .With("type", "quorum")
            .With("voteThreshold", VoteThreshold(layer))
            .With("readPattern", layer.Settings.Member("ReadPattern", Texts.Word))
            .With("rewriteCorrupted", layer.Settings.Boolean("RewriteCorrupted", "on", "off"))
            .With("blkverify", layer.Settings.Boolean("Blkverify", "on", "off")),
        Required: [["VoteThreshold"]]);

    private static Text? VoteThreshold(Layer layer) => layer.Settings.Number("VoteThreshold", 1);
}
