using ColoGen.Core.Templates;
using ColoGen.Serialization;
using CsCheck;

namespace ColoGen.Generators.Tests.Documents;

/// <summary>A constant stands in a document as the same value known at run time does.</summary>
public sealed class EscapingTests
{
    [Fact]
    public void In_xml() => Texts.ForXml.Sample(text => Assert.Equal(new OneText<XmlEscape>(text).Written(), Escaping.Apply(Escape.Xml, text)));

    [Fact]
    public void In_json() => Texts.ForJson.Sample(text => Assert.Equal(new OneText<JsonEscape>(text).Written(), Escaping.Apply(Escape.Json, text)));

    [Fact]
    public void In_json_in_xml() =>
        Texts.ForXml.Sample(text => Assert.Equal(new OneText<JsonInXmlEscape>(text).Written(), Escaping.Apply(Escape.JsonInXml, text)));

    [Fact]
    public void In_an_option() =>
        Texts.ForOptions.Sample(text => Assert.Equal(new OneText<OptionEscape>(text).Written(), Escaping.Apply(Escape.Option, text)));

    [Fact]
    public void Every_escape_of_the_runtime_library_has_one() => Assert.Equal(
        typeof(IUtf8Escape).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IUtf8Escape))).Select(type => type.Name).Order(),
        Enum.GetNames<Escape>().Select(name => name + "Escape").Order());
}
