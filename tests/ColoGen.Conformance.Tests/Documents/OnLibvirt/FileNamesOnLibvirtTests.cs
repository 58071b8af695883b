using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

/// <summary>libvirt hands on the names of files as they were given, its own and those in QEMU's command line.</summary>
[Collection(LibvirtCollection.Name)]
public sealed class FileNamesOnLibvirtTests(LibvirtFixture fixture)
{
    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [InlineData("/a,b=c,,d")]
    [InlineData("/& < > &amp; 'x' \"y\"")]
    [InlineData("/back\\slash\\u0041")]
    [InlineData("/ spaces \t and tabs")]
    [InlineData("/磁盘 💾")]
    public async Task A_file_name_comes_through(string path)
    {
        OverlayOfGolden topology = new(new(path + "1"), new(path + "2", new(path + "3")));

        LibvirtNative native = await fixture.Libvirt.NativeAsync(topology.ToDomainXmlString());

        Assert.Equal(
            [path + "1", path + "2", path + "3"],
            native.Blockdevs.Select(node => node["filename"]?.GetValue<string>()).OfType<string>().Order(StringComparer.Ordinal));
    }
}
