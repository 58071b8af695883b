using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_fileSource = new(
        Attribute: "FileSource",
        IsSource: true,
        XmlType: "file",
        Driver: "file",
        ChildKey: "backing",
        Options: context => new Options()
            .AddText("filename", context.Layer.Settings.Text("File"))
            .AddText("aio", context.Attachment.Settings.Member("Io", Texts.Word))
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, index) => xml.Begin("source").Attribute("file", layer.Settings.Text("File")).Attribute("index", index),
        Required: [["File"]]);
}
