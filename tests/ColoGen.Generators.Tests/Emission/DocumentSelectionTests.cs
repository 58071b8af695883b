using Microsoft.CodeAnalysis;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>The documents that <c>[Topology(Documents = …)]</c> selects, and no others.</summary>
public sealed class DocumentSelectionTests
{
    private static readonly string[] s_all =
        ["IBlockdevArguments", "IDeviceXml", "IDot", "IDriveArguments", "IMermaid", "IQmp", "IQmpInverse", "ITreeXml"];

    [Fact]
    public void All_documents_are_generated_where_none_is_selected() => Assert.Equal(s_all, Interfaces("[Topology]"));

    [Fact]
    public void All_selects_all() => Assert.Equal(s_all, Interfaces("[Topology(Documents = TopologyDocuments.All)]"));

    [Theory]
    [InlineData("TreeXml", "ITreeXml")]
    [InlineData("DomainXml", "IDeviceXml")]
    [InlineData("BlockdevArguments", "IBlockdevArguments")]
    [InlineData("Qmp", "IQmp,IQmpInverse")]
    [InlineData("DriveArguments", "IDriveArguments")]
    [InlineData("Diagrams", "IDot,IMermaid")]
    public void One_member_selects_its_documents(string member, string interfaces) =>
        Assert.Equal(interfaces.Split(','), Interfaces($"[Topology(Documents = TopologyDocuments.{member})]"));

    [Fact]
    public void Every_member_has_a_case() =>
        Assert.Equal(
            Enum.GetNames<TopologyDocuments>().Where(name => name != nameof(TopologyDocuments.All)).Order(),
            ((IEnumerable<object[]>)[.. typeof(DocumentSelectionTests).GetMethod(nameof(One_member_selects_its_documents))!
                .GetCustomAttributes(typeof(InlineDataAttribute), inherit: false)
                .Cast<InlineDataAttribute>()
                .SelectMany(row => row.GetData(null))]).Select(row => (string)row[0]).Order());

    [Fact]
    public void A_domain_has_its_domain_XML() =>
        Assert.Equal(["IDomainXml"], Interfaces("[Domain(\"shop\")] [Topology(Documents = TopologyDocuments.DomainXml)]"));

    [Fact]
    public void Members_can_be_combined_in_a_constant_of_the_user() =>
        Assert.Equal(
            ["IBlockdevArguments", "IQmp", "IQmpInverse"],
            Interfaces(
                "[Topology(Documents = Selection.Mine)]",
                "static class Selection { public const TopologyDocuments Mine = TopologyDocuments.All & (TopologyDocuments)0b1100; }"));

    [Fact]
    public void What_is_not_selected_has_no_members() =>
        Assert.DoesNotContain("Mermaid", Generated("[Topology(Documents = TopologyDocuments.Qmp)]", "").Files["Host.g.cs"], StringComparison.Ordinal);

    [Theory]
    [InlineData("0", "no document")]
    [InlineData("(TopologyDocuments)64", "a document that does not exist")]
    [InlineData("TopologyDocuments.Qmp | (TopologyDocuments)(-2147483648)", "a document that does not exist")]
    public void A_selection_of_nothing_or_of_what_does_not_exist_is_an_error(string selection, string part)
    {
        Generation generation = Generated($"[Topology(Documents = {selection})]", "");

        Diagnostic diagnostic = Assert.Single(Compile.Analyze(generation.Output));
        Assert.Equal("COLO0016", diagnostic.Id);
        Assert.Contains(part, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        string argument = diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
        Assert.Equal(selection, argument.Replace("Documents = ", "", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Interfaces(string attributes, string more = "")
    {
        Generation generation = Generated(attributes, more);
        Assert.Empty(Compile.Analyze(generation.Output));
        return generation.Output.GetTypeByMetadataName("Host")!.Interfaces
            .Where(type => type.ContainingNamespace.Name == nameof(ColoGen))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal);
    }

    private static Generation Generated(string attributes, string more)
    {
        Generation generation = Compile.Generate(Compile.Sources(
            $$"""
            using ColoGen;
            [FileSource(Format = DiskFormat.Qcow2)]
            public sealed record Image(string File);
            {{attributes}}
            public sealed partial record Host([Disk("vda")] Image Root);
            {{more}}
            """));
        Assert.Empty(generation.Output.GetDiagnostics());
        return generation;
    }
}
