using System.Text.Json;
using System.Xml;
using ColoGen.Serialization;
using CsCheck;

namespace ColoGen.Tests.Serialization;

/// <summary>Another parser reads back what was written.</summary>
public sealed class EscapeTests
{
    [Fact]
    public void Xml_is_read_back_from_an_attribute_and_from_an_element() => Texts.ForXml.Sample(text =>
    {
        string written = new OneText<XmlEscape>(text).Written();
        Assert.Equal(text, Attribute($"<a b='{written}'/>"));
        Assert.Equal(text, Attribute($"<a b=\"{written}\"/>"));
        Assert.Equal(text, Element($"<a>{written}</a>"));
    });

    [Fact]
    public void Json_is_read_back() => Texts.ForJson.Sample(text =>
        Assert.Equal(text, Json($"\"{new OneText<JsonEscape>(text).Written()}\"")));

    [Fact]
    public void Json_in_an_attribute_is_read_back() => Texts.ForXml.Sample(text =>
        Assert.Equal(text, Json(Attribute($"<a b='\"{new OneText<JsonInXmlEscape>(text).Written()}\"'/>"))));

    [Fact]
    public void An_option_is_read_back_between_two_others() => Gen.Select(
        Texts.ForOptions, Texts.ForOptions, Texts.ForOptions).Sample((first, second, third) =>
    {
        string options = string.Join(',', new[] { first, second, third }.Select(text => "k=" + new OneText<OptionEscape>(text).Written()));
        Assert.Equal([first, second, third], Options(options).Select(option => option[2..]));
    });

    private static string Attribute(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        reader.MoveToContent();
        return reader.GetAttribute("b")!;
    }

    private static string Element(string xml)
    {
        using var reader = XmlReader.Create(new StringReader(xml));
        reader.MoveToContent();
        return reader.ReadElementContentAsString();
    }

    private static string Json(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.GetString()!;
    }

    /// <summary>As QEMU reads options: a comma ends one, two commas are one.</summary>
    private static IEnumerable<string> Options(string text)
    {
        string option = "";
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != ',')
            {
                option += text[at];
            }
            else if (at + 1 < text.Length && text[at + 1] == ',')
            {
                option += text[at++];
            }
            else
            {
                yield return option;
                option = "";
            }
        }

        yield return option;
    }
}
