using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_blockSource = new(
        Attribute: "BlockSource",
        IsSource: true,
        XmlType: "block",
        Driver: "host_device",
        ChildKey: "backing",
        Options: context => new Options()
            .AddText("filename", context.Layer.Settings.Text("Dev"))
            .AddText("aio", context.Attachment.Settings.Member("Io", Texts.Word))
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, index) => xml.Begin("source").Attribute("dev", layer.Settings.Text("Dev")).Attribute("index", index),
        Required: [["Dev"]]);
}
