using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Support;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

/// <summary>The comparison with libvirt sees what is different.</summary>
[Collection(LibvirtCollection.Name)]
public sealed class LibvirtComparisonTests(LibvirtFixture fixture)
{
    private readonly object _topology = TopologyCases.Get("replica among others, all").Make(Images.Nowhere);

    [ToolTheory(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    [InlineData("a file", "\"filename\":\"/images/a-1.qcow2\"", "\"filename\":\"/images/a-2.qcow2\"")]
    [InlineData(
        "an option of a storage node",
        "\"filename\":\"/images/d.raw\",\"auto-read-only\":true",
        "\"filename\":\"/images/d.raw\",\"auto-read-only\":false")]
    [InlineData("an option that is missing", "\"filename\":\"/images/d.raw\",\"auto-read-only\":true,", "\"filename\":\"/images/d.raw\",")]
    [InlineData("a backing that is missing", "\"backing\":\"sdb-1\"", "\"backing\":null")]
    [InlineData("a driver", "\"driver\":\"qcow2\",\"node-name\":\"sdb-2\"", "\"driver\":\"qed\",\"node-name\":\"sdb-2\"")]
    [InlineData("the node of a device", "\"drive\":\"vda-0\"", "\"drive\":\"vdd-0\"")]
    [InlineData("the place of a device", "\"lun\":1", "\"lun\":2")]
    [InlineData("what a quorum stands on", "\"children\":[\"vdc-1\"]", "\"children\":[\"vdc-1\",\"vdd-1\"]")]
    [InlineData("the root of the replication", "\"top-id\":\"vdb-0\"", "\"top-id\":\"vda-0\"")]
    [InlineData("a cache", "\"write-cache\":\"on\"", "\"write-cache\":\"off\"")]
    public async Task It_sees_a_difference(string what, string ours, string changed)
    {
        string[] arguments = ((IBlockdevArguments)_topology).GetBlockdevArguments();
        Assert.True(arguments.Any(argument => argument.Contains(ours)), what);

        LibvirtComparison comparison = await CompareAsync([.. arguments.Select(argument => argument.Replace(ours, changed))]);

        Assert.ThrowsAny<Exception>(comparison.AssertSame);
    }

    [ToolFact(Programs.Qemu, "virsh", Programs.LibvirtQemuDriver)]
    public async Task It_sees_every_node_and_device_that_is_missing()
    {
        string[] arguments = ((IBlockdevArguments)_topology).GetBlockdevArguments();
        for (int at = 0; at < arguments.Length; at += 2)
        {
            LibvirtComparison comparison = await CompareAsync([.. arguments[..at], .. arguments[(at + 2)..]]);

            Assert.ThrowsAny<Exception>(comparison.AssertSame);
        }
    }

    private async Task<LibvirtComparison> CompareAsync(string[] arguments)
    {
        string domain = DomainXml.Of(_topology);
        return new(domain, await fixture.Libvirt.NativeAsync(domain), arguments);
    }
}
