using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

[Collection(LibvirtCollection.Name)]
public sealed class DomainXmlTests(LibvirtFixture fixture)
{
    public static TheoryData<string> Written => TopologyCases.Names(item => item.Libvirt != LibvirtView.Refused);

    public static TheoryData<string> Converted => TopologyCases.Names(item => item.Libvirt == LibvirtView.Converts);

    public static TheoryData<string> Refused => TopologyCases.Names(item => item.Libvirt == LibvirtView.Refused);

    [ToolTheory("xmllint", "virsh")]
    [MemberData(nameof(Written))]
    public async Task Domain_XML_is_valid_by_libvirts_schema(string name) =>
        Assert.Null(await RelaxNg.ValidateAsync(RelaxNg.LibvirtDomainSchema, DomainXml.Of(Make(name))));

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [MemberData(nameof(Converted))]
    public async Task Libvirt_defines_the_domain(string name) => await fixture.Libvirt.DefineAsync(DomainXml.Of(Make(name)));

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [MemberData(nameof(Converted))]
    public async Task Libvirt_builds_the_same_nodes_and_devices(string name)
    {
        object topology = Make(name);
        string domain = DomainXml.Of(topology);

        LibvirtNative native = await fixture.Libvirt.NativeAsync(domain);

        new LibvirtComparison(domain, native, ((IBlockdevArguments)topology).GetBlockdevArguments()).AssertSame();
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_libvirt_could_not_open_has_no_domain_XML(string name) => Assert.False(Make(name) is IDomainXml or IDeviceXml);

    private static object Make(string name) => TopologyCases.Get(name).Make(Images.Nowhere);
}
