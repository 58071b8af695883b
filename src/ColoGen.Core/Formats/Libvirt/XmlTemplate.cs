using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>XML as text, two spaces a level.</summary>
internal sealed class XmlTemplate(TemplateBuilder builder) : IXmlWriter
{
    /// <summary>Deeper elements stand no further in, so that a document is no longer than what it says.</summary>
    private const int DeepestLevel = 12;

    private static readonly string[] s_indentations = [.. Enumerable.Range(0, DeepestLevel + 1).Select(level => new string(' ', 2 * level))];

    private readonly List<string> _elements = new(DeepestLevel);

    /// <summary>Whether the innermost element may still have attributes.</summary>
    private bool _isTag;

    private string Indentation => s_indentations[Math.Min(_elements.Count, DeepestLevel)];

    public IXmlWriter Begin(string element)
    {
        Tag(element);
        _elements.Add(element);
        _isTag = true;
        return this;
    }

    public IXmlWriter Attribute(string name, Text? value)
    {
        if (value is null) return this;
        if (TemplateBuilder.IsAlwaysThere(value))
        {
            Name(name).Text("", value, Escape.Xml, "'");
        }
        else
        {
            builder.Text($" {name}='", value, Escape.Xml, "'");
        }

        return this;
    }

    public IXmlWriter Attribute(string name, string? value)
    {
        if (value is not null) Name(name).Literal(value, Escape.Xml).Literal("'");
        return this;
    }

    public IXmlWriter Attribute(string name, EquatableArray<Option> json, INames? names) => Json(name, names, template => template.Write(json));

    public IXmlWriter Attribute(string name, BlockNode node, INames? names) => Json(name, names, template => template.Write(node));

    public IXmlWriter End()
    {
        string element = _elements[^1];
        _elements.RemoveAt(_elements.Count - 1);
        if (_isTag) builder.Literal("/>\n");
        else builder.Literal(Indentation).Literal("</").Literal(element).Literal(">\n");
        _isTag = false;
        return this;
    }

    public IXmlWriter Element(string element, string attribute, Text value)
    {
        EndTag();
        builder.Text($"{Indentation}<{element} {attribute}='", value, Escape.Xml, "'/>\n");
        return this;
    }

    public IXmlWriter Content(string element, Text content, Action? attributes = null)
    {
        EndTag();
        if (TemplateBuilder.IsAlwaysThere(content))
        {
            Before();
            builder.Text("", content, Escape.Xml);
            After();
        }
        else
        {
            builder.Text(Before, content, Escape.Xml, After);
        }

        return this;

        void Before()
        {
            Tag(element);
            attributes?.Invoke();
            builder.Literal(">");
        }

        void After() => builder.Literal("</").Literal(element).Literal(">\n");
    }

    public void When(Access optional, int scope, Action then, Action? otherwise = null)
    {
        EndTag();
        builder.When(optional, scope, then, otherwise);
    }

    public void Each(Access list, int scope, string countMember, Action item)
    {
        EndTag();
        builder.Each(list, scope, countMember, item);
    }

    private void Tag(string element)
    {
        EndTag();
        builder.Literal(Indentation).Literal("<").Literal(element);
    }

    private void EndTag()
    {
        if (_isTag) builder.Literal(">\n");
        _isTag = false;
    }

    private XmlTemplate Json(string name, INames? names, Action<JsonTemplate> write)
    {
        Name(name);
        builder.Names = names;
        write(new JsonTemplate(builder, Escape.JsonInXml));
        builder.Names = null;
        builder.Literal("'");
        return this;
    }

    private TemplateBuilder Name(string attribute) => builder.Literal(" ").Literal(attribute).Literal("='");
}
