using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>A topology to the tree dialect: one element for each layer.</summary>
internal static class TreeXmlLowering
{
    public static XmlElement Lower(TopologyIndex index) =>
        new XmlElement("devices").With(index.Topology.Attachments.Select(attachment => Lower(index, attachment)));

    private static XmlNode Lower(TopologyIndex index, Attachment attachment)
    {
        string type = LayerKinds.Get(attachment.Top.Kind).XmlType;
        XmlElement element = attachment.IsHostDisk
            ? new XmlElement("hostdisk").With("type", type).With("dev", attachment.Dev)
            : DiskXml.Disk(attachment, type);
        return DiskXml.Whole(
            attachment, element.With(Layer(index, attachment, attachment.Top)).With(Guest(attachment)));
    }

    private static IEnumerable<XmlNode> Guest(Attachment attachment)
    {
        if (!attachment.IsHostDisk) return DiskXml.Guest(attachment);
        return attachment.IsReadOnly ? [new XmlElement("readonly")] : [];
    }

    private static IEnumerable<XmlNode> Layer(TopologyIndex index, Attachment attachment, Layer layer)
    {
        LayerKind kind = LayerKinds.Get(layer.Kind);
        bool isTop = layer.Path == attachment.Top.Path;
        XmlElement driver = DiskXml.Driver(layer);
        yield return isTop ? DiskXml.WithDriverSettings(driver, attachment) : driver;
        if (kind.IsSource)
        {
            XmlElement source = DiskXml.Source(layer);
            yield return isTop ? source.With("index", new IndexText(index.NumberOf(layer))) : source;
        }

        foreach (Edge edge in layer.Edges)
        {
            XmlElement below = new XmlElement("backingStore")
                .With("type", LayerKinds.Get(edge.Layer.Kind).XmlType)
                .With("index", new IndexText(index.NumberOf(edge.Layer)))
                .With(Layer(index, attachment, edge.Layer));
            yield return edge.Kind switch
            {
                EdgeKind.Required => below,
                EdgeKind.Optional => new XmlOptional(edge.Source, edge.Scope, [below], kind.IsSource ? [End] : []),
                _ => new XmlList(edge.Source, edge.Scope, edge.CountMember, [below]),
            };
        }

        if (attachment.Bind(layer) is { } reference)
        {
            yield return new XmlElement("backingStore").With("type", "replication").With(
                new XmlElement("reference").With("dev", reference.Dev).With("index", new IndexText(IndexExpression.Of(reference.Index))));
        }
        else if (kind.IsSource && layer.Edges.Count == 0)
        {
            yield return End;
        }
    }

    private static XmlElement End => new("backingStore");
}
