using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Libvirt;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers.Formats;
using ColoGen.Core.Model;

namespace ColoGen.Core.Layers;

/// <summary>The passphrase of an encrypted image.</summary>
internal static class Encryption
{
    public static bool IsEncrypted(Layer layer) =>
        layer.Settings.Get(nameof(SourceAttribute.SecretFile)) is not null
        || (layer.Format is { } format && DiskFormats.Get(format).Encryption == FormatEncryption.Always);

    /// <summary>The id of the object with the passphrase; null where the image is not encrypted.</summary>
    public static NodeName? SecretOf(LayerContext context) => IsEncrypted(context.Layer) ? context.Name.With("-secret") : null;

    /// <summary>The option <c>encrypt</c> of an image with a passphrase. QEMU rejects it for a format that is never encrypted.</summary>
    public static EquatableArray<Option> Options(LayerContext context) => SecretOf(context) is { } secret
        ? new Options().AddObject("encrypt", new Options().Add("format", "luks").Add("key-secret", secret)).ToArray()
        : default;

    public static EquatableArray<EquatableArray<Option>> Objects(LayerContext context) => SecretOf(context) is { } secret
        ? [new Options().Add("qom-type", "secret").Add("id", secret).Add("file", context.Layer.Settings.Get(nameof(SourceAttribute.SecretFile))).ToArray()]
        : default;

    public static void Xml(XmlBuilder xml, Layer layer)
    {
        if (!IsEncrypted(layer)) return;
        xml.StartElement("encryption").Attribute("format", "luks")
            .StartElement("secret").Attribute("type", "passphrase").Attribute("uuid", layer.Settings.Get(nameof(SourceAttribute.SecretUuid))).EndElement()
            .EndElement();
    }
}
