using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>The passphrase of an encrypted image.</summary>
internal static class Encryption
{
    public static EquatableArray<Option> Options(Layer layer, NodeName node)
    {
        if (!DiskFormats.IsEncrypted(layer)) return default;
        NodeName secret = SecretOf(node);
        return layer.Format == DiskFormat.Luks
            ? new Options().Add("key-secret", secret).ToArray()
            : new Options().AddObject("encrypt", new Options().Add("format", "luks").Add("key-secret", secret)).ToArray();
    }

    public static EquatableArray<EquatableArray<Option>> Objects(Layer layer, NodeName node) =>
        DiskFormats.IsEncrypted(layer)
            ? [new Options().Add("qom-type", "secret").Add("id", SecretOf(node)).Add("file", layer.Settings.Get(nameof(SourceAttribute.SecretFile))).ToArray()]
            : default;

    public static void Xml(XmlBuilder xml, Layer layer)
    {
        if (!DiskFormats.IsEncrypted(layer)) return;
        xml.StartElement("encryption").Attribute("format", "luks")
            .StartElement("secret").Attribute("type", "passphrase").Attribute("uuid", layer.Settings.Get(nameof(SourceAttribute.SecretUuid))).EndElement()
            .EndElement();
    }

    private static NodeName SecretOf(NodeName node) => node.With("-secret");
}
