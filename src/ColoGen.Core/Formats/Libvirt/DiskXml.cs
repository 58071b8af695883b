using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The parts of a disk that the tree XML and the domain XML have in common.</summary>
internal static class DiskXml
{
    /// <summary>The elements that name a device to the guest, with their settings.</summary>
    private static readonly (string Element, string Setting)[] s_names =
    [
        ("serial", nameof(DiskAttribute.Serial)),
        ("wwn", nameof(DiskAttribute.Wwn)),
        ("vendor", nameof(DiskAttribute.Vendor)),
        ("product", nameof(DiskAttribute.Product)),
    ];

    /// <summary>A tree that may be absent, and the empty drive that is left then. libvirt knows an empty drive only as a file.</summary>
    /// <param name="write">Writes the tree.</param>
    public static void WriteTree(XmlBuilder xml, Attachment attachment, Action write)
    {
        xml.ForEdge(attachment.Edge, write, attachment.MayBeEmpty ? EmptyDrive : null);

        void EmptyDrive()
        {
            StartDisk(xml, attachment, "file");
            xml.StartElement("driver").Attribute("name", "qemu").Attribute("type", "raw");
            DriverSettings(xml, attachment, attachment, isTop: true);
            xml.EndElement();
            Guest(xml, attachment, attachment.IsReadOnly);
            xml.EndElement();
        }
    }

    public static void StartDisk(XmlBuilder xml, Attachment disk, string type) =>
        xml.StartElement("disk").Attribute("type", type).Attribute("device", disk.Device.ToWord());

    public static void StartDriver(XmlBuilder xml, Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        if (kind.IsSource) xml.StartElement("driver").Attribute("name", "qemu").Attribute("type", DiskFormats.XmlType(layer.Format!.Value));
        else kind.Xml(xml, layer, null);
    }

    /// <summary>The disk's own settings on the <c>&lt;driver&gt;</c> of its top layer.</summary>
    /// <param name="disk">What the guest sees.</param>
    /// <param name="tree">The tree of the layer, whose settings its nodes have.</param>
    /// <param name="isTop">Whether the layer is the tree's top.</param>
    public static void DriverSettings(XmlBuilder xml, Attachment disk, Attachment tree, bool isTop) => xml
        .Attribute("cache", tree.Settings.Member(nameof(DiskAttribute.Cache)))
        .Attribute("io", tree.Settings.Member(nameof(DiskAttribute.Io)))
        .Attribute("discard", tree.Settings.Member(nameof(DiskAttribute.Discard)))
        .Attribute("detect_zeroes", isTop ? tree.Settings.Member(nameof(DiskAttribute.DetectZeroes)) : null)
        .Attribute("iothread", disk.Settings.Number(nameof(DiskAttribute.IoThread), 1));

    /// <param name="index">The number of the layer; null where the document does not have it.</param>
    public static void Source(XmlBuilder xml, Layer layer, DocumentValue? index)
    {
        LayerKinds.Get(layer.Kind).Xml(xml, layer, index);
        Encryption.Xml(xml, layer);
        xml.EndElement();
    }

    /// <summary>What the guest sees.</summary>
    /// <param name="isReadOnly">Whether the layer under it is opened for reading only.</param>
    public static void Guest(XmlBuilder xml, Attachment disk, bool isReadOnly)
    {
        EquatableArray<Setting> settings = disk.Settings;
        xml.StartElement("target").Attribute("dev", disk.Dev).Attribute("bus", disk.Bus!.Value.ToWord()).EndElement();
        if (isReadOnly) xml.StartElement("readonly").EndElement();
        if (settings.Number(nameof(DiskAttribute.BootOrder), 1) is { } order) xml.Element("boot", "order", order);
        foreach ((string element, string setting) in s_names)
        {
            if (settings.Get(setting) is { } text) xml.Element(element, text);
        }
    }
}
