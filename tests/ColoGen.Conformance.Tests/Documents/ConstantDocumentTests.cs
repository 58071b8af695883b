using System.Text;
using ColoGen.Conformance.Tests.Documents.Data;
using ColoGen.Conformance.Tests.Documents.Topologies;
using ColoPair;

namespace ColoGen.Conformance.Tests.Documents;

/// <summary>A document without values of run time is a constant, which can be had without a topology.</summary>
public sealed class ConstantDocumentTests
{
    [Fact]
    public void Every_document_of_a_topology_without_values_is_a_constant()
    {
        Dictionary<string, string> constants = new()
        {
            ["TreeXml"] = Encoding.UTF8.GetString(Constants.TreeXmlUtf8),
            ["DomainXml"] = Encoding.UTF8.GetString(Constants.DomainXmlUtf8),
            ["BlockdevArguments"] = Encoding.UTF8.GetString(Constants.BlockdevArgumentsUtf8),
            ["Qmp"] = Encoding.UTF8.GetString(Constants.QmpUtf8),
            ["QmpInverse"] = Encoding.UTF8.GetString(Constants.QmpInverseUtf8),
            ["DriveArguments"] = Encoding.UTF8.GetString(Constants.DriveArgumentsUtf8),
            ["Mermaid"] = Encoding.UTF8.GetString(Constants.MermaidUtf8),
            ["Dot"] = Encoding.UTF8.GetString(Constants.DotUtf8),
        };

        Assert.Equal(
            TopologyDocument.Of(new Constants(new(new()), new(new()))).ToDictionary(document => document.Name, document => document.Text),
            constants);
    }

    [Fact]
    public void The_size_of_a_constant_is_exact()
    {
        Constants topology = new(new(new()), new(new()));

        Assert.Equal(Constants.TreeXmlUtf8.Length, topology.GetTreeXmlMaxByteCount());
    }

    [Fact]
    public void The_picture_of_any_topology_is_a_constant() =>
        Assert.Equal(
            new PrimaryHost(new(new("/a"), null), DomainType.Kvm).ToDotString(),
            Encoding.UTF8.GetString(PrimaryHost.DotUtf8));

    [Fact]
    public void The_inverse_needs_no_values() =>
        Assert.Equal(
            new SecondaryHost(new("/a"), new(new(new("/b", new("/c")))), DomainType.Kvm).ToQmpInverseString(),
            Encoding.UTF8.GetString(SecondaryHost.QmpInverseUtf8));
}
