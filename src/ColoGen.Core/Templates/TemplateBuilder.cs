using System.Globalization;
using ColoGen.Core.Analysis;
using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;
using ColoGen.Core.Rules;

namespace ColoGen.Core.Templates;

/// <summary>Collects the pieces of a template; literals that meet become one.</summary>
/// <param name="text">Holds the literals, of this template and of others.</param>
/// <remarks>What closes over something is a method of its own: where a method begins, its closure is made, needed or not.</remarks>
internal sealed class TemplateBuilder(CharBuffer text)
{
    /// <summary>More pieces than most templates have.</summary>
    private const int UsualCount = 32;

    private readonly List<Piece> _pieces = new(UsualCount);

    /// <summary>Where the literal begins that is being collected.</summary>
    private int _start = text.Length;

    /// <summary>What nodes are called; null where that is as usual.</summary>
    public INames? Names { get; set; }

    /// <summary>Whether a text is there whatever its value.</summary>
    public static bool IsAlwaysThere(Text text) => text switch
    {
        PropertyText property => !property.IsNullable,
        PropertyNumber number => !number.IsNullable,
        PropertyChoice choice => !choice.IsNullable && choice.Cases.All(item => item.Text is not null),
        _ => true,
    };

    /// <summary>All that was collected; nothing more can be.</summary>
    public Piece[] ToTemplate()
    {
        EndLiteral();
        return [.. _pieces];
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

    /// <summary>A text with what is around it; all of it is left out when there is no text, or it is null at run time.</summary>
    public TemplateBuilder Text(string before, Text? value, Escape escape, string after = "")
    {
        if (value is null) return this;
        if (!IsAlwaysThere(value)) return TextIfThere(before, value, escape, after);
        Literal(before);
        switch (value)
        {
            case FixedText constant:
                Literal(constant.Value, escape);
                break;
            case NameText name:
                Name(name.Name);
                break;
            case IndexText index:
                Index(index.Index);
                break;
            default:
                Add(HoleOf(value, escape));
                break;
        }

        return Literal(after);
    }

    private TemplateBuilder TextIfThere(string before, Text value, Escape escape, string after) =>
        Text(() => Literal(before), value, escape, () => Literal(after));

    /// <inheritdoc cref="Text(string, Text, Escape, string)"/>
    public TemplateBuilder Text(Action before, Text value, Escape escape, Action after)
    {
        if (IsAlwaysThere(value))
        {
            Around(() => Text("", value, escape));
            return this;
        }

        Hole hole = HoleOf(value, escape);
        string? otherwise = (value as PropertyText)?.Otherwise;
        Add(new WhenValue(hole, Pieces(() => Around(() => Add(hole))), otherwise is null ? [] : Pieces(() => Around(() => Literal(otherwise, escape)))));
        return this;

        void Around(Action inner)
        {
            before();
            inner();
            after();
        }
    }

    public TemplateBuilder Name(Name name)
    {
        Name called = Names?.NameOf(name) ?? name;
        Literal(called.Prefix);
        if (called.Index is { } index) Index(index);
        return Literal(called.Suffix);
    }

    public TemplateBuilder Index(IndexExpression index)
    {
        if (index.Terms.Count == 0) return Literal(index.Constant.ToString(CultureInfo.InvariantCulture));
        Add(new IndexHole(index));
        return this;
    }

    /// <summary>Pieces for when an optional layer is there, and those that stand in for them; nothing where there are neither.</summary>
    public TemplateBuilder When(Access tested, int scope, Action then, Action? otherwise = null)
    {
        var condition = new When(tested, scope, Pieces(then), otherwise is null ? [] : Pieces(otherwise));
        if (condition.Then.Length + condition.Else.Length > 0) Add(condition);
        return this;
    }

    /// <summary>Pieces for when the number is above zero, decided here where it can be.</summary>
    public TemplateBuilder WhenPositive(IndexExpression index, string literal) =>
        index.Constant > 0 ? Literal(literal) : index.Terms.Count > 0 ? PositiveLiteral(index, literal) : this;

    private TemplateBuilder PositiveLiteral(IndexExpression index, string literal)
    {
        Add(new WhenPositive(index, Pieces(() => Literal(literal))));
        return this;
    }

    public TemplateBuilder Each(Access list, int scope, string countMember, Action body)
    {
        Add(new Each(list, scope, countMember, Pieces(body)));
        return this;
    }

    private static Hole HoleOf(Text text, Escape escape) => text switch
    {
        PropertyText property => new TextHole(property.Access, escape, property.IsEncoded),
        PropertyNumber number => new NumberHole(number.Access, number.Minimum, number.Maximum),
        PropertyChoice choice => new TextHole(choice.Access, escape, IsEncoded: false, new Words(choice.EnumType, choice.IsNullable, choice.Cases)),
        _ => throw new ArgumentException("A constant has no hole.", nameof(text)),
    };

    private void Add(Piece piece)
    {
        EndLiteral();
        _pieces.Add(piece);
    }

    private void EndLiteral()
    {
        int count = text.Length - _start;
        if (count == 0) return;
        _pieces.Add(new Literal(text, _start, count));
        _start = text.Length;
    }

    private Piece[] Pieces(Action write)
    {
        EndLiteral();
        int outer = _pieces.Count;
        write();
        EndLiteral();
        int count = _pieces.Count - outer;
        if (count == 0) return [];
        var pieces = new Piece[count];
        _pieces.CopyTo(outer, pieces, 0, count);
        _pieces.RemoveRange(outer, count);
        return pieces;
    }
}
