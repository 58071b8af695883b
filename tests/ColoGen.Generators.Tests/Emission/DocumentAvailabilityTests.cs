using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>A document that would mean something else in another surrounding is not generated, and a diagnostic says why.</summary>
public sealed class DocumentAvailabilityTests
{
    private const string Layers =
        """
        using ColoGen;
        using System.Collections.Immutable;
        [FileSource(Format = DiskFormat.Qcow2)]
        public sealed record Image(string File);
        [FileSource(Format = DiskFormat.Qcow2), BackingReference("base")]
        public sealed record Overlay(string File);
        [Quorum(VoteThreshold = 1)]
        public sealed record Mirror(Image First, Image Second);
        [Quorum(VoteThreshold = 1)]
        public sealed record Copies(ImmutableArray<Image> Images);

        """;

    [Theory]
    [InlineData("""[Disk("vda")] Image Root""")]
    [InlineData("""[Disk("vda", BootOrder = 1)] Image Root, [Disk("vdb", ReadOnly = true)] Image? Data""")]
    public void Plain_disks_have_device_XML_and_QMP_commands(string disks)
    {
        Assert.Empty(Diagnostics("[Topology]", disks, out string[] interfaces, out _));
        Assert.Contains("IDeviceXml", interfaces);
        Assert.Contains("IQmp", interfaces);
    }

    [Theory]
    [InlineData("""[Disk("vda")] Mirror Root""", "vda", "needs the numbers that libvirt gives the nodes of the whole domain")]
    [InlineData("""[Disk("vda")] Image Own, [Disk("vdb")] Mirror Root""", "vdb", "needs the numbers that libvirt gives the nodes of the whole domain")]
    [InlineData("""[Disk("vda")] Copies Root""", "vda", "needs the numbers that libvirt gives the nodes of the whole domain")]
    [InlineData("""[HostDisk("base")] Image Base, [Disk("vda")] Overlay Root""", "base", "is a node that libvirt has no element for")]
    [InlineData("""[Disk("vda", IoThread = 2)] Image Root""", "vda", "needs an I/O thread of the domain")]
    [InlineData("""[Disk("sda")] Image Root""", "sda", "needs a scsi controller of the domain")]
    [InlineData("""[Disk("sda", Bus = DiskBus.Usb)] Image Root""", "sda", "needs a usb controller of the domain")]
    public void What_depends_on_the_rest_of_a_domain_has_no_device_XML(string disks, string dev, string reason)
    {
        string expected = $"'{dev}' {reason}: give the topology a [Domain]";

        Assert.Empty(Diagnostics("[Topology]", disks, out string[] interfaces, out string documentation));
        Assert.DoesNotContain("IDeviceXml", interfaces);
        Assert.Contains($"<para>No device XML: {expected}.</para>", documentation, StringComparison.Ordinal);

        Diagnostic asked = Assert.Single(Diagnostics("[Topology(Documents = TopologyDocuments.DomainXml)]", disks, out _, out _));
        Assert.Equal(("COLO0025", DiagnosticSeverity.Warning), (asked.Id, asked.Severity));
        Assert.Equal($"'Host' has no device XML: {expected}", Message(asked));
        Assert.StartsWith(dev == "base" ? "HostDisk(\"base\"" : $"Disk(\"{dev}\"", Text(asked), StringComparison.Ordinal);

        Assert.Empty(Diagnostics("[Topology, Domain(\"shop\")]", disks.Replace("Copies", "Mirror", StringComparison.Ordinal), out interfaces, out _));
        Assert.Contains("IDomainXml", interfaces);
    }

    [Theory]
    [InlineData("sda", "Sata", "Cdrom")]
    [InlineData("sda", "Sata", "Disk")]
    [InlineData("hda", "Ide", "Disk")]
    [InlineData("fda", "Fdc", "Floppy")]
    public void A_disk_that_no_running_machine_takes_has_no_QMP_commands(string dev, string bus, string device)
    {
        string disks = $"[Disk(\"vda\")] Image Root, [Disk(\"{dev}\", Bus = DiskBus.{bus}, Device = DiskDevice.{device})] Image? Other";
        string expected = $"'{dev}' is on {bus.ToLowerInvariant()}, which takes no disk while the machine runs: use virtio, scsi or usb";

        Assert.Empty(Diagnostics("[Topology, Domain(\"shop\", Machine = \"pc\")]", disks, out string[] interfaces, out string documentation));
        Assert.DoesNotContain("IQmp", interfaces);
        Assert.DoesNotContain("IQmpInverse", interfaces);
        Assert.Contains("IDomainXml", interfaces);
        Assert.Contains($"<para>No QMP commands: {expected}.</para>", documentation, StringComparison.Ordinal);

        Diagnostic asked = Assert.Single(Diagnostics("[Topology(Documents = TopologyDocuments.Qmp)]", disks, out _, out _));
        Assert.Equal("COLO0025", asked.Id);
        Assert.Equal($"'Host' has no QMP commands: {expected}", Message(asked));
    }

    [Fact]
    public void A_domain_that_libvirt_cannot_start_is_warned_of()
    {
        Diagnostic diagnostic = Assert.Single(Diagnostics("[Topology, Domain(\"shop\")]", """[Disk("vda")] Copies Root""", out string[] interfaces, out _));
        Assert.DoesNotContain("IDomainXml", interfaces);
        Assert.Equal(("COLO0025", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.Severity));
        Assert.Equal(
            "'Host' has no domain XML: libvirt can't attach 'vda': its tree has no required layer of its own that libvirt could open", Message(diagnostic));
    }

    [Theory]
    [InlineData("TopologyDocuments.All & ~TopologyDocuments.DomainXml")]
    [InlineData("TopologyDocuments.TreeXml")]
    public void A_document_that_is_not_selected_is_not_missed(string documents) =>
        Assert.Empty(Diagnostics($"[Topology(Documents = {documents}), Domain(\"shop\")]", """[Disk("vda")] Copies Root""", out _, out _));

    private static Diagnostic[] Diagnostics(string attributes, string disks, out string[] interfaces, out string documentation)
    {
        Generation generation = Compile.Generate(Compile.Sources($"{Layers}{attributes} public sealed partial record Host({disks});"));
        interfaces = [.. generation.Output.GetTypeByMetadataName("Host")!.Interfaces
            .Where(type => type.ContainingNamespace.Name == nameof(ColoGen))
            .Select(type => type.Name)];
        documentation = generation.Files["Host.g.cs"];
        return [.. Compile.Analyze(generation.Output)];
    }

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
