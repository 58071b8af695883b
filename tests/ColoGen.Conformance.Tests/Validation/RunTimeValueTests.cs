using System.Collections.Immutable;
using ColoGen.Conformance.Tests.Validation.RunTimeHosts;

namespace ColoGen.Conformance.Tests.Validation;

/// <summary><c>Validate()</c> and the methods that write refuse the same values.</summary>
public sealed class RunTimeValueTests
{
    [Fact]
    public void A_null_whose_property_is_not_nullable_is_reported_as_missing()
    {
        AssertMissing(new ExportHost(new Served("h", 1, null!)), "Root.Export", "Served");
        AssertMissing(new ExportHost(new Served(null!, 1, "e")), "Root.Host", "Served");
        AssertMissing(new SerialHost(new Image("/a"), null!), "Serial", "vda");
        AssertMissing(new EncodedSerialHost(new Image("/a"), default), "Serial", "vda");
        AssertMissing(new DomainHost(new Image("/a"), null!), "Uuid", "DomainHost");
    }

    [Fact]
    public void So_is_one_of_an_item_of_a_list()
    {
        var host = new ListHost(new Mirror([new Served("h", 1, "a"), new Served("i", 1, null!)]));

        Assert.Equal(
            ("COLO0103", "Root.Children[1].Export"), Assert.Single(host.Validate().Select(diagnostic => (diagnostic.Id, diagnostic.Property))));
        Assert.Throws<ArgumentNullException>("Root.Children[].Export", () => host.ToQmpString());
    }

    [Fact]
    public void So_is_one_of_a_project_without_nullable_annotations()
    {
        var host = new SecretHost(new Secret("/a", null, null));

        Assert.Equal(["Root.SecretFile", "Root.SecretUuid"], host.Validate().Select(diagnostic => diagnostic.Property));
        Assert.All(host.Validate(), diagnostic => Assert.Equal("COLO0103", diagnostic.Id));
        Assert.Throws<ArgumentNullException>("Root.SecretFile", () => host.ToQmpString());
    }

    [Fact]
    public void A_null_whose_property_is_nullable_leaves_the_setting_out()
    {
        var host = new OptionalHost(new Image("/a"), null);

        Assert.Empty(host.Validate());
        Assert.DoesNotContain("serial", host.ToQmpString());
    }

    [Fact]
    public void Of_an_absent_layer_nothing_is_missing()
    {
        Assert.Empty(new OptionalLayerHost(null).Validate());
        AssertMissing(new OptionalLayerHost(new Served("h", 1, null!)), "Root.Export", "Served");
    }

    [Fact]
    public void A_control_character_is_reported_where_the_documents_include_the_drive_arguments()
    {
        AssertControl(new FileHost(new Image("/a\tb")), "Root.File");
        AssertControl(new ExportHost(new Served("h", 1, "a\tb")), "Root.Export");
        AssertControl(new TlsHost(new Tls("h", "/a\tb")), "Root.TlsDir");
        Assert.Empty(new QmpHost(new Image("/a\tb")).Validate());
        Assert.Contains("/a\\tb", new QmpHost(new Image("/a\tb")).ToQmpString());
    }

    [Fact]
    public void It_does_not_concern_the_other_documents()
    {
        var host = new FileHost(new Image("/a\tb"));

        Assert.Equal(TopologyDocuments.DriveArguments, Assert.Single(host.Validate()).Documents);
        Assert.Contains("/a\\tb", host.ToQmpString());
        host.ThrowIfInvalid(TopologyDocuments.Qmp | TopologyDocuments.DomainXml);
        Assert.Throws<InvalidTopologyException>(() => host.ThrowIfInvalid(TopologyDocuments.DriveArguments));
        Assert.Throws<InvalidTopologyException>(() => host.ThrowIfInvalid());
    }

    [Fact]
    public void Every_setting_with_a_control_character_is_reported()
    {
        ImmutableArray<TopologyDiagnostic> diagnostics = new ExportedHost(new Exported("/a\tb", "a\tb")).Validate();

        Assert.Equal(["Root.Socket", "Root.Export"], diagnostics.Select(diagnostic => diagnostic.Property));
    }

    [Fact]
    public void A_relative_path_of_a_socket_is_refused_in_the_xml_of_libvirt()
    {
        var host = new SocketHost(new AtSocket("x"));

        ArgumentException exception = Assert.Throws<ArgumentException>("Root.Socket", () => host.ToDomainXmlString());
        Assert.Contains("COLO0107", exception.Message);
        Assert.Throws<ArgumentException>("Root.Socket", () => host.ToTreeXmlString());
        Assert.Contains("\"path\":\"x\"", host.ToQmpString());
        Assert.Contains("socket='/run/x'", new SocketHost(new AtSocket("/run/x")).ToDomainXmlString());
    }

    [Theory]
    [InlineData(" 0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
    [InlineData("0a81f5b2-8403-7b23-c8d6-21ccc2f80d6f ")]
    [InlineData("0a81f5b284037b23c8d621ccc2f80d6f\n")]
    [InlineData("+a81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
    [InlineData("0x81f5b2-8403-7b23-c8d6-21ccc2f80d6f")]
    public void A_uuid_has_nothing_around_it(string uuid)
    {
        var host = new DomainHost(new Image("/a"), uuid);

        Assert.Equal(("COLO0115", "Uuid"), Assert.Single(host.Validate().Select(diagnostic => (diagnostic.Id, diagnostic.Property))));
        Assert.Throws<ArgumentException>("Uuid", () => host.ToDomainXmlString());
    }

    [Fact]
    public void Equal_serial_numbers_are_reported()
    {
        Assert.Equal(
            ("COLO0317", "Second"),
            Assert.Single(new TwoSerials(new Image("/a"), new Image("/b"), "S", "S").Validate().Select(found => (found.Id, found.Property))));
        Assert.Empty(new TwoSerials(new Image("/a"), new Image("/b"), "S", "T").Validate());
    }

    private static void AssertMissing<T>(T host, string property, string owner)
        where T : IValidatable, IDomainXml
    {
        TopologyDiagnostic diagnostic = Assert.Single(host.Validate());
        Assert.Equal(("COLO0103", TopologyDiagnosticSeverity.Error, property), (diagnostic.Id, diagnostic.Severity, diagnostic.Property));
        Assert.StartsWith($"'{owner}' has no {property[(property.LastIndexOf('.') + 1)..]}", diagnostic.Message);
        Assert.Throws<ArgumentNullException>(property, () => host.ToDomainXmlString());
    }

    private static void AssertControl<T>(T host, string property)
        where T : IValidatable, IDriveArguments
    {
        TopologyDiagnostic diagnostic = Assert.Single(host.Validate());
        Assert.Equal(("COLO0104", property), (diagnostic.Id, diagnostic.Property));
        Assert.Contains("U+0009", diagnostic.Message);
        Assert.Throws<ArgumentException>(property, () => host.GetDriveArguments());
    }
}
