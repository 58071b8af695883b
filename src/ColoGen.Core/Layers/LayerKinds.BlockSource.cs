using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_blockSource = new(
        Attribute: AttributeName.Of<BlockSourceAttribute>(),
        IsSource: true,
        XmlType: "block",
        Driver: "host_device",
        ChildKey: "backing",
        Options: context => new Options()
            .Add("filename", context.Layer.Settings.Get(nameof(BlockSourceAttribute.Dev)))
            .Add("aio", context.Attachment.Settings.Member(nameof(DiskAttribute.Io)))
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, index) => xml.StartElement("source").Attribute("dev", layer.Settings.Get(nameof(BlockSourceAttribute.Dev))).Attribute("index", index),
        Required: [[nameof(BlockSourceAttribute.Dev)]]);
}
