using ColoGen.Core.Analysis;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The libvirt domain, or its two halves.</summary>
internal static class DomainXmlDocument
{
    public static void WriteDomain(TemplateBuilder builder, TopologyContext index) => DomainXmlLowering.Domain(new XmlTemplate(builder), index);

    public static void WriteDevices(TemplateBuilder builder, TopologyContext index) => DomainXmlLowering.Devices(new XmlTemplate(builder), index);

    public static void WriteQemuElements(TemplateBuilder builder, TopologyContext index) => DomainXmlLowering.QemuElements(new XmlTemplate(builder), index);

    /// <summary>libvirt starts no disk without a source of its own, and none on sata or ide that is opened for reading only.</summary>
    public static string? Refusal(TopologyContext index)
    {
        LibvirtChains chains = index.Chains;
        return chains.Disks.Select(disk => Refusal(disk, chains.Of(disk))).FirstOrDefault(refusal => refusal is not null);
    }

    private static string? Refusal(Attachment disk, Chain? chain) => chain switch
    {
        null => $"libvirt can't attach '{disk.Dev}': its tree has no required layer of its own that libvirt could open. Use the blockdev arguments or QMP.",
        { Attachment: { IsReadOnly: true } tree } when !disk.IsReadOnly && disk.Bus is "Sata" or "Ide" =>
            $"libvirt can't attach '{disk.Dev}': it would have to open '{tree.Dev}' for reading only, which it refuses on {disk.Bus!.ToLowerInvariant()}. Use virtio or scsi.",
        _ => null,
    };
}
