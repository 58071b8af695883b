using ColoGen.Generators.Infrastructure;
using ColoGen.Generators.Lowering;
using ColoGen.Generators.Model;

namespace ColoGen.Generators.Documents;

/// <summary>Collects the pieces of a template; literals that meet become one.</summary>
internal sealed class TemplateBuilder
{
    /// <summary>Scopes of single values, apart from those that the reading gave to layers.</summary>
    private const int FirstValueScope = 1_000_000;

    private List<Piece> _pieces = [];
    private int _scopes = FirstValueScope;

    public EquatableArray<Piece> ToTemplate() => _pieces.ToEquatableArray();

    public TemplateBuilder Literal(string text)
    {
        if (text.Length == 0) return this;
        if (_pieces.Count > 0 && _pieces[_pieces.Count - 1] is Literal before)
        {
            _pieces[_pieces.Count - 1] = new Literal(before.Text + text);
        }
        else
        {
            _pieces.Add(new Literal(text));
        }

        return this;
    }

    /// <summary>A text with what is around it; all of it is left out when there is no text, or it is null at run time.</summary>
    public TemplateBuilder Text(string before, Text? text, Escape escape, string after = "") =>
        Text(() => Literal(before), text, escape, () => Literal(after));

    /// <summary>A text with what is around it; all of it is left out when there is no text, or it is null at run time.</summary>
    public TemplateBuilder Text(Action before, Text? text, Escape escape, Action after)
    {
        switch (text)
        {
            case FixedText constant:
                Around(() => Literal(Escaping.Apply(escape, constant.Value)));
                break;
            case NameText name:
                Around(() => Name(name.Name));
                break;
            case IndexText index:
                Around(() => Index(index.Index));
                break;
            case PropertyText property:
                IfThere(
                    property.Access,
                    property.IsNullable,
                    access => Around(() => _pieces.Add(new TextHole(access, escape))),
                    property.Otherwise is { } otherwise ? () => Around(() => Literal(Escaping.Apply(escape, otherwise))) : null);
                break;
            case PropertyNumber number:
                IfThere(number.Access, number.IsNullable, access => Around(() => _pieces.Add(new NumberHole(access, number.Minimum, number.Maximum))));
                break;
            case PropertyChoice choice:
                IfThere(choice.Access, choice.IsNullable, access => _pieces.Add(new Choice(
                    access,
                    choice.EnumType,
                    choice.Cases.Select(item => new ChoiceCase(
                        item.Member,
                        item.Text is { } word ? Pieces(() => Around(() => Literal(Escaping.Apply(escape, word)))) : default)).ToEquatableArray())));
                break;
        }

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
        Literal(name.Prefix);
        if (name.Index is { } index) Index(index);
        return Literal(name.Suffix);
    }

    public TemplateBuilder Index(IndexExpression index)
    {
        if (index.Terms.Count == 0) return Literal(index.Constant.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _pieces.Add(new IndexHole(index));
        return this;
    }

    public TemplateBuilder When(Access tested, int scope, Action then, Action? otherwise = null)
    {
        _pieces.Add(new When(tested, scope, Pieces(then), otherwise is null ? default : Pieces(otherwise)));
        return this;
    }

    /// <summary>Pieces for when the number is above zero, decided here where it can be.</summary>
    public TemplateBuilder WhenPositive(IndexExpression index, string literal)
    {
        if (index.Constant > 0) return Literal(literal);
        if (index.Terms.Count > 0) _pieces.Add(new WhenPositive(index, Pieces(() => Literal(literal))));
        return this;
    }

    public TemplateBuilder Each(Access list, int scope, string countMember, Action body)
    {
        _pieces.Add(new Each(list, scope, countMember, Pieces(body)));
        return this;
    }

    private void IfThere(Access access, bool isNullable, Action<Access> write, Action? otherwise = null)
    {
        if (!isNullable)
        {
            write(access);
            return;
        }

        int scope = _scopes++;
        When(access, scope, () => write(access.In(scope)), otherwise);
    }

    private EquatableArray<Piece> Pieces(Action write)
    {
        List<Piece> outer = _pieces;
        _pieces = [];
        write();
        EquatableArray<Piece> pieces = ToTemplate();
        _pieces = outer;
        return pieces;
    }
}
