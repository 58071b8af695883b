using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The libvirt domain, or its two halves.</summary>
internal static class DomainXmlDocument
{
    public static EquatableArray<Piece> Domain(TopologyIndex index) => XmlTemplate.Of([DomainXmlLowering.Domain(index)]);

    public static EquatableArray<Piece> Devices(TopologyIndex index) => XmlTemplate.Of(DomainXmlLowering.Devices(index));

    public static EquatableArray<Piece> QemuElements(TopologyIndex index) => XmlTemplate.Of(DomainXmlLowering.QemuElements(index));
}
