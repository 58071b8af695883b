using System.Xml.Linq;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.OnLibvirt;

/// <summary>What stands in the domain for layers that libvirt has no words for.</summary>
public sealed class ColoDomainXmlTests
{
    private static readonly XNamespace s_qemu = "http://libvirt.org/schemas/domain/qemu/1.0";

    [Theory]
    [InlineData("primary host", "vda")]
    [InlineData("secondary host", "vda")]
    [InlineData("secondary host with two disks", "vda", "vdb")]
    [InlineData("primary host with two disks and one replica", "vda", "vdb")]
    [InlineData("replica among others, all", "vdb", "vdc")]
    [InlineData("replicated disk, absent")]
    [InlineData("replicated disk, there", "vdb")]
    [InlineData("chains of one to five layers")]
    public void A_disk_of_which_libvirt_opens_a_part_has_an_alias_and_its_device_another_drive(string name, params string[] devs)
    {
        XElement domain = Domain(name);

        Assert.Equal(
            devs.Select(dev => (dev, $"ua-{dev}")),
            domain.Descendants("disk").Where(disk => disk.Element("alias") is not null)
                .Select(disk => (disk.Element("target")!.Attribute("dev")!.Value, disk.Element("alias")!.Attribute("name")!.Value)));
        Assert.Equal(
            devs.Select(dev => ($"ua-{dev}", $"{dev}-0")),
            domain.Descendants(s_qemu + "device").Select(device => (
                device.Attribute("alias")!.Value,
                device.Descendants(s_qemu + "property").Single(property => property.Attribute("name")!.Value == "drive").Attribute("value")!.Value)));
    }

    /// <summary>libvirt counts from the last disk to the first and from the top of each chain down.</summary>
    [Theory]
    [InlineData("replica among others, alone", "\"file\":\"libvirt-3-format\"", "\"children\":[\"libvirt-2-storage\"]")]
    [InlineData("replica among others, some", "\"file\":\"libvirt-3-format\"", "\"children\":[\"libvirt-2-storage\"]")]
    [InlineData("replica among others, all", "\"file\":\"libvirt-5-format\"", "\"children\":[\"libvirt-4-storage\"]")]
    [InlineData("primary host", "\"children\":[\"libvirt-1-format\"]")]
    [InlineData("primary host with two disks", "\"children\":[\"libvirt-2-storage\"]", "\"children\":[\"libvirt-1-format\"]")]
    [InlineData("secondary host with two disks", "\"file\":\"libvirt-2-storage\"", "\"file\":\"libvirt-1-format\"")]
    [InlineData("replicated disk, there", "\"children\":[\"libvirt-1-storage\"]")]
    public void The_nodes_that_libvirt_will_open_are_called_as_libvirt_will_call_them(string name, params string[] references)
    {
        string[] arguments = [.. Domain(name).Descendants(s_qemu + "arg").Select(argument => argument.Attribute("value")!.Value)];

        Assert.All(references, reference => Assert.Contains(arguments, argument => argument.Contains(reference)));
    }

    private static XElement Domain(string name) => XElement.Parse(DomainXml.Of(TopologyCases.Get(name).Make(Images.Nowhere)));
}
