using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>Lays an XML document out from its top down, two spaces a level. What is null at run time is left out.</summary>
internal sealed class XmlBuilder(TemplateBuilder builder)
{
    /// <summary>Deeper elements are not indented further, so that a document grows as its content does.</summary>
    private const int MaxIndentation = 12;

    private static readonly string[] s_indentations = [.. Enumerable.Range(0, MaxIndentation + 1).Select(level => new string(' ', 2 * level))];

    private readonly List<string> _elements = new(MaxIndentation);

    /// <summary>Whether the innermost element may still have attributes.</summary>
    private bool _isTag;

    private string Indentation => s_indentations[Math.Min(_elements.Count, MaxIndentation)];

    /// <summary>Starts an element; its attributes are next.</summary>
    public XmlBuilder StartElement(string element)
    {
        StartTag(element);
        _elements.Add(element);
        _isTag = true;
        return this;
    }

    /// <summary>An attribute of the element that has just started, where there is a value.</summary>
    public XmlBuilder Attribute(string name, DocumentValue? value)
    {
        if (value is null) return this;
        if (value.IsAlwaysPresent) Name(name).Value("", value, Escape.Xml, "'");
        else builder.Value($" {name}='", value, Escape.Xml, "'");
        return this;
    }

    /// <inheritdoc cref="Attribute(string, DocumentValue)"/>
    public XmlBuilder Attribute(string name, string? value)
    {
        if (value is not null) Name(name).Literal(value, Escape.Xml).Literal("'");
        return this;
    }

    /// <summary>An attribute that holds options as JSON.</summary>
    /// <param name="nameOf">The name of a node in this document; null where every node has its usual name.</param>
    public XmlBuilder Attribute(string name, EquatableArray<Option> json, Func<NodeName, NodeName>? nameOf)
    {
        Name(name);
        new JsonWriter(builder, Escape.JsonInXml, nameOf).Write(json);
        builder.Literal("'");
        return this;
    }

    /// <summary>An attribute that holds a node as JSON.</summary>
    /// <inheritdoc cref="Attribute(string, EquatableArray{Option}, Func{NodeName, NodeName})"/>
    public XmlBuilder Attribute(string name, BlockNode json, Func<NodeName, NodeName>? nameOf)
    {
        Name(name);
        new JsonWriter(builder, Escape.JsonInXml, nameOf).Write(json);
        builder.Literal("'");
        return this;
    }

    public XmlBuilder EndElement()
    {
        string element = _elements[^1];
        _elements.RemoveAt(_elements.Count - 1);
        if (_isTag) builder.Literal("/>\n");
        else builder.Literal(Indentation).Literal("</").Literal(element).Literal(">\n");
        _isTag = false;
        return this;
    }

    /// <summary>An element with one attribute, left out where the attribute is.</summary>
    public XmlBuilder Element(string element, string attribute, DocumentValue value)
    {
        EndTag();
        builder.Value($"{Indentation}<{element} {attribute}='", value, Escape.Xml, "'/>\n");
        return this;
    }

    /// <summary>An element with a text, left out where the text is.</summary>
    /// <param name="attributes">Writes its attributes.</param>
    public XmlBuilder Element(string element, DocumentValue content, Action? attributes = null)
    {
        EndTag();
        if (content.IsAlwaysPresent)
        {
            Before();
            builder.Value("", content, Escape.Xml);
            After();
        }
        else
        {
            builder.Value(Before, content, Escape.Xml, After);
        }

        return this;

        void Before()
        {
            StartTag(element);
            attributes?.Invoke();
            builder.Literal(">");
        }

        void After() => builder.Literal("</").Literal(element).Literal(">\n");
    }

    /// <summary>Elements that an edge leads to.</summary>
    /// <inheritdoc cref="TemplateBuilder.ForEdge"/>
    public XmlBuilder ForEdge(Edge? edge, Action write, Action? whenAbsent = null)
    {
        Content().ForEdge(edge, write, whenAbsent);
        return this;
    }

    /// <summary>The builder, for what is in the element that has just started.</summary>
    public TemplateBuilder Content()
    {
        EndTag();
        return builder;
    }

    private void StartTag(string element)
    {
        EndTag();
        builder.Literal(Indentation).Literal("<").Literal(element);
    }

    private void EndTag()
    {
        if (_isTag) builder.Literal(">\n");
        _isTag = false;
    }

    private TemplateBuilder Name(string attribute) => builder.Literal(" ").Literal(attribute).Literal("='");
}
