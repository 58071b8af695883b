using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>What the tree XML and the domain XML say alike about a disk.</summary>
internal static class DiskXml
{
    /// <summary>The elements that name a device to the guest, with their settings.</summary>
    private static readonly (string Element, string Setting)[] s_names = [("serial", "Serial"), ("wwn", "Wwn"), ("vendor", "Vendor"), ("product", "Product")];

    /// <summary>The disk's own settings on the <c>&lt;driver&gt;</c> of its top layer.</summary>
    public static XmlElement WithDriverSettings(XmlElement driver, Attachment attachment) =>
        WithDriverSettings(driver, attachment, attachment, isTop: true);

    /// <param name="disk">What the guest sees.</param>
    /// <param name="tree">What the layer stands in, whose settings its nodes have.</param>
    /// <param name="isTop">Whether the layer is the tree's top.</param>
    public static XmlElement WithDriverSettings(XmlElement driver, Attachment disk, Attachment tree, bool isTop) => driver
        .With("cache", tree.Settings.Member("Cache", Texts.Word))
        .With("io", tree.Settings.Member("Io", Texts.Word))
        .With("discard", tree.Settings.Member("Discard", Texts.Word))
        .With("detect_zeroes", isTop ? tree.Settings.Member("DetectZeroes", Texts.Word) : null)
        .With("iothread", disk.Settings.Number("IoThread", 1));

    public static XmlElement Driver(Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        return kind.IsSource
            ? new XmlElement("driver").With("name", "qemu").With("type", Formats.XmlType(layer.Format!))
            : kind.Xml(layer);
    }

    public static XmlElement Source(Layer layer) => LayerKinds.Get(layer.Kind).Xml(layer).With(Encryption.Xml(layer));

    /// <summary>What the guest sees.</summary>
    public static IEnumerable<XmlNode> Guest(Attachment disk) => Guest(disk, disk.IsReadOnly);

    /// <param name="isReadOnly">Whether the layer under it is opened for reading only.</param>
    public static IEnumerable<XmlNode> Guest(Attachment disk, bool isReadOnly)
    {
        EquatableArray<Setting> settings = disk.Settings;
        yield return new XmlElement("target").With("dev", disk.Dev).With("bus", disk.Bus!.ToLowerInvariant());
        if (isReadOnly) yield return new XmlElement("readonly");
        if (settings.Number("BootOrder", 1) is { } order) yield return new XmlElement("boot", isLeftOutWithoutValue: true).With("order", order);
        foreach ((string element, string setting) in s_names)
        {
            if (settings.Text(setting) is { } text) yield return new XmlElement(element, content: text);
        }
    }

    public static XmlElement Disk(Attachment disk, string type) =>
        new XmlElement("disk").With("type", type).With("device", disk.Device.ToLowerInvariant());

    /// <summary>A tree that may be absent, and the empty drive that is left then. libvirt knows an empty drive only as a file.</summary>
    public static XmlNode Whole(Attachment attachment, XmlElement there)
    {
        if (attachment.Edge.Kind != EdgeKind.Optional) return there;
        XmlNode[] empty = attachment.MayBeEmpty
            ? [Disk(attachment, "file").With(WithDriverSettings(new XmlElement("driver").With("name", "qemu").With("type", "raw"), attachment)).With(Guest(attachment))]
            : [];
        return new XmlOptional(attachment.Edge.Source, attachment.Edge.Scope, [there], empty);
    }
}
