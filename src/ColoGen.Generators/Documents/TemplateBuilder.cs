using System.Globalization;
using System.Text;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>Collects the pieces of a template; literals that meet become one.</summary>
internal sealed class TemplateBuilder
{
    private readonly StringBuilder _literal = new(2048);
    private List<Piece> _pieces = [];

    public IReadOnlyList<Piece> ToTemplate()
    {
        EndLiteral();
        return _pieces;
    }

    public TemplateBuilder Literal(string text)
    {
        _literal.Append(text);
        return this;
    }

    /// <summary>A constant text, escaped.</summary>
    public TemplateBuilder Literal(string text, Escape escape)
    {
        Escaping.Append(_literal, escape, text);
        return this;
    }

    /// <summary>A text with what is around it; all of it is left out when there is no text, or it is null at run time.</summary>
    public TemplateBuilder Text(string before, Text? text, Escape escape, string after = "") => text switch
    {
        null => this,
        FixedText constant => Literal(before).Literal(constant.Value, escape).Literal(after),
        NameText name => Literal(before).Name(name.Name).Literal(after),
        IndexText index => Literal(before).Index(index.Index).Literal(after),
        _ => Text(() => Literal(before), text, escape, () => Literal(after)),
    };

    /// <inheritdoc cref="Text(string, Text, Escape, string)"/>
    public TemplateBuilder Text(Action before, Text? text, Escape escape, Action after)
    {
        switch (text)
        {
            case FixedText constant:
                Around(() => Literal(constant.Value, escape));
                break;
            case NameText name:
                Around(() => Name(name.Name));
                break;
            case IndexText index:
                Around(() => Index(index.Index));
                break;
            case PropertyText property:
                Hole(new TextHole(property.Access, escape, property.IsEncoded), property.IsNullable, property.Otherwise is { } otherwise ? () => Around(() => Literal(otherwise, escape)) : null);
                break;
            case PropertyNumber number:
                Hole(new NumberHole(number.Access, number.Minimum, number.Maximum), number.IsNullable);
                break;
            case PropertyChoice choice:
                Hole(
                    new TextHole(choice.Access, escape, IsEncoded: false, new Words(choice.EnumType, choice.IsNullable, choice.Cases)),
                    choice.IsNullable || choice.Cases.Any(item => item.Text is null));
                break;
        }

        return this;

        void Hole(Hole hole, bool mayBeAbsent, Action? otherwise = null)
        {
            if (mayBeAbsent) Add(new WhenValue(hole, Pieces(There), otherwise is null ? [] : Pieces(otherwise)));
            else There();

            void There() => Around(() => Add(hole));
        }

        void Around(Action inner)
        {
            before();
            inner();
            after();
        }
    }

    public TemplateBuilder Name(Name name)
    {
        Literal(name.Prefix);
        if (name.Index is { } index) Index(index);
        return Literal(name.Suffix);
    }

    public TemplateBuilder Index(IndexExpression index)
    {
        if (index.Terms.Count == 0) return Literal(index.Constant.ToString(CultureInfo.InvariantCulture));
        Add(new IndexHole(index));
        return this;
    }

    public TemplateBuilder When(Access tested, int scope, Action then, Action? otherwise = null)
    {
        Add(new When(tested, scope, Pieces(then), otherwise is null ? [] : Pieces(otherwise)));
        return this;
    }

    /// <summary>Pieces for when the number is above zero, decided here where it can be.</summary>
    public TemplateBuilder WhenPositive(IndexExpression index, string literal)
    {
        if (index.Constant > 0) return Literal(literal);
        if (index.Terms.Count > 0) Add(new WhenPositive(index, [new Literal(literal)]));
        return this;
    }

    public TemplateBuilder Each(Access list, int scope, string countMember, Action body)
    {
        Add(new Each(list, scope, countMember, Pieces(body)));
        return this;
    }

    private void Add(Piece piece)
    {
        EndLiteral();
        _pieces.Add(piece);
    }

    private void EndLiteral()
    {
        if (_literal.Length == 0) return;
        _pieces.Add(new Literal(_literal.ToString()));
        _literal.Clear();
    }

    private IReadOnlyList<Piece> Pieces(Action write)
    {
        EndLiteral();
        List<Piece> outer = _pieces;
        _pieces = [];
        write();
        IReadOnlyList<Piece> pieces = ToTemplate();
        _pieces = outer;
        return pieces;
    }
}
