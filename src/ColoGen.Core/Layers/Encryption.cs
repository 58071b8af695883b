using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Layers;

/// <summary>The passphrase of an encrypted image.</summary>
internal static class Encryption
{
    public static EquatableArray<Option> Options(Layer layer, Name node)
    {
        if (!DiskFormats.IsEncrypted(layer)) return default;
        Name secret = SecretOf(node);
        return layer.Format == "Luks"
            ? new Options().Add("key-secret", secret).ToArray()
            : new Options().Add("encrypt", new Options().Add("format", "luks").Add("key-secret", secret).ToObject()).ToArray();
    }

    public static EquatableArray<EquatableArray<Option>> Objects(Layer layer, Name node) =>
        DiskFormats.IsEncrypted(layer)
            ? [new Options().Add("qom-type", "secret").Add("id", SecretOf(node)).AddText("file", layer.Settings.Text("SecretFile")).ToArray()]
            : default;

    public static void Xml(IXmlWriter xml, Layer layer)
    {
        if (!DiskFormats.IsEncrypted(layer)) return;
        xml.Begin("encryption").Attribute("format", "luks")
            .Begin("secret").Attribute("type", "passphrase").Attribute("uuid", layer.Settings.Text("SecretUuid")).End()
            .End();
    }

    private static Name SecretOf(Name node) => node.With("-secret");
}
