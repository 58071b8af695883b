using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>A part of an XML tree.</summary>
internal abstract class XmlNode;

/// <summary>An element; an attribute that is null at run time is left out.</summary>
/// <param name="content">Text instead of children; the element is left out when it is null at run time.</param>
/// <param name="isLeftOutWithoutValue">The element is left out when its one attribute is null at run time.</param>
internal sealed class XmlElement(string name, Text? content = null, bool isLeftOutWithoutValue = false) : XmlNode
{
    private static readonly List<XmlAttribute> s_noAttributes = [];
    private static readonly List<XmlNode> s_noChildren = [];

    private List<XmlAttribute>? _attributes;
    private List<XmlNode>? _children;

    public string Name { get; } = name;

    public Text? Content { get; } = content;

    public bool IsLeftOutWithoutValue { get; } = isLeftOutWithoutValue;

    public List<XmlAttribute> Attributes => _attributes ?? s_noAttributes;

    public List<XmlNode> Children => _children ?? s_noChildren;

    /// <summary>Adds an attribute where there is a value.</summary>
    public XmlElement With(string attribute, Text? value)
    {
        if (value is not null) (_attributes ??= []).Add(new XmlAttribute(attribute, value, null));
        return this;
    }

    /// <summary>Adds an attribute that holds a QAPI object as JSON.</summary>
    public XmlElement With(string attribute, ObjectOption json)
    {
        (_attributes ??= []).Add(new XmlAttribute(attribute, null, json));
        return this;
    }

    /// <summary>Adds a child where there is one.</summary>
    public XmlElement With(XmlNode? child)
    {
        if (child is not null) (_children ??= []).Add(child);
        return this;
    }

    public XmlElement With(IEnumerable<XmlNode> children)
    {
        (_children ??= []).AddRange(children);
        return this;
    }
}

/// <summary>What an attribute holds: a text, or a QAPI object as JSON.</summary>
internal readonly record struct XmlAttribute(string Name, Text? Text, ObjectOption? Json);

/// <summary>Elements that are there when the optional layer is, and those that stand in for them.</summary>
internal sealed class XmlOptional(Access optional, int scope, IReadOnlyList<XmlNode> then, IReadOnlyList<XmlNode> otherwise) : XmlNode
{
    public Access Optional { get; } = optional;

    public int Scope { get; } = scope;

    public IReadOnlyList<XmlNode> Then { get; } = then;

    public IReadOnlyList<XmlNode> Else { get; } = otherwise;
}

/// <summary>Elements for each item of a list.</summary>
internal sealed class XmlList(Access list, int scope, string countMember, IReadOnlyList<XmlNode> item) : XmlNode
{
    public Access List { get; } = list;

    public int Scope { get; } = scope;

    public string CountMember { get; } = countMember;

    public IReadOnlyList<XmlNode> Item { get; } = item;
}
