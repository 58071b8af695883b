using ColoGen.Generators.Lowering;

namespace ColoGen.Generators.Documents;

/// <summary>XML trees as text, two spaces a level.</summary>
internal static class XmlTemplate
{
    /// <summary>Deeper elements stand no further in, so that a document is no longer than what it says.</summary>
    private const int DeepestLevel = 12;

    private static readonly string[] s_indentations = [.. Enumerable.Range(0, DeepestLevel + 1).Select(level => new string(' ', 2 * level))];

    public static IReadOnlyList<Piece> Of(IEnumerable<XmlNode> nodes)
    {
        var builder = new TemplateBuilder();
        foreach (XmlNode node in nodes) Write(builder, node, 0);
        return builder.ToTemplate();
    }

    private static void Write(TemplateBuilder builder, XmlNode node, int level)
    {
        switch (node)
        {
            case XmlElement { Content: { } content } element:
                WriteContent(builder, element, content, level);
                break;
            case XmlElement element:
                Write(builder, element, level);
                break;
            case XmlOptional optional:
                WriteOptional(builder, optional, level);
                break;
            case XmlList list:
                WriteList(builder, list, level);
                break;
        }
    }

    private static void WriteAll(TemplateBuilder builder, IReadOnlyList<XmlNode> nodes, int level)
    {
        foreach (XmlNode node in nodes) Write(builder, node, level);
    }

    private static void WriteOptional(TemplateBuilder builder, XmlOptional optional, int level) => builder.When(
        optional.Optional, optional.Scope, () => WriteAll(builder, optional.Then, level), () => WriteAll(builder, optional.Else, level));

    private static void WriteList(TemplateBuilder builder, XmlList list, int level) =>
        builder.Each(list.List, list.Scope, list.CountMember, () => WriteAll(builder, list.Item, level));

    private static void WriteContent(TemplateBuilder builder, XmlElement element, Text content, int level)
    {
        if (!TemplateBuilder.IsAlwaysThere(content))
        {
            WriteContentIfThere(builder, element, content, level);
            return;
        }

        BeforeContent(builder, element, level);
        builder.Text("", content, Escape.Xml);
        AfterContent(builder, element);
    }

    private static void WriteContentIfThere(TemplateBuilder builder, XmlElement element, Text content, int level) =>
        builder.Text(() => BeforeContent(builder, element, level), content, Escape.Xml, () => AfterContent(builder, element));

    private static void BeforeContent(TemplateBuilder builder, XmlElement element, int level)
    {
        Begin(builder, element, level);
        builder.Literal(">");
    }

    private static void AfterContent(TemplateBuilder builder, XmlElement element) => builder.Literal("</").Literal(element.Name).Literal(">\n");

    private static void Write(TemplateBuilder builder, XmlElement element, int level)
    {
        if (element.IsLeftOutWithoutValue)
        {
            builder.Text($"{s_indentations[level]}<{element.Name} {element.Attributes[0].Name}='", element.Attributes[0].Text, Escape.Xml, "'/>\n");
            return;
        }

        Begin(builder, element, level);
        if (element.Children.Count == 0)
        {
            builder.Literal("/>\n");
            return;
        }

        builder.Literal(">\n");
        WriteAll(builder, element.Children, Math.Min(level + 1, DeepestLevel));
        builder.Literal(s_indentations[level]).Literal("</").Literal(element.Name).Literal(">\n");
    }

    private static void Begin(TemplateBuilder builder, XmlElement element, int level)
    {
        builder.Literal(s_indentations[level]).Literal("<").Literal(element.Name);
        foreach (XmlAttribute attribute in element.Attributes)
        {
            if (attribute.Json is { } json)
            {
                Name(builder, attribute);
                new JsonTemplate(builder, Escape.JsonInXml).Write(json);
                builder.Literal("'");
            }
            else if (TemplateBuilder.IsAlwaysThere(attribute.Text!))
            {
                Name(builder, attribute);
                builder.Text("", attribute.Text, Escape.Xml, "'");
            }
            else
            {
                builder.Text($" {attribute.Name}='", attribute.Text, Escape.Xml, "'");
            }
        }
    }

    private static void Name(TemplateBuilder builder, XmlAttribute attribute) => builder.Literal(" ").Literal(attribute.Name).Literal("='");
}
