using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_replication = new(
        Attribute: "Replication",
        IsSource: false,
        XmlType: "replication",
        Driver: "replication",
        ChildKey: "file",
        Options: context => new Options()
            .AddText("mode", ReplicationModeOf(context.Layer))
            .Add("top-id", IsSecondary(context.Layer) ? context.Root : null)
            .ToArray(),
        Objects: _ => default,
        Xml: layer => new XmlElement("driver")
            .With("name", "qemu")
            .With("type", "replication")
            .With("mode", ReplicationModeOf(layer)),
        Required: [["Mode"]]);

    private static Text? ReplicationModeOf(Layer layer) => layer.Settings.Member("Mode", Texts.Word);

    private static bool IsSecondary(Layer layer) => layer.Settings.GetMember("Mode") == "Secondary";
}
