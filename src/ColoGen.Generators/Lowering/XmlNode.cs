using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Lowering;

/// <summary>A part of an XML tree.</summary>
internal abstract record XmlNode;

/// <summary>An element; an attribute that is null at run time is left out.</summary>
/// <param name="Content">Text instead of children; the element is left out when it is null at run time.</param>
/// <param name="IsLeftOutWithoutValue">The element is left out when its one attribute is null at run time.</param>
internal sealed record XmlElement(
    string Name, EquatableArray<XmlAttribute> Attributes = default, EquatableArray<XmlNode> Children = default, Text? Content = null,
    bool IsLeftOutWithoutValue = false) : XmlNode
{
    public XmlElement With(string attribute, Text? value) =>
        value is null ? this : this with { Attributes = Attributes.Append(new XmlAttribute(attribute, new XmlText(value))).ToEquatableArray() };

    public XmlElement With(XmlNode? child) => child is null ? this : this with { Children = Children.Append(child).ToEquatableArray() };

    public XmlElement With(IEnumerable<XmlNode> children) => this with { Children = Children.Concat(children).ToEquatableArray() };
}

internal sealed record XmlAttribute(string Name, XmlContent Content);

/// <summary>What an attribute or element holds.</summary>
internal abstract record XmlContent;

internal sealed record XmlText(Text Text) : XmlContent;

/// <summary>A QAPI object as JSON.</summary>
internal sealed record XmlJson(ObjectOption Json) : XmlContent;

/// <summary>Elements that are there when the optional layer is, and those that stand in for them.</summary>
internal sealed record XmlOptional(Access Optional, int Scope, EquatableArray<XmlNode> Then, EquatableArray<XmlNode> Else) : XmlNode;

/// <summary>Elements for each item of a list.</summary>
internal sealed record XmlList(Access List, int Scope, string CountMember, EquatableArray<XmlNode> Item) : XmlNode;
