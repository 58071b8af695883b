using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_replication = new(
        Attribute: AttributeName.Of<ReplicationAttribute>(),
        IsSource: false,
        XmlType: "replication",
        Driver: "replication",
        ChildKey: "file",
        Options: context => new Options()
            .Add("mode", ReplicationModeOf(context.Layer))
            .Add("top-id", IsSecondary(context.Layer) ? context.Root : null)
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, _) => xml.StartElement("driver")
            .Attribute("name", "qemu")
            .Attribute("type", "replication")
            .Attribute("mode", ReplicationModeOf(layer)),
        Required: [[nameof(ReplicationAttribute.Mode)]]);

    private static DocumentValue? ReplicationModeOf(Layer layer) => layer.Settings.Member(nameof(ReplicationAttribute.Mode));

    private static bool IsSecondary(Layer layer) => layer.IsReplication(ReplicationMode.Secondary);
}
