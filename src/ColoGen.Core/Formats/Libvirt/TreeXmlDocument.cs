using ColoGen.Core.Analysis;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The tree XML: one element for each layer.</summary>
internal static class TreeXmlDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context)
    {
        XmlBuilder xml = new XmlBuilder(builder).StartElement("devices");
        foreach (Attachment attachment in context.Topology.Attachments) Write(xml, context.Context, attachment);
        xml.EndElement();
    }

    private static void Write(XmlBuilder xml, TopologyContext context, Attachment attachment) => DiskXml.WriteTree(xml, attachment, () =>
    {
        string type = LayerKinds.Get(attachment.Top.Kind).XmlType;
        if (attachment.IsHostDisk) xml.StartElement("hostdisk").Attribute("type", type).Attribute("dev", attachment.Dev);
        else DiskXml.StartDisk(xml, attachment, type);
        Write(xml, context, attachment, attachment.Top);
        DiskXml.Elements(xml, attachment, attachment, isTop: true);
        xml.EndElement();
    });

    private static void Write(XmlBuilder xml, TopologyContext context, Attachment attachment, Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        bool isTop = layer.Path == attachment.Top.Path;
        DiskXml.StartDriver(xml, layer);
        if (isTop) DiskXml.Attributes(xml, XmlPlace.Driver, attachment, attachment, isTop);
        xml.EndElement();
        if (kind.IsSource) DiskXml.Source(xml, layer, isTop ? new IndexValue(context.NumberOf(layer)) : null, isTop ? attachment : null);
        foreach (Edge edge in layer.Edges)
        {
            xml.ForEdge(edge, () => BackingStore(xml, context, attachment, edge.Layer), kind.IsSource ? () => NoBackingStore(xml) : null);
        }

        if (attachment.Bind(layer) is { } reference)
        {
            xml.StartElement("backingStore").Attribute("type", "replication")
                .StartElement("reference")
                .Attribute("dev", reference.Dev)
                .Attribute("index", new IndexValue(context.NumberOf(context.Find(reference)!)))
                .EndElement()
                .EndElement();
        }
        else if (kind.IsSource && layer.Edges.Count == 0)
        {
            NoBackingStore(xml);
        }
    }

    private static void BackingStore(XmlBuilder xml, TopologyContext context, Attachment attachment, Layer layer)
    {
        xml.StartElement("backingStore")
            .Attribute("type", LayerKinds.Get(layer.Kind).XmlType)
            .Attribute("index", new IndexValue(context.NumberOf(layer)));
        Write(xml, context, attachment, layer);
        xml.EndElement();
    }

    /// <summary>Says that the layer has no backing store.</summary>
    private static void NoBackingStore(XmlBuilder xml) => xml.StartElement("backingStore").EndElement();
}
