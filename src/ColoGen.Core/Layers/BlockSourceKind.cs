using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

internal static class BlockSourceKind
{
    public static LayerKind Kind { get; } = new()
    {
        Attribute = AttributeName.Of<BlockSourceAttribute>(),
        Role = LayerRole.Source,
        XmlType = "block",
        Driver = "host_device",
        // formatdomain.rst, <source>: "block … Since 0.0.3".
        LibvirtSince = "0.0.3",
        Children = LayerChildren.None,
        Settings = [new(nameof(BlockSourceAttribute.Dev), SettingType.HostPath), .. CommonSettings.OfSources],
        Required = [[nameof(BlockSourceAttribute.Dev)]],
        Image = layer => ImageIdentity.OfPath(layer, nameof(BlockSourceAttribute.Dev)),
        IsLocal = true,
        TakesAio = true,
        HasHostCache = true,
        PassesDiscards = true,
        PassesZeroes = true,
        Options = context => new Options()
            .Add("filename", context.Layer.Settings.Get(nameof(BlockSourceAttribute.Dev)))
            .ToArray(),
        Objects = _ => default,
        Xml = (xml, layer, index) => xml.StartElement("source")
            .Attribute("dev", layer.Settings.Get(nameof(BlockSourceAttribute.Dev)))
            .Attribute("index", index),
    };
}
