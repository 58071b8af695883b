using System.Diagnostics.CodeAnalysis;
using ColoGen.Core.Model;

namespace ColoGen.Core.Analysis;

/// <summary>A derived name of a node, device, object or export, such as <c>vda-1-storage</c>.</summary>
internal sealed record NodeName(string Prefix, IndexExpression? Index = null, string Suffix = "")
{
    /// <summary>The path of the layer whose node it names, where it is a topology's.</summary>
    public string? Layer { get; init; }

    /// <summary>The dev of the tree whose top node it names.</summary>
    public string? Tree { get; init; }

    public NodeName With(string suffix) => this with { Suffix = Suffix + suffix };

    [return: NotNullIfNotNull(nameof(name))]
    public static implicit operator DocumentValue?(NodeName? name) => name is null ? null : new NodeNameValue(name);
}

/// <summary>The name of a node as a value.</summary>
internal sealed record NodeNameValue(NodeName Name) : DocumentValue;

/// <summary>The number of a layer as a value.</summary>
internal sealed record IndexValue(IndexExpression Index) : DocumentValue;
