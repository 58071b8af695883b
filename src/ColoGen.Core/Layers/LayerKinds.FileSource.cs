using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static partial class LayerKinds
{
    private static readonly LayerKind s_fileSource = new(
        Attribute: AttributeName.Of<FileSourceAttribute>(),
        IsSource: true,
        XmlType: "file",
        Driver: "file",
        ChildKey: "backing",
        Options: context => new Options()
            .Add("filename", context.Layer.Settings.Get(nameof(FileSourceAttribute.File)))
            .Add("aio", context.Attachment.Settings.Member(nameof(DiskAttribute.Io)))
            .ToArray(),
        Objects: _ => default,
        Xml: (xml, layer, index) => xml.StartElement("source")
            .Attribute("file", layer.Settings.Get(nameof(FileSourceAttribute.File)))
            .Attribute("index", index),
        Required: [[nameof(FileSourceAttribute.File)]]);
}
