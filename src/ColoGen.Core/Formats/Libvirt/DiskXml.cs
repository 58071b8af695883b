using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>What the tree XML and the domain XML say alike about a disk.</summary>
internal static class DiskXml
{
    /// <summary>The elements that name a device to the guest, with their settings.</summary>
    private static readonly (string Element, string Setting)[] s_names = [("serial", "Serial"), ("wwn", "Wwn"), ("vendor", "Vendor"), ("product", "Product")];

    /// <summary>A tree that may be absent, and the empty drive that is left then. libvirt knows an empty drive only as a file.</summary>
    /// <param name="there">Writes the tree.</param>
    public static void Whole(IXmlWriter xml, Attachment attachment, Action there)
    {
        if (attachment.Edge.Kind == EdgeKind.Optional) xml.When(attachment.Edge.Source, attachment.Edge.Scope, there, attachment.MayBeEmpty ? Empty : null);
        else there();

        void Empty()
        {
            Begin(xml, attachment, "file");
            xml.Begin("driver").Attribute("name", "qemu").Attribute("type", "raw");
            DriverSettings(xml, attachment, attachment, isTop: true);
            xml.End();
            Guest(xml, attachment, attachment.IsReadOnly);
            xml.End();
        }
    }

    public static void Begin(IXmlWriter xml, Attachment disk, string type) =>
        xml.Begin("disk").Attribute("type", type).Attribute("device", disk.Device.ToLowerInvariant());

    public static void BeginDriver(IXmlWriter xml, Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        if (kind.IsSource) xml.Begin("driver").Attribute("name", "qemu").Attribute("type", DiskFormats.XmlType(layer.Format!));
        else kind.Xml(xml, layer, null);
    }

    /// <summary>The disk's own settings on the <c>&lt;driver&gt;</c> of its top layer.</summary>
    /// <param name="disk">What the guest sees.</param>
    /// <param name="tree">What the layer stands in, whose settings its nodes have.</param>
    /// <param name="isTop">Whether the layer is the tree's top.</param>
    public static void DriverSettings(IXmlWriter xml, Attachment disk, Attachment tree, bool isTop) => xml
        .Attribute("cache", tree.Settings.Member("Cache", Texts.Word))
        .Attribute("io", tree.Settings.Member("Io", Texts.Word))
        .Attribute("discard", tree.Settings.Member("Discard", Texts.Word))
        .Attribute("detect_zeroes", isTop ? tree.Settings.Member("DetectZeroes", Texts.Word) : null)
        .Attribute("iothread", disk.Settings.Number("IoThread", 1));

    /// <param name="index">The number that it says of itself; null where it says none.</param>
    public static void Source(IXmlWriter xml, Layer layer, Text? index)
    {
        LayerKinds.Get(layer.Kind).Xml(xml, layer, index);
        Encryption.Xml(xml, layer);
        xml.End();
    }

    /// <summary>What the guest sees.</summary>
    /// <param name="isReadOnly">Whether the layer under it is opened for reading only.</param>
    public static void Guest(IXmlWriter xml, Attachment disk, bool isReadOnly)
    {
        EquatableArray<Setting> settings = disk.Settings;
        xml.Begin("target").Attribute("dev", disk.Dev).Attribute("bus", disk.Bus!.ToLowerInvariant()).End();
        if (isReadOnly) xml.Begin("readonly").End();
        if (settings.Number("BootOrder", 1) is { } order) xml.Element("boot", "order", order);
        foreach ((string element, string setting) in s_names)
        {
            if (settings.Text(setting) is { } text) xml.Content(element, text);
        }
    }
}
