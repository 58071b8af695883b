using System.Xml.Linq;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Mail;

/// <summary>The shapes that the mail of December 2015 shows, idea by idea. Where it has "...", the shape has &lt;rest/&gt;.</summary>
public sealed class TreeXmlOfTheMailTests
{
    private static readonly Referring s_referring = new(new("/images/secondary.qcow2"), new("/images/replica.qcow2"));

    private static readonly Wiki s_wiki = new(
        new("/images/1.raw"), new(new("/path/to/active_disk.qcow2", new("/path/to/hidden_disk.qcow2"))));

    private static readonly Voting s_voting = new(new(new("/images/a.qcow2"), new("/images/b.qcow2"), new("/images/c.raw")));

    [Fact]
    public void The_active_layer_has_the_index_0() => XmlShape.AssertMatches(
        """
        <disk type='file' device='disk'>
          <rest/>
          <source file='/images/secondary.qcow2' index='0'/>
          <backingStore/>
          <target dev='vda' bus='virtio'/>
        </disk>
        """,
        Tree(s_referring).Elements("disk").First());

    [Fact]
    public void A_reference_names_a_dev_and_an_index() => Assert.Equal(
        ["<reference dev=\"vda\" index=\"0\" />"],
        Tree(s_referring).Descendants("reference").Select(reference => reference.ToString()));

    [Fact]
    public void A_backingStore_of_the_type_replication_holds_the_reference() => XmlShape.AssertMatches(
        """
        <disk type='file' device='disk'>
          <rest/>
          <backingStore type='replication'>
            <rest/>
            <reference dev='vda' index='0'/>
          </backingStore>
        </disk>
        """,
        Tree(s_referring).Elements("disk").Last());

    [Fact]
    public void Two_drivers_over_one_file_are_two_layers() => XmlShape.AssertMatches(
        """
        <disk type='replication'>
          <rest/>
          <backingStore type='file'>
            <rest/>
            <driver name='qemu' type='qcow2'/>
            <source file='/path/to/active_disk.qcow2'/>
          </backingStore>
        </disk>
        """,
        Tree(s_wiki).Element("disk")!);

    [Fact]
    public void A_quorum_has_no_source_and_several_layers_below_it()
    {
        XElement disk = Tree(s_voting).Element("disk")!;

        XmlShape.AssertMatches(
            """
            <disk type='quorum'>
              <rest/>
              <backingStore type='file'><rest/><source file='/images/a.qcow2'/></backingStore>
              <backingStore type='file'><rest/><source file='/images/b.qcow2'/></backingStore>
              <backingStore type='file'><rest/><source file='/images/c.raw'/></backingStore>
            </disk>
            """,
            disk);
        Assert.Empty(disk.Elements("source"));
    }

    [Fact]
    public void Format_and_file_are_one_layer_of_XML_and_two_nodes_of_QEMU()
    {
        XElement disk = Tree(s_voting).Element("disk")!;

        Assert.Equal(3, disk.Descendants("source").Count());
        Assert.Equal(
            ["file", "qcow2", "file", "qcow2", "file", "raw", "quorum"],
            DocumentReader.Values(s_voting.GetBlockdevArguments(), "-blockdev").Select(node => node["driver"]!.GetValue<string>()));
    }

    [Fact]
    public void Every_layer_has_its_format_and_every_chain_its_end()
    {
        XElement tree = Tree(s_wiki);

        Assert.All(
            tree.DescendantsAndSelf()
                .Where(layer => layer.Name.LocalName is "disk" or "hostdisk" || (layer.Name == "backingStore" && layer.Element("source") is not null)),
            layer => Assert.NotNull(layer.Element("driver")!.Attribute("type")));
        Assert.All(tree.Descendants("source"), source => Assert.NotNull(source.Parent!.Element("backingStore")));
        Assert.All(
            DocumentReader.Values(s_referring.GetBlockdevArguments(), "-blockdev").Where(node => node["driver"]!.GetValue<string>() == "qcow2"),
            node => Assert.True(node.ContainsKey("backing")));
    }

    [Fact]
    public void A_disk_that_only_the_host_sees_is_a_sibling_of_disk_without_a_target()
    {
        XElement tree = Tree(s_wiki);

        XmlShape.AssertMatches(
            """
            <devices>
              <hostdisk type='file' dev='colo1'>
                <driver name='qemu' type='raw'/>
                <source file='/images/1.raw' index='0'/>
                <backingStore/>
              </hostdisk>
              <disk><rest/></disk>
            </devices>
            """,
            tree);
        Assert.Equal(["vda"], DocumentReader.Values(s_wiki.GetBlockdevArguments(), "-device").Select(device => device["id"]!.GetValue<string>()));
    }

    private static XElement Tree<T>(T topology)
        where T : ITreeXml => XElement.Parse(topology.ToTreeXmlString());
}
