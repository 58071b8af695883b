using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Templates;

/// <summary>Collects the segments of a template; literals that meet become one.</summary>
/// <param name="text">Holds the literals, of this template and of others.</param>
internal sealed class TemplateBuilder(CharBuffer text)
{
    /// <summary>More segments than most templates have.</summary>
    private const int InitialCapacity = 32;

    private readonly List<TemplateSegment> _segments = new(InitialCapacity);

    private int _placeholders;

    /// <summary>Where the literal begins that is being collected.</summary>
    private int _start = text.Length;

    /// <summary>All that was collected; nothing more can be.</summary>
    public TemplateSegment[] ToTemplate()
    {
        EndLiteral();
        return [.. _segments];
    }

    public TemplateBuilder Literal(string literal)
    {
        text.Add(literal);
        return this;
    }

    /// <summary>A constant text, escaped.</summary>
    public TemplateBuilder Literal(string constant, Escape escape)
    {
        Escaping.Add(text, escape, constant);
        return this;
    }

    /// <summary>A value with what is around it; all of it is left out when there is no value, or it is null at run time.</summary>
    public TemplateBuilder Value(string before, DocumentValue? value, Escape escape, string after = "")
    {
        if (value is null) return this;
        if (!value.IsAlwaysPresent) return ValueIfGiven(before, value, escape, after);
        Literal(before);
        switch (value)
        {
            case TextConstant constant:
                Literal(constant.Text, escape);
                break;
            case NumberConstant constant:
                Literal(constant.Number.ToString(CultureInfo.InvariantCulture));
                break;
            case NodeNameValue name:
                Name(name.Name);
                break;
            case IndexValue index:
                Index(index.Index);
                break;
            case PropertyValue property:
                Add(NewPlaceholder(property, escape));
                break;
            case JoinedText joined:
                foreach (TextPart part in joined.Parts) Value(Escaping.Apply(escape, part.Before), part.Value, escape, Escaping.Apply(escape, part.After));
                break;
            default:
                throw new ArgumentException("An enum or Boolean has no text of its own.", nameof(value));
        }

        return Literal(after);
    }

    /// <inheritdoc cref="Value(string, DocumentValue, Escape, string)"/>
    public TemplateBuilder Value(Action before, DocumentValue value, Escape escape, Action after)
    {
        if (value is not PropertyValue { IsAlwaysPresent: false } property)
        {
            Around(() => Value("", value, escape));
            return this;
        }

        Placeholder placeholder = NewPlaceholder(property, escape);
        TemplateSegment[] present = Segments(() => Around(() => Add(placeholder)));
        TemplateSegment[] absent = property.WhenNull is { } constant ? Segments(() => Around(() => Literal(constant, escape))) : [];
        Add(new WhenGiven(placeholder, present, absent));
        return this;

        void Around(Action inner)
        {
            before();
            inner();
            after();
        }
    }

    public TemplateBuilder Name(NodeName name)
    {
        Literal(name.Prefix);
        if (name.Index is { } index) Index(index);
        return Literal(name.Suffix);
    }

    public TemplateBuilder Index(IndexExpression index)
    {
        if (index.Terms.Count == 0) return Literal(index.Constant.ToString(CultureInfo.InvariantCulture));
        Add(new IndexPlaceholder(index));
        return this;
    }

    /// <summary>What an edge leads to: once, when its layer is there, or for each item of its list.</summary>
    /// <param name="edge">The edge; null for what is always there.</param>
    /// <param name="whenAbsent">Writes what is written if the layer is absent; null for nothing.</param>
    public void ForEdge(Edge? edge, Action write, Action? whenAbsent = null)
    {
        switch (edge?.Kind)
        {
            case EdgeKind.Optional:
                var condition = new WhenPresent(edge, Segments(write), whenAbsent is null ? [] : Segments(whenAbsent));
                if (condition.Present.Length + condition.Absent.Length > 0) Add(condition);
                break;
            case EdgeKind.List:
                Add(new ForEachItem(edge, Segments(write)));
                break;
            default:
                write();
                break;
        }
    }

    /// <summary>A literal for when the number is above zero, decided here where it can be.</summary>
    public TemplateBuilder WhenPositive(IndexExpression index, string literal)
    {
        if (index.Constant > 0) return Literal(literal);
        if (index.Terms.Count > 0) AddWhenPositive(index, literal);
        return this;
    }

    /// <summary>A counter that begins with a number.</summary>
    public Counter StartCounter(IndexExpression start)
    {
        var counter = new Counter();
        StartCounter(counter, start);
        return counter;
    }

    public void StartCounter(Counter counter, IndexExpression start) => Add(new StartCounter(counter, start));

    public void Increment(Counter counter, int by = 1) => Add(new Increment(counter, by));

    // A lambda that captures is in a method of its own: C# allocates its closure where the method begins, needed or not.
    private TemplateBuilder ValueIfGiven(string before, DocumentValue value, Escape escape, string after) =>
        Value(() => Literal(before), value, escape, () => Literal(after));

    private void AddWhenPositive(IndexExpression index, string literal) => Add(new WhenPositive(index, Segments(() => Literal(literal))));

    private Placeholder NewPlaceholder(PropertyValue value, Escape escape) => new(_placeholders++, value, escape);

    private void Add(TemplateSegment segment)
    {
        EndLiteral();
        _segments.Add(segment);
    }

    private void EndLiteral()
    {
        int count = text.Length - _start;
        if (count == 0) return;
        _segments.Add(new Literal(text, _start, count));
        _start = text.Length;
    }

    private TemplateSegment[] Segments(Action write)
    {
        EndLiteral();
        int outer = _segments.Count;
        write();
        EndLiteral();
        int count = _segments.Count - outer;
        if (count == 0) return [];
        var segments = new TemplateSegment[count];
        _segments.CopyTo(outer, segments, 0, count);
        _segments.RemoveRange(outer, count);
        return segments;
    }
}
