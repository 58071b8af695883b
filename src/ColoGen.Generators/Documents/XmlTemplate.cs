using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>XML trees as text, two spaces a level.</summary>
internal sealed class XmlTemplate : IXmlWriter
{
    /// <summary>Deeper elements stand no further in, so that a document is no longer than what it says.</summary>
    private const int DeepestLevel = 12;

    private static readonly string[] s_indentations = [.. Enumerable.Range(0, DeepestLevel + 1).Select(level => new string(' ', 2 * level))];

    private readonly TemplateBuilder _builder = new();
    private readonly List<string> _elements = new(DeepestLevel);

    /// <summary>Whether the innermost element may still have attributes.</summary>
    private bool _isTag;

    private string Indentation => s_indentations[Math.Min(_elements.Count, DeepestLevel)];

    public static IReadOnlyList<Piece> Of(TopologyIndex index, Action<IXmlWriter, TopologyIndex> write)
    {
        var template = new XmlTemplate();
        write(template, index);
        return template._builder.ToTemplate();
    }

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
            _builder.Text($" {name}='", value, Escape.Xml, "'");
        }

        return this;
    }

    public IXmlWriter Attribute(string name, string? value)
    {
        if (value is not null) Name(name).Literal(value, Escape.Xml).Literal("'");
        return this;
    }

    public IXmlWriter Attribute(string name, ObjectOption json, INames? names)
    {
        Name(name);
        _builder.Names = names;
        new JsonTemplate(_builder, Escape.JsonInXml).Write(json);
        _builder.Names = null;
        _builder.Literal("'");
        return this;
    }

    public IXmlWriter End()
    {
        string element = _elements[^1];
        _elements.RemoveAt(_elements.Count - 1);
        if (_isTag) _builder.Literal("/>\n");
        else _builder.Literal(Indentation).Literal("</").Literal(element).Literal(">\n");
        _isTag = false;
        return this;
    }

    public IXmlWriter Element(string element, string attribute, Text value)
    {
        EndTag();
        _builder.Text($"{Indentation}<{element} {attribute}='", value, Escape.Xml, "'/>\n");
        return this;
    }

    public IXmlWriter Content(string element, Text content, Action? attributes = null)
    {
        EndTag();
        if (TemplateBuilder.IsAlwaysThere(content))
        {
            Before();
            _builder.Text("", content, Escape.Xml);
            After();
        }
        else
        {
            _builder.Text(Before, content, Escape.Xml, After);
        }

        return this;

        void Before()
        {
            Tag(element);
            attributes?.Invoke();
            _builder.Literal(">");
        }

        void After() => _builder.Literal("</").Literal(element).Literal(">\n");
    }

    public void When(Access optional, int scope, Action then, Action? otherwise = null)
    {
        EndTag();
        _builder.When(optional, scope, then, otherwise);
    }

    public void Each(Access list, int scope, string countMember, Action item)
    {
        EndTag();
        _builder.Each(list, scope, countMember, item);
    }

    private void Tag(string element)
    {
        EndTag();
        _builder.Literal(Indentation).Literal("<").Literal(element);
    }

    private void EndTag()
    {
        if (_isTag) _builder.Literal(">\n");
        _isTag = false;
    }

    private TemplateBuilder Name(string attribute) => _builder.Literal(" ").Literal(attribute).Literal("='");
}
