using System.Text.Json;
using System.Xml.Linq;
using System.Xml;
using ColoGen.Conformance.Tests.Documents.Data;

namespace ColoGen.Conformance.Tests.Documents.Values;

/// <summary>Every value of a document with its place in it, as another parser reads it.</summary>
internal static class Leaves
{
    public static IReadOnlyList<(string Place, string Value)> Of(string document, string text) => document switch
    {
        "TreeXml" or "DomainXml" or "DeviceXml" => [.. OfXml(text)],
        "Qmp" or "QmpInverse" => [.. DocumentReader.Lines(text).SelectMany((line, number) => OfJson(line, $"{number}"))],
        "BlockdevArguments" =>
            [.. Arguments(text).SelectMany((argument, number) => argument[0] == '{' ? OfJson(argument, $"{number}") : [($"{number}", argument)])],
        "DriveArguments" => [.. Arguments(text).SelectMany((argument, number) =>
            DocumentReader.ParseOptions(argument).Select(option => ($"{number}/{option.Key}", option.Value)))],
        _ => [],
    };

    private static string[] Arguments(string text)
    {
        Assert.EndsWith("\0", text);
        return text[..^1].Split('\0');
    }

    private static IEnumerable<(string Place, string Value)> OfXml(string text)
    {
        using XmlReader reader = XmlReader.Create(new StringReader($"<root xmlns:qemu='qemu'>{text}</root>"));
        return OfElement(XElement.Load(reader, LoadOptions.PreserveWhitespace), "");
    }

    private static IEnumerable<(string Place, string Value)> OfElement(XElement element, string place)
    {
        foreach (XAttribute attribute in element.Attributes())
        {
            string at = $"{place}/@{attribute.Name.LocalName}";
            bool isJson = element.Name.LocalName == "arg" && attribute.Value[0] == '{';
            foreach ((string, string) leaf in isJson ? OfJson(attribute.Value, at) : [(at, attribute.Value)]) yield return leaf;
        }

        if (!element.HasElements) yield return ($"{place}/text()", element.Value);
        foreach ((XElement child, int number) in element.Elements().Select((child, number) => (child, number)))
        {
            foreach ((string, string) leaf in OfElement(child, $"{place}/{child.Name.LocalName}[{number}]")) yield return leaf;
        }
    }

    private static IEnumerable<(string Place, string Value)> OfJson(string json, string place)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return [.. OfValue(document.RootElement, place)];
    }

    private static IEnumerable<(string Place, string Value)> OfValue(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => OfValue(member.Value, $"{place}.{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, number) => OfValue(item, $"{place}[{number}]")),
        JsonValueKind.String => [(place, value.GetString()!)],
        _ => [(place, value.GetRawText())],
    };
}
