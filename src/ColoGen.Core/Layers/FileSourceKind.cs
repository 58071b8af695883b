using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static class FileSourceKind
{
    public static LayerKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<FileSourceAttribute>(),
        Role = LayerRole.Source,
        XmlType = "file",
        Driver = "file",
        // formatdomain.rst, <source>: "file … Since 0.0.3".
        LibvirtSince = "0.0.3",
        Children = LayerChildren.None,
        Settings = [new(nameof(FileSourceAttribute.File), SettingType.HostPath), .. CommonSettings.OfSources],
        Required = [[nameof(FileSourceAttribute.File)]],
        Image = layer => ImageIdentity.OfPath(layer, nameof(FileSourceAttribute.File)),
        IsLocal = true,
        TakesAio = true,
        HasHostCache = true,
        PassesDiscards = true,
        PassesZeroes = true,
        Options = context => new Options()
            .Add("filename", context.Layer.Settings.Get(nameof(FileSourceAttribute.File)))
            .ToArray(),
        Objects = _ => default,
        Xml = (xml, layer, index) => xml.StartElement("source")
            .Attribute("file", layer.Settings.Get(nameof(FileSourceAttribute.File)))
            .Attribute("index", index),
    };
}
