using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Templates;

/// <summary>A part of a template, which is a document without its values.</summary>
internal abstract record TemplateSegment;

/// <summary>A part of the text that all templates of a type are laid out in.</summary>
internal sealed record Literal(CharBuffer All, int Start, int Count) : TemplateSegment
{
    public ReadOnlySpan<char> Text => All.Slice(Start, Count);

    /// <summary>Its length in UTF-8.</summary>
    public int ByteCount => All.ByteCount(Start, Count);
}

/// <summary>The place of a property's value.</summary>
/// <param name="Number">Which of the template's placeholders it is.</param>
internal sealed record Placeholder(int Number, PropertyValue Value, Escape Escape) : TemplateSegment
{
    /// <summary>Whether digits are written, without escaping.</summary>
    public bool IsNumber => Value.Kind == ValueKind.Number;
}

/// <summary>The place of a number that the document counts.</summary>
internal sealed record IndexPlaceholder(IndexExpression Index) : TemplateSegment;

/// <summary>The segments that are written if an optional edge has a layer, and the segments that are written if not.</summary>
internal sealed record WhenPresent(Edge Edge, TemplateSegment[] Present, TemplateSegment[] Absent) : TemplateSegment;

/// <summary>The segments that are written if a value is not null, its placeholder among them, and the segments that are written if it is.</summary>
internal sealed record WhenGiven(Placeholder Placeholder, TemplateSegment[] Present, TemplateSegment[] Absent) : TemplateSegment;

/// <summary>The segments that are written if a number is greater than zero.</summary>
internal sealed record WhenPositive(IndexExpression Index, TemplateSegment[] Segments) : TemplateSegment;

/// <summary>The segments that are written for each layer of a list.</summary>
internal sealed record ForEachItem(Edge List, TemplateSegment[] Segments) : TemplateSegment;

/// <summary>Gives a counter its first value.</summary>
internal sealed record StartCounter(Counter Counter, IndexExpression Start) : TemplateSegment;

/// <summary>Adds to a counter.</summary>
internal sealed record Increment(Counter Counter, int By) : TemplateSegment;
