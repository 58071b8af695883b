using ColoGen.Core.Devices.Buses;
using ColoGen.Core.Devices.DiskSettings;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>The disks for a libvirt domain that is written elsewhere.</summary>
internal static class DeviceXmlDocument
{
    public static void Write(TemplateBuilder builder, DocumentContext context) => DomainXmlDocument.Disks(new XmlBuilder(builder), context.Chains);

    /// <summary>
    /// libvirt numbers the nodes of all disks of a domain, and a domain has each controller and I/O thread once: what needs one of these is right in one
    /// domain only.
    /// </summary>
    public static string? Obstacle(DocumentContext context, Attachment attachment) =>
        Need(context, attachment) is { } need ? $"'{attachment.Dev}' {need}: give the topology a [Domain]" : null;

    private static string? Need(DocumentContext context, Attachment attachment) =>
        attachment.IsHostDisk ? "is a node that libvirt has no element for"
        : context.Chains.Of(attachment) is not { IsWhole: true } ? "needs the numbers that libvirt gives the nodes of the whole domain"
        : IoThreadSetting.Setting.IsGiven(attachment) ? "needs an I/O thread of the domain"
        : DiskBuses.Get(attachment.Bus!.Value).Controllers(context.Topology).Any(controller => controller.Xml is not null)
            ? $"needs a {attachment.Bus.Value.ToWord()} controller of the domain"
        : null;
}
