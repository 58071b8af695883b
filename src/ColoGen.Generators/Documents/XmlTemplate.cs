using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>XML trees as text, two spaces a level.</summary>
internal static class XmlTemplate
{
    /// <summary>Deeper elements stand no further in, so that a document is no longer than what it says.</summary>
    private const string DeepestIndentation = "                        ";

    public static IReadOnlyList<Piece> Of(IEnumerable<XmlNode> nodes)
    {
        var builder = new TemplateBuilder();
        foreach (XmlNode node in nodes) Write(builder, node, "");
        return builder.ToTemplate();
    }

    private static void Write(TemplateBuilder builder, XmlNode node, string indentation)
    {
        switch (node)
        {
            case XmlElement { Content: { } content } element:
                builder.Text(
                    () =>
                    {
                        builder.Literal($"{indentation}<{element.Name}");
                        Attributes(builder, element);
                        builder.Literal(">");
                    },
                    content,
                    Escape.Xml,
                    () => builder.Literal($"</{element.Name}>\n"));
                break;
            case XmlElement element:
                Write(builder, element, indentation);
                break;
            case XmlOptional optional:
                builder.When(optional.Optional, optional.Scope, () => WriteAll(optional.Then), () => WriteAll(optional.Else));
                break;
            case XmlList list:
                builder.Each(list.List, list.Scope, list.CountMember, () => WriteAll(list.Item));
                break;
        }

        void WriteAll(EquatableArray<XmlNode> nodes)
        {
            foreach (XmlNode item in nodes) Write(builder, item, indentation);
        }
    }

    private static void Write(TemplateBuilder builder, XmlElement element, string indentation)
    {
        if (element.IsLeftOutWithoutValue)
        {
            builder.Text($"{indentation}<{element.Name} {element.Attributes[0].Name}='", ((XmlText)element.Attributes[0].Content).Text, Escape.Xml, "'/>\n");
            return;
        }

        builder.Literal($"{indentation}<{element.Name}");
        Attributes(builder, element);
        if (element.Children.Count == 0)
        {
            builder.Literal("/>\n");
            return;
        }

        builder.Literal(">\n");
        string below = indentation == DeepestIndentation ? indentation : indentation + "  ";
        foreach (XmlNode child in element.Children) Write(builder, child, below);
        builder.Literal($"{indentation}</{element.Name}>\n");
    }

    private static void Attributes(TemplateBuilder builder, XmlElement element)
    {
        foreach (XmlAttribute attribute in element.Attributes)
        {
            switch (attribute.Content)
            {
                case XmlText text:
                    builder.Text($" {attribute.Name}='", text.Text, Escape.Xml, "'");
                    break;
                case XmlJson json:
                    builder.Literal($" {attribute.Name}='");
                    new JsonTemplate(builder, Escape.JsonInXml).Write(json.Json);
                    builder.Literal("'");
                    break;
            }
        }
    }
}
