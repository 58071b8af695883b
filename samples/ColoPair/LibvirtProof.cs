using System.Runtime.CompilerServices;
using ColoGen;
using ColoGen.TestInfrastructure;

namespace ColoPair;

/// <summary>libvirt takes the domains and starts them.</summary>
internal static class LibvirtProof
{
    public static async IAsyncEnumerable<Statement> StatementsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        using Images images = await Images.CreateAsync(cancellation);
        await using Libvirt libvirt = await Libvirt.StartAsync(cancellation);
        foreach ((string name, string xml) in new[]
        {
            ("primary", Hosts.Primary(images.Folder, DomainType.Qemu, replica: null).ToDomainXmlString()),
            ("secondary", Hosts.Secondary(images.Folder, DomainType.Qemu).ToDomainXmlString()),
        })
        {
            yield return new Statement($"{name}: libvirt defines the domain", token => libvirt.DefineAsync(xml, token));
            yield return new Statement($"{name}: libvirt makes QEMU's arguments from it", token => libvirt.NativeAsync(xml, token));
            yield return new Statement($"{name}: libvirt starts it, and the guest's disk is the quorum", token => StartAsync(libvirt, xml, token));
        }
    }

    private static async Task StartAsync(Libvirt libvirt, string xml, CancellationToken cancellation) => await libvirt.RunDomainAsync(
        xml,
        async domain =>
        {
            IReadOnlyList<QemuNode> nodes = await domain.NodesAsync(cancellation);
            return nodes.Any(node => node is { Name: "vda-0", Driver: "quorum" }) ? nodes : throw new InvalidDataException("There is no quorum vda-0.");
        },
        cancellation);
}
