using ColoGen.Core.Devices.Addresses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Layers;
using ColoGen.Core.Layers.Formats;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The parts of a disk that the tree XML and the domain XML have in common.</summary>
internal static class DiskXml
{
    private static readonly (string? Element, DiskSetting[] Settings)[] s_elements =
        [.. DiskSettingTable.All.GroupBy(setting => setting.Xml.Element).Select(group => (group.Key, group.ToArray()))];

    /// <summary>A tree that may be absent; without it, a CD-ROM or floppy drive is empty. libvirt describes an empty drive as a file.</summary>
    /// <param name="write">Writes the tree.</param>
    public static void WriteTree(XmlBuilder xml, Attachment attachment, Action write)
    {
        xml.ForEdge(attachment.Edge, write, attachment.MayBeEmpty ? EmptyDrive : null);

        void EmptyDrive()
        {
            StartDisk(xml, attachment, "file");
            xml.StartElement("driver").Attribute("name", "qemu").Attribute("type", "raw");
            Attributes(xml, XmlPlace.Driver, attachment, attachment, isTop: true);
            xml.EndElement();
            Elements(xml, attachment, attachment, isTop: true);
            xml.EndElement();
        }
    }

    public static void StartDisk(XmlBuilder xml, Attachment disk, string type)
    {
        xml.StartElement("disk").Attribute("type", type);
        Attributes(xml, element: null, disk, disk, isTop: true);
    }

    public static void StartDriver(XmlBuilder xml, Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        if (kind.IsSource) xml.StartElement("driver").Attribute("name", "qemu").Attribute("type", DiskFormats.Get(layer.Format!.Value).XmlType);
        else kind.Xml(xml, layer, null);
    }

    /// <summary>The settings that are attributes of an element that has just started.</summary>
    /// <param name="element">The element; null for <c>&lt;disk&gt;</c> itself.</param>
    /// <param name="disk">What the guest sees.</param>
    /// <param name="tree">The tree of the layer, whose settings its nodes have.</param>
    /// <param name="isTop">Whether the layer is the tree's top.</param>
    public static void Attributes(XmlBuilder xml, string? element, Attachment disk, Attachment tree, bool isTop)
    {
        foreach ((string? name, DiskSetting[] settings) in s_elements)
        {
            if (name != element) continue;
            foreach (DiskSetting setting in settings) xml.Attribute(setting.Xml.Attribute!, Value(setting, disk, tree, isTop));
        }
    }

    /// <param name="index">The number of the layer; null where the document does not have it.</param>
    /// <param name="disk">The disk whose top layer it is; null for another layer.</param>
    public static void Source(XmlBuilder xml, Layer layer, DocumentValue? index, Attachment? disk)
    {
        LayerKinds.Get(layer.Kind).Xml(xml, layer, index);
        if (disk is not null) Attributes(xml, XmlPlace.Source, disk, disk, isTop: true);
        Encryption.Xml(xml, layer);
        xml.EndElement();
    }

    /// <summary>The settings that are elements after the source, with the <c>&lt;target&gt;</c> of what the guest sees.</summary>
    /// <inheritdoc cref="Attributes"/>
    public static void Elements(XmlBuilder xml, Attachment disk, Attachment tree, bool isTop)
    {
        foreach ((string? element, DiskSetting[] settings) in s_elements)
        {
            switch (element)
            {
                case null or XmlPlace.Driver or XmlPlace.Source:
                    break;
                case XmlPlace.Target:
                    if (disk.IsHostDisk) break;
                    xml.StartElement(XmlPlace.Target).Attribute("dev", disk.Dev);
                    Attributes(xml, XmlPlace.Target, disk, tree, isTop);
                    xml.EndElement();
                    break;
                default:
                    Element(xml, element, settings, disk, tree, isTop);
                    break;
            }
        }

        if (disk.IsHostDisk || !DeviceAddresses.IsDeclaredOn(disk)) return;
        foreach (AddressKind address in DeviceAddresses.DeclaredOn(disk)) address.Xml(xml, disk);
    }

    /// <summary>An element of one setting, or of several that are its attributes; it is left out where no setting is given.</summary>
    private static void Element(XmlBuilder xml, string element, DiskSetting[] settings, Attachment disk, Attachment tree, bool isTop)
    {
        List<(string? Attribute, DocumentValue Value)>? given = null;
        foreach (DiskSetting setting in settings)
        {
            if (Value(setting, disk, tree, isTop) is { } value and not BooleanConstant { Boolean: false }) (given ??= []).Add((setting.Xml.Attribute, value));
        }

        switch (given)
        {
            case null:
                break;
            case [(null, BooleanConstant)]:
                xml.StartElement(element).EndElement();
                break;
            case [(null, var text)]:
                xml.Element(element, text);
                break;
            case [({ } attribute, var value)]:
                xml.Element(element, attribute, value);
                break;
            default:
                xml.StartElement(element);
                foreach ((string? attribute, DocumentValue value) in given) xml.Attribute(attribute!, value);
                xml.EndElement();
                break;
        }
    }

    private static DocumentValue? Value(DiskSetting setting, Attachment disk, Attachment tree, bool isTop) => setting.Scope switch
    {
        DiskSettingScope.Device => disk.IsHostDisk ? null : setting.Value(disk),
        DiskSettingScope.TopLayer when !isTop => null,
        _ => setting.Value(tree),
    };
}
