using ColoGen.Core.Analysis;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>A topology to the tree dialect: one element for each layer.</summary>
internal static class TreeXmlLowering
{
    public static void Lower(IXmlWriter xml, TopologyContext index)
    {
        xml.Begin("devices");
        foreach (Attachment attachment in index.Topology.Attachments) Lower(xml, index, attachment);
        xml.End();
    }

    private static void Lower(IXmlWriter xml, TopologyContext index, Attachment attachment)
    {
        DiskXml.Whole(xml, attachment, () =>
        {
            string type = LayerKinds.Get(attachment.Top.Kind).XmlType;
            if (attachment.IsHostDisk) xml.Begin("hostdisk").Attribute("type", type).Attribute("dev", attachment.Dev);
            else DiskXml.Begin(xml, attachment, type);
            Layer(xml, index, attachment, attachment.Top);
            if (!attachment.IsHostDisk) DiskXml.Guest(xml, attachment, attachment.IsReadOnly);
            else if (attachment.IsReadOnly) xml.Begin("readonly").End();
            xml.End();
        });
    }

    private static void Layer(IXmlWriter xml, TopologyContext index, Attachment attachment, Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        bool isTop = layer.Path == attachment.Top.Path;
        DiskXml.BeginDriver(xml, layer);
        if (isTop) DiskXml.DriverSettings(xml, attachment, attachment, isTop);
        xml.End();
        if (kind.IsSource) DiskXml.Source(xml, layer, isTop ? new IndexText(index.NumberOf(layer)) : null);
        foreach (Edge edge in layer.Edges) Below(xml, index, attachment, edge, kind);
        if (attachment.Bind(layer) is { } reference)
        {
            xml.Begin("backingStore").Attribute("type", "replication")
                .Begin("reference").Attribute("dev", reference.Dev).Attribute("index", new IndexText(IndexExpression.Of(reference.Index))).End()
                .End();
        }
        else if (kind.IsSource && layer.Edges.Count == 0)
        {
            End(xml);
        }
    }

    private static void Below(IXmlWriter xml, TopologyContext index, Attachment attachment, Edge edge, LayerKind above)
    {
        switch (edge.Kind)
        {
            case EdgeKind.Required:
                Store();
                break;
            case EdgeKind.Optional:
                xml.When(edge.Source, edge.Scope, Store, above.IsSource ? () => End(xml) : null);
                break;
            default:
                xml.Each(edge.Source, edge.Scope, edge.CountMember, Store);
                break;
        }

        void Store()
        {
            xml.Begin("backingStore")
                .Attribute("type", LayerKinds.Get(edge.Layer.Kind).XmlType)
                .Attribute("index", new IndexText(index.NumberOf(edge.Layer)));
            Layer(xml, index, attachment, edge.Layer);
            xml.End();
        }
    }

    /// <summary>Nothing is below.</summary>
    private static void End(IXmlWriter xml) => xml.Begin("backingStore").End();
}
