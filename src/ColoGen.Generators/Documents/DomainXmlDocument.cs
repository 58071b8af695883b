using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>The libvirt domain, or its two halves.</summary>
internal static class DomainXmlDocument
{
    public static EquatableArray<Piece> Domain(TopologyIndex index) => XmlTemplate.Of([DomainXmlLowering.Domain(index)]);

    public static EquatableArray<Piece> Devices(TopologyIndex index) => XmlTemplate.Of(DomainXmlLowering.Devices(index));

    public static EquatableArray<Piece> QemuElements(TopologyIndex index) => XmlTemplate.Of(DomainXmlLowering.QemuElements(index));

    /// <summary>libvirt starts no disk without a source of its own.</summary>
    public static string? Refusal(TopologyIndex index)
    {
        var chains = new LibvirtChains(index);
        return chains.Disks.FirstOrDefault(disk => chains.Of(disk) is null) is { } disk
            ? $"libvirt can't attach '{disk.Dev}': its tree has no required layer of its own that libvirt could open. Use the blockdev arguments or QMP."
            : null;
    }
}
