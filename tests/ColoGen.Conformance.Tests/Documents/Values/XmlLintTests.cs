using System.Text.Json.Nodes;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>libxml2, which libvirt reads with, reads the values that were given.</summary>
public sealed class XmlLintTests
{
    public static TheoryData<int> Everywhere => [.. Enumerable.Range(0, NastyTexts.Everywhere.Count)];

    [ToolTheory("xmllint")]
    [MemberData(nameof(Everywhere))]
    public async Task An_attribute_of_the_tree_is_read(int number)
    {
        string text = EveryText.Valid("Export.Export", NastyTexts.Everywhere[number]);

        Assert.Equal(text, await XmlLint.FindAsync(Document("TreeXml", "Export.Export", text), "//disk[target/@dev='sdc']/source/@name"));
    }

    [ToolTheory("xmllint")]
    [InlineData("A 1")]
    [InlineData("a+b-c_d.e")]
    public async Task The_text_of_an_element_of_the_domain_is_read(string text) =>
        Assert.Equal(text, await XmlLint.FindAsync(Document("DomainXml", "Serial", text), "//disk[target/@dev='sda']/serial"));

    [ToolTheory("xmllint")]
    [MemberData(nameof(Everywhere))]
    public async Task A_value_in_JSON_in_an_attribute_of_the_domain_is_read(int number)
    {
        string text = EveryText.Valid("Mirror.Second.File", NastyTexts.Everywhere[number]);

        string json = await XmlLint.FindAsync(
            Document("DomainXml", "Mirror.Second.File", text), "//*[local-name()='arg'][contains(@value, 'vda-2-storage')]/@value");

        Assert.Equal(text, JsonNode.Parse(json)!["filename"]!.GetValue<string>());
    }

    private static string Document(string name, string path, string text) =>
        TopologyDocument.Of(EveryText.With(path, text)).Single(document => document.Name == name).Text;
}
