using ColoGen.Core.Analysis;
using ColoGen.Core.Formats.Qemu;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;
using ColoGen.Core.Templates;

namespace ColoGen.Core.Formats.Libvirt;

/// <summary>Takes an XML tree from its top down. What is null at run time is left out.</summary>
internal interface IXmlWriter
{
    /// <summary>Begins an element; its attributes are next.</summary>
    IXmlWriter Begin(string element);

    /// <summary>An attribute of the element that has just begun, where there is a value.</summary>
    IXmlWriter Attribute(string name, Text? value);

    /// <inheritdoc cref="Attribute(string, Text)"/>
    IXmlWriter Attribute(string name, string? value);

    /// <summary>An attribute that holds options as JSON.</summary>
    /// <param name="names">What nodes are called; null where that is as usual.</param>
    IXmlWriter Attribute(string name, EquatableArray<Option> json, INames? names);

    /// <summary>An attribute that holds a node as JSON.</summary>
    /// <inheritdoc cref="Attribute(string, EquatableArray{Option}, INames)"/>
    IXmlWriter Attribute(string name, BlockNode node, INames? names);

    IXmlWriter End();

    /// <summary>An element that is left out with its one attribute.</summary>
    IXmlWriter Element(string element, string attribute, Text value);

    /// <summary>An element that is left out with its text.</summary>
    /// <param name="attributes">Writes its attributes.</param>
    IXmlWriter Content(string element, Text content, Action? attributes = null);

    /// <summary>Elements that are there when the optional layer is, and those that stand in for them.</summary>
    void When(Access optional, int scope, Action then, Action? otherwise = null);

    /// <summary>Elements for each item of a list.</summary>
    void Each(Access list, int scope, string countMember, Action item);
}
