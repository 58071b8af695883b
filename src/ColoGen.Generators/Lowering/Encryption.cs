using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>The passphrase of an encrypted image.</summary>
internal static class Encryption
{
    public static EquatableArray<Option> Options(Layer layer, Name node)
    {
        if (!Formats.IsEncrypted(layer)) return default;
        Name secret = SecretOf(node);
        return layer.Format == "Luks"
            ? new Options().Add("key-secret", secret).ToArray()
            : new Options().Add("encrypt", new Options().Add("format", "luks").Add("key-secret", secret).ToObject()).ToArray();
    }

    public static EquatableArray<EquatableArray<Option>> Objects(Layer layer, Name node) =>
        Formats.IsEncrypted(layer)
            ? [new Options().Add("qom-type", "secret").Add("id", SecretOf(node)).AddText("file", layer.Settings.Text("SecretFile")).ToArray()]
            : default;

    public static void Xml(IXmlWriter xml, Layer layer)
    {
        if (!Formats.IsEncrypted(layer)) return;
        xml.Begin("encryption").Attribute("format", "luks")
            .Begin("secret").Attribute("type", "passphrase").Attribute("uuid", layer.Settings.Text("SecretUuid")).End()
            .End();
    }

    private static Name SecretOf(Name node) => node.With("-secret");
}
